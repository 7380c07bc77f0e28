// Utlänningslagen 5 b kap. 17 and 18 §§: extension. Lag 2019:1208; work beyond what is allowed by Ds 2024:31 from 2026-03-01.
// What acceptable progress is: MIG 2009:5 until 2026-02-28, utlänningsförordningen 4 a kap. 1 a § (4 kap. 5 e §) from 2026-03-01.
// NOT MODELLED: 18 § st1, the faults of the host; the same grounds for revocation (22 §); from 2026-06-11, that hours count in
// term time only, according to the committee report on the bill.
import {
  CREDITS_FIRST_YEAR,
  CREDITS_LATER_YEAR,
  CREDITS_OF_A_YEAR,
  CREDITS_SECOND_YEAR,
  PROGRESS_FIRST_YEAR,
  PROGRESS_LATER,
  WORK_HOURS_LIMIT,
} from "../amounts/thresholds";
import type { Case } from "../case";
import { authority, type Clause, type Exception, met, verdict } from "../clause";
import { BASE, BEFORE_DS, DS } from "../editions";
import type { FactId, Facts } from "../facts";
import { all, type Holds, isTrue, lacks } from "../logic";

/** Credits needed of those planned, both times 100, so that halves stay exact. */
type Needed = (planned: number) => number;

function isReached(
  planned: number | undefined,
  completed: number | undefined,
  needed: Needed,
  facts: readonly [FactId, FactId],
): Holds {
  if (planned === 0) return true;
  if (planned === undefined) return completed === undefined ? facts : lacks(facts[0]);
  return completed === undefined ? lacks(facts[1]) : completed * 100 >= needed(planned);
}

const FIRST_YEAR = ["creditsPlannedYear1", "creditsCompletedYear1"] as const;
const LATER = ["creditsPlannedLater", "creditsCompletedLater"] as const;

const progress =
  (firstYear: Needed, later: Needed) =>
  ({ facts }: Case): Holds =>
    all(
      isReached(facts.creditsPlannedYear1, facts.creditsCompletedYear1, firstYear, FIRST_YEAR),
      isReached(facts.creditsPlannedLater, facts.creditsCompletedLater, later, LATER),
    );

const ofAYear = (credits: number, planned: number) => (credits * 100 * planned) / CREDITS_OF_A_YEAR;

/** MIG 2009:5, in proportion to the planned credits. */
const byPractice = progress(
  (planned) => ofAYear(CREDITS_FIRST_YEAR, planned),
  (planned) =>
    ofAYear(CREDITS_SECOND_YEAR, Math.min(planned, CREDITS_OF_A_YEAR)) +
    ofAYear(CREDITS_LATER_YEAR, Math.max(planned - CREDITS_OF_A_YEAR, 0)),
);

/** 1 a § p1: each part where it has planned credits. */
const byOrdinance = progress(
  (planned) => planned * PROGRESS_FIRST_YEAR,
  (planned) => planned * PROGRESS_LATER,
);

const claimsSpecialReasons = ({ facts }: Pick<Case, "facts">) =>
  isTrue(facts.progressSpecialReasons, "progressSpecialReasons");

/** Illness and the like (MIG 2009:5; 1 a § p2). */
const specialReasons = (cite: string, from: string, until?: string): Exception => ({
  cites: [cite],
  from,
  until,
  asks: ["progressSpecialReasons"],
  gives: authority("special-reasons"),
  holds: claimsSpecialReasons,
});

/** Ds 6.3: shown otherwise than by credits, as in the middle of a long course. */
const certificate = (cite: string): Exception => ({
  cites: [cite],
  from: DS,
  asks: ["progressCertificate"],
  gives: met("certificate"),
  holds: ({ facts }: { facts: Facts }) => isTrue(facts.progressCertificate, "progressCertificate"),
});

const isExtension = (c: Case) => c.isExtension;

/** The same measure for studies (18 § st2) and for commissioned education (UtlF 4:5 st2). */
export function studyProgress(effect: Clause["effect"], rule: string, ordinance: string): readonly Clause[] {
  const asks = [...FIRST_YEAR, ...LATER, "kind"] as const;
  const clause = { id: "study-progress", effect, applies: isExtension } as const;
  return [
    {
      ...clause,
      cites: [rule],
      from: BASE,
      until: BEFORE_DS,
      asks: [...asks, "progressSpecialReasons"],
      cases: ["met", "authority special-reasons", "not-met"],
      test: (c) => verdict(byPractice(c)),
      exceptions: [specialReasons(rule, BASE, BEFORE_DS)],
    },
    {
      ...clause,
      cites: [rule, `${ordinance} p1`],
      from: DS,
      asks: [...asks, "progressCertificate", "progressSpecialReasons"],
      cases: ["met", "met certificate", "authority special-reasons", "not-met"],
      test: (c) => verdict(byOrdinance(c)),
      exceptions: [certificate(`${ordinance} p1`), specialReasons(`${ordinance} p2`, DS)],
    },
  ];
}

/** Transitional provision to UtlF 2: the older right to work stays until a permit granted before has been extended. */
function wasGrantedWithLimit({ facts, law }: Case): Holds {
  const granted = facts.currentPermitGrantedOn;
  return granted === undefined ? lacks("currentPermitGrantedOn") : granted >= law.inForceSince(DS);
}

/** 18 § st2 with UtlF 5:2 st3. */
export const workWithinLimit: Clause = {
  id: "work-within-limit",
  cites: ["UtlL 5b:18 st2", "UtlF 5:2 st3"],
  from: DS,
  effect: "may-refuse",
  asks: ["kind", "currentPermitGrantedOn", "workHoursPerWeek"],
  cases: ["met", "met exempt-work", "not-met"],
  applies: (c) => c.isExtension && wasGrantedWithLimit(c),
  test: ({ facts: { workHoursPerWeek: hours } }) =>
    verdict(hours === undefined ? lacks("workHoursPerWeek") : hours <= WORK_HOURS_LIMIT),
  exceptions: [
    {
      cites: ["UtlF 5:2 st3"],
      from: DS,
      asks: ["workExempt"],
      gives: met("exempt-work"),
      holds: ({ facts }) => isTrue(facts.workExempt, "workExempt"),
    },
  ],
};
