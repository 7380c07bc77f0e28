import {
  type Assessment,
  assess,
  type Facts,
  type Outcome,
  PERMITS,
  type PermitGroup,
  type PermitId,
  type Rights,
  type Validity,
} from "@/lib/rules";
import type { WalkOptions } from "./walk";

/** What goes for family members: permits by right, permits that may be granted, or none through this permit. */
export type FamilyPermits = "right" | "may" | "none";

/** One permit as it is compared with others. */
export type Compared = {
  permit: PermitId;
  outcome: Outcome;
  assessment: Assessment;
  validity: Validity | null;
  rights: Rights | null;
  /** `null` where other rules than these decide, as for the family of whoever stays permanently. */
  family: FamilyPermits | null;
  /** `null` for permits that are not for a time in Sweden that could count. */
  countsTowardsPermanent: boolean | null;
  /** `null` where the law sets no limit. */
  decisionWithinDays: number | null;
};

const isDoctoral = ({ doctoralStudent, guestDoctoral, studyLevel }: Facts) =>
  doctoralStudent === true || guestDoctoral === true || studyLevel === "doctoral";

type Choice = { permits: readonly PermitId[]; isOpenTo: (facts: Facts) => boolean };

/** Permits between which people like this one choose; beside them goes what the assessment points to. */
const CHOICES: readonly Choice[] = [
  { permits: ["research", "visiting-doctoral"], isOpenTo: ({ guestDoctoral }) => guestDoctoral === true },
  { permits: ["research", "studies"], isOpenTo: (facts) => isDoctoral(facts) && !facts.guestDoctoral },
  {
    permits: ["research-mobility", "research"],
    isOpenTo: ({ otherEuResearchPermitValidUntil }) => otherEuResearchPermitValidUntil !== undefined,
  },
];

/** The answers as they would be given for another permit: each asks for a doctorate by a name of its own. */
function factsFor(permit: PermitId, facts: Facts): Facts {
  if (permit === facts.permit) return facts;
  const doctoral = isDoctoral(facts) ? ({ doctoralStudent: true, studyLevel: "doctoral" } as const) : {};
  return { ...facts, ...doctoral, permit, kind: "first" };
}

/** Enough years for any way to a permanent permit. */
const YEARS = 5;

/** Asks the rules, so that the answer follows the law of the day. */
function countsTowardsPermanent(permit: PermitId, facts: Facts, options: WalkOptions): boolean {
  const { decisionDate = "" } = facts;
  const from = `${Number(decisionDate.slice(0, 4)) - YEARS}-01-01`;
  const held = { permit, doctoral: isDoctoral(facts), from, until: decisionDate };
  const asked = assess(
    { permit: "permanent", decisionDate, permitHistory: [held], businessEstablished: false },
    options,
  );
  return asked.conditions.some(({ id, state }) => id === "qualifying-residence" && state === "met");
}

const NO_TIME: readonly PermitGroup[] = ["permanent", "visa"];
const OTHER_RULES_FOR_FAMILY: readonly PermitGroup[] = [...NO_TIME, "family"];

const FAMILY_PERMITS = Object.values(PERMITS).filter(({ group }) => group === "family");

/** Asks the rules whose family each family permit is for, and whether the law says shall or may. */
function familyOf(permit: PermitId, { decisionDate = "" }: Facts, options: WalkOptions): FamilyPermits {
  const sponsor = { decisionDate, sponsorPermit: permit, sponsorPermitState: "held" } as const;
  const open = FAMILY_PERMITS.find(({ id }) =>
    assess({ ...sponsor, permit: id }, options).conditions.some(
      ({ id: condition, state }) => condition === "sponsor-permit" && state === "met",
    ),
  );
  if (!open) return "none";
  return open.discretionary ? "may" : "right";
}

/**
 * The permit asked about and those to weigh it against, each tried on the same answers. `facts` as of a `Path`.
 * @throws {RulesError} as `assess` does
 */
export function compare(facts: Facts, options: WalkOptions = {}): Compared[] {
  const chosen = assess(facts, options);
  const choice = CHOICES.find(({ permits, isOpenTo }) => permits.includes(chosen.permit) && isOpenTo(facts));
  const listed = [chosen.permit, ...(choice?.permits ?? []), ...chosen.alternatives];
  return [...new Set(listed)].map((permit) => {
    const assessment = permit === chosen.permit ? chosen : assess(factsFor(permit, facts), options);
    const { outcome, validity, rights, decisionWithinDays } = assessment;
    const { group } = PERMITS[permit];
    return {
      permit,
      outcome,
      assessment,
      validity,
      rights,
      family: OTHER_RULES_FOR_FAMILY.includes(group) ? null : familyOf(permit, facts, options),
      countsTowardsPermanent: NO_TIME.includes(group) ? null : countsTowardsPermanent(permit, facts, options),
      decisionWithinDays,
    };
  });
}

/** Where the law makes one permit better for the person than another. Words: `check.result.compare.better.<id>`. */
type Preference = {
  id: string;
  better: PermitId;
  than: PermitId;
  holds: (facts: Facts) => boolean;
  /** What the person would have to see to first: it does not speak against the better permit. */
  lacks?: readonly string[];
};

/** UtlL 5b:1 and 3 st4, GFL 3, Ds 2024:31 section 5.2. */
const PREFERENCES = [
  {
    id: "research-over-visit",
    better: "research",
    than: "visiting-doctoral",
    holds: ({ guestDoctoral, hostingAgreement }) => guestDoctoral === true && hostingAgreement === true,
  },
  {
    id: "agreement-instead-of-visit",
    better: "research",
    than: "visiting-doctoral",
    holds: ({ guestDoctoral, hostingAgreement }) => guestDoctoral === true && hostingAgreement !== true,
    lacks: ["hosting-agreement"],
  },
  {
    id: "research-over-studies",
    better: "research",
    than: "studies",
    holds: (facts) => isDoctoral(facts) && !facts.guestDoctoral && facts.hostingAgreement === true,
  },
  {
    id: "agreement-instead-of-studies",
    better: "research",
    than: "studies",
    holds: (facts) => isDoctoral(facts) && !facts.guestDoctoral && facts.hostingAgreement === false,
    lacks: ["hosting-agreement"],
  },
] as const satisfies readonly Preference[];

export type PreferenceId = (typeof PREFERENCES)[number]["id"];

const notMet = ({ assessment }: Compared) =>
  assessment.conditions.filter(({ state }) => state === "not-met").map(({ id }) => id as string);

/** Nothing bars the person from the better permit that does not bar from the other as well. */
function isOpen({ lacks = [] }: Preference, better: Compared, than: Compared): boolean {
  const bars = notMet(than);
  return notMet(better).every((id) => lacks.includes(id) || bars.includes(id));
}

/** Which of the permits is better for this person, where the law gives a clear answer. */
export function preferenceFor(facts: Facts, permits: readonly Compared[]): PreferenceId | null {
  const found = PREFERENCES.find((preference: Preference) => {
    const better = permits.find(({ permit }) => permit === preference.better);
    const than = permits.find(({ permit }) => permit === preference.than);
    return better && than && preference.holds(facts) && isOpen(preference, better, than);
  });
  return found?.id ?? null;
}
