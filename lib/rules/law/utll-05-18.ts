// Utlänningslagen 5 kap. 18, 18 a and 19 §§: applying before entry where no chapter has its own rule. Lag 2025:225, 2024:1220;
// 18 § st2 p9, p12 and 18 a § by Ds 2024:31 from 2026-03-01.
// NOT MODELLED: 18 § st2 p1-p8 and p10, st3 and st4 (protection, other ties, work); p9 from visits and studies under 10 §, and
// for whoever changes to a visit.
import { type Case, holds } from "../case";
import type { Ground } from "../clause";
import { BASE, BEFORE_DS, DS } from "../editions";
import { all, allInTurn, any, type Holds, isAtLeast, not } from "../logic";
import { exceptionalReasons, hasCompletedOneTerm, UNDER_1_2_4_7_8, UNDER_3 } from "./from-inside";
import { hasCompletedTwoTerms } from "./utll-5b-07";

/** 18 § st1. */
export const GENERAL_BEFORE_ENTRY = ["UtlL 5:18 st1"];

const hasStudiedTwoTerms = (c: Case): Holds =>
  any(hasCompletedTwoTerms(c), isAtLeast(c.facts.doctoralTermsCompleted, 2, "doctoralTermsCompleted"));

const holdsResearchStudiesOrJobSeeking = (c: Case, hasStudied: (c: Case) => Holds): Holds =>
  any(holds(c, UNDER_1_2_4_7_8), allInTurn(holds(c, UNDER_3), hasStudied(c)));

/** 18 § st2 p11, from the proposal p12. */
const generalExceptionalReasons: readonly Ground[] = [
  exceptionalReasons("UtlL 5:18 st2 p11", { from: BASE, until: BEFORE_DS }),
  exceptionalReasons("UtlL 5:18 st2 p12", { from: DS }),
];

/** 18 § st2 p9: from the proposal two terms instead of 30 credits or one doctoral term. */
export const generalGrounds: readonly Ground[] = [
  {
    id: "holds-research-studies-or-job-seeking",
    cites: ["UtlL 5:18 st2 p9"],
    from: BASE,
    until: BEFORE_DS,
    asks: ["currentPermit", "currentPermitValidUntil", "creditsCompletedTotal", "doctoralTermsCompleted"],
    gives: "allowed",
    holds: (c) => holdsResearchStudiesOrJobSeeking(c, hasCompletedOneTerm),
  },
  {
    id: "holds-research-studies-or-job-seeking",
    cites: ["UtlL 5:18 st2 p9"],
    from: DS,
    asks: [
      "currentPermit",
      "currentPermitValidUntil",
      "educationCompleted",
      "completedLevel",
      "termsStudied",
      "doctoralTermsCompleted",
    ],
    gives: "allowed",
    holds: (c) => holdsResearchStudiesOrJobSeeking(c, hasStudiedTwoTerms),
  },
  ...generalExceptionalReasons,
];

/** 19 §: a visit is prolonged from inside only for weighty reasons, which only the authority can tell. */
export const groundsForVisits: readonly Ground[] = [
  {
    id: "weighty-reasons",
    cites: ["UtlL 5:19"],
    from: BASE,
    asks: ["kind"],
    gives: "authority",
    holds: (c) => c.isExtension,
  },
  ...generalExceptionalReasons,
];

/**
 * 18 a §: whoever applies under 5 § st1, from the proposal also under 5 § st2, may apply from inside; whether that is
 * met is for `qualifying-residence`. Before, whoever can rely only on 5 § st2 may not.
 */
export const groundsForPermanent = (
  meetsFirst: (c: Case) => Holds,
  meetsSecond: (c: Case) => Holds,
): readonly Ground[] => [
  {
    id: "four-years",
    cites: ["UtlL 5:18a st1"],
    from: BASE,
    until: BEFORE_DS,
    asks: ["permitHistory", "businessEstablished"],
    gives: "allowed",
    holds: (c) => any(meetsFirst(c), all(not(meetsFirst(c)), not(meetsSecond(c)))),
  },
  {
    id: "permanent-after-residence",
    cites: ["UtlL 5:18a st1"],
    from: DS,
    asks: [],
    gives: "allowed",
    holds: () => true,
  },
  ...generalExceptionalReasons,
];
