// Utlänningsförordningen 3 kap. 3 a and 4 §§: national visa while an application is examined. By Ds 2024:31 from 2026-03-01; before
// it only for work (3 §).
import type { Case } from "../case";
import { type Clause, type Ground, notMet, unknown, type Verdict, verdict } from "../clause";
import { BASE, BEFORE_DS, DS } from "../editions";
import type { FactId, Facts, HeldPermit, PermitId } from "../facts";
import { allInTurn, any, type Holds, isOneOf, isTrue, isUnknown, lacks, not } from "../logic";
import { UNDER_1_2_4, UNDER_1_3_7_8, UNDER_7_8 } from "./from-inside";

const NOT_IN_FORCE = notMet("not-yet-in-force");

const pendingIs = ({ pendingApplication }: Facts, permits: ReadonlySet<PermitId>): Holds =>
  isOneOf<PermitId>(pendingApplication, permits, "pendingApplication");

const isExtension = ({ pendingKind }: Facts): Holds =>
  pendingKind === undefined ? lacks("pendingKind") : pendingKind === "extension";

const isDoctoral = ({ pendingDoctoral }: Facts) => isTrue(pendingDoctoral, "pendingDoctoral");

const pending = (...ids: PermitId[]): ReadonlySet<PermitId> => new Set(ids);

const RESEARCH = pending("research");
const RESEARCH_OR_MOBILITY = pending("research", "research-mobility");
const STUDIES = pending("studies");
const AFTER_RESEARCH = pending("job-seeking-after-research");
const AFTER_STUDIES = pending("job-seeking-after-studies");
const PERMANENT = pending("permanent");

/** What the person with the pending application held: in the family's case the sponsor. */
type HeldBy = { permit: HeldPermit | undefined; fact: FactId };

/** st1 p1: extension of research, of research under mobility, of doctoral studies. */
const extendsPermit = (facts: Facts): Holds =>
  allInTurn(
    any(pendingIs(facts, RESEARCH_OR_MOBILITY), allInTurn(pendingIs(facts, STUDIES), isDoctoral(facts))),
    isExtension(facts),
  );

const FITS_15_P2_OR_P4: ReadonlySet<HeldPermit> = new Set([...UNDER_1_2_4, "studies", ...UNDER_7_8]);

/**
 * st1 p2: a change to research or doctoral studies with UtlL 5b:15 st2 p2 or p4. That their terms were met is what
 * `pendingFromInside` says; the permit held tells them from p3, p5 and p6, which do not count.
 */
const changesPermit = (facts: Facts, held: HeldBy): Holds =>
  allInTurn(
    any(pendingIs(facts, RESEARCH), allInTurn(pendingIs(facts, STUDIES), isDoctoral(facts))),
    not(isExtension(facts)),
    isOneOf(held.permit, FITS_15_P2_OR_P4, held.fact),
    // "On another ground": another permit than the one held.
    held.permit === undefined ? lacks(held.fact) : held.permit !== facts.pendingApplication,
  );

/** st1 p3: after research, or after completed doctoral education. */
const seeksWork = (facts: Facts): Holds =>
  any(pendingIs(facts, AFTER_RESEARCH), allInTurn(pendingIs(facts, AFTER_STUDIES), isDoctoral(facts)));

/** st1 p4: permanent residence, lodged during a permit under UtlL 5b:1-3, 7 or 8. */
const seeksPermanence = (facts: Facts, held: HeldBy): Holds =>
  allInTurn(pendingIs(facts, PERMANENT), isOneOf(held.permit, UNDER_1_3_7_8, held.fact));

const qualifies = (facts: Facts, held: HeldBy): Holds =>
  allInTurn(
    any(extendsPermit(facts), changesPermit(facts, held), seeksWork(facts), seeksPermanence(facts, held)),
    isTrue(facts.pendingFromInside, "pendingFromInside"),
  );

function applicationVerdict({ facts }: Case): Verdict {
  const own = qualifies(facts, { permit: facts.currentPermit, fact: "currentPermit" });
  const tied = qualifies(facts, { permit: facts.sponsorPermit, fact: "sponsorPermit" });
  if (facts.asFamilyMember !== undefined) return verdict(facts.asFamilyMember ? tied : own);
  if (own === tied) return verdict(own);
  return unknown([...lacks("asFamilyMember"), ...(isUnknown(own) && isUnknown(tied) ? own : [])]);
}

const ASKS: readonly FactId[] = [
  "pendingApplication",
  "pendingKind",
  "pendingDoctoral",
  "pendingFromInside",
  "asFamilyMember",
  "currentPermit",
  "sponsorPermit",
];

const TRIPS: ReadonlySet<string> = new Set(["research", "family-abroad"]);
const OTHER_TRIP = notMet("other-purpose");

export const visaDuringExamination: readonly Clause[] = [
  {
    id: "qualifying-application",
    cites: ["UtlF 3:3"],
    from: BASE,
    until: BEFORE_DS,
    effect: "refuse",
    asks: [],
    cases: ["not-met not-yet-in-force"],
    test: () => NOT_IN_FORCE,
  },
  {
    id: "qualifying-application",
    cites: ["UtlF 3:3a st1", "UtlF 3:3a st2"],
    from: DS,
    effect: "refuse",
    asks: ASKS,
    cases: ["met", "not-met"],
    test: applicationVerdict,
  },
  {
    id: "qualifying-trip",
    cites: ["UtlF 3:3a st1", "UtlF 3:3a st2"],
    from: DS,
    effect: "refuse",
    asks: ["tripPurpose"],
    cases: ["met", "not-met other-purpose"],
    test: ({ facts }) => verdict(isOneOf<string>(facts.tripPurpose, TRIPS, "tripPurpose"), OTHER_TRIP),
  },
  {
    id: "needs-visa",
    cites: ["UtlF 3:3a st1", "UtlF 3:3a st2"],
    from: DS,
    effect: "refuse",
    asks: ["needsVisaToReturn"],
    cases: ["met", "not-met"],
    test: ({ facts }) => verdict(isTrue(facts.needsVisaToReturn, "needsVisaToReturn")),
  },
  {
    id: "applies-inside",
    cites: ["UtlF 3:4"],
    from: BASE,
    effect: "refuse",
    asks: ["inSweden"],
    cases: ["met", "not-met"],
    test: ({ facts }) => verdict(isTrue(facts.inSweden, "inSweden")),
  },
];

/** 4 §: only from inside. */
export const groundsForVisa: readonly Ground[] = [
  { id: "always", cites: ["UtlF 3:4"], from: BASE, asks: [], gives: "allowed", holds: () => true },
];
