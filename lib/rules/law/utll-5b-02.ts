// Utlänningslagen 5 b kap. 2 §: research under mobility for a longer stay. Lag 2019:1208. From before 2025.
import { monthsOfStay } from "../calendar";
import { type Case, isLongerThanDays } from "../case";
import { type Clause, notMet, verdict } from "../clause";
import { BASE } from "../editions";
import { lacks } from "../logic";
import type { ValidityClause } from "../permit";
import { approvedPrincipal, atLeast } from "./utll-5b-01";

/** st1: a permit for research from another EU state. */
const otherEuResearchPermit: Clause = {
  id: "other-eu-research-permit",
  cites: ["UtlL 5b:2 st1"],
  from: BASE,
  effect: "refuse",
  asks: ["otherEuResearchPermitValidUntil"],
  cases: ["met", "not-met"],
  test: ({ facts: { otherEuResearchPermitValidUntil: until }, date }) =>
    verdict(until === undefined ? lacks("otherEuResearchPermitValidUntil") : until >= date),
};

const DAYS_WITHOUT_PERMIT = 180;
const SHORT_STAY = notMet("no-permit-needed-up-to-180-days");

export const isOver180Days = ({ stay }: Case) => isLongerThanDays(stay, DAYS_WITHOUT_PERMIT);

/** st1: more than 180 days, both days counted. Up to that 13 § lets the person in without a Swedish permit. */
const stayOver180Days: Clause = {
  id: "stay-over-180-days",
  cites: ["UtlL 5b:2 st1", "UtlL 5b:13 st1"],
  from: BASE,
  effect: "refuse",
  asks: ["stayFrom", "stayUntil"],
  cases: ["met", "not-met no-permit-needed-up-to-180-days"],
  test: (c) => verdict(isOver180Days(c), SHORT_STAY),
};

const hostingAgreement: Clause = {
  id: "hosting-agreement",
  cites: ["UtlL 5b:2 st1", "GFL 6"],
  from: BASE,
  effect: "refuse",
  asks: ["hostingAgreement"],
  cases: ["met", "not-met"],
  test: ({ facts: { hostingAgreement: signed } }) => verdict(signed ?? lacks("hostingAgreement")),
};

export const researchUnderMobility: readonly Clause[] = [
  otherEuResearchPermit,
  stayOver180Days,
  hostingAgreement,
  approvedPrincipal,
];

/** st2: never past the other state's permit. */
function monthsWithinOtherPermit({ stay: { from, until, months }, facts }: Case): number | undefined {
  const last = facts.otherEuResearchPermitValidUntil;
  if (from === undefined || until === undefined || last === undefined || last >= until) return months;
  return Math.max(0, monthsOfStay(from, last));
}

export const validityOfMobility: readonly ValidityClause[] = [
  {
    kind: "at-least",
    cites: ["UtlL 5b:2 st2"],
    from: BASE,
    asks: ["stayFrom", "stayUntil", "otherEuResearchPermitValidUntil"],
    of: (c) => atLeast(12, monthsWithinOtherPermit(c)),
  },
];
