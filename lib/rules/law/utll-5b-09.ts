// Utlänningslagen 5 b kap. 9 §: general conditions of permits under 1-8 §§. Lag 2019:1208; p5 and p6 by Ds 2024:31 from
// 2026-03-01. The committee report on the bill does not mention p5 and p6: they are kept, cited to the Ds.
import { type Case, isUnder } from "../case";
import { type Clause, LATER, MET, NOT_MET, onlyTheAuthority, unknown, verdict } from "../clause";
import { BASE, DS } from "../editions";
import type { Facts } from "../facts";
import { type FundsRule, fundsVerdict } from "../funds";
import { type Holds, isOneOf, isTrue, lacks } from "../logic";

/** p1, first part: means for the time of the permit (UtlF 4a:8, MIGRFS 2023:1). */
export const funds = (rule: FundsRule): Clause => ({
  id: "funds",
  cites: ["UtlL 5b:9 p1", ...(rule.parameter === rule.measure ? ["MIGRFS 2023:1 1"] : [])],
  from: BASE,
  effect: "refuse",
  asks: ["savingsSek", "monthlyIncomeSek", "stayFrom", "stayUntil", ...rule.reductions.map((r) => r.fact)],
  cases: [
    "met",
    "authority amount-expired",
    rule.parameter === rule.measure ? "not-met" : "authority no-fixed-amount",
  ],
  test: (c) => fundsVerdict(rule, c),
});

/** p1, second part. */
export const returnTravel: Clause = {
  id: "return-travel",
  cites: ["UtlL 5b:9 p1"],
  from: BASE,
  effect: "refuse",
  asks: ["returnTravelCovered"],
  cases: ["met", "not-met"],
  test: ({ facts }) => verdict(isTrue(facts.returnTravelCovered, "returnTravelCovered")),
};

const INSURED = new Set(["held", "applied"] as const);

const isInsured = ({ healthInsurance }: Facts) =>
  isOneOf<string>(healthInsurance, INSURED, "healthInsurance");

/**
 * p2: "at most one year" is at most 12 months of the stay. Where the permit may yet be longer than the months it is
 * tried for, insurance settles it either way; the want of it does not.
 */
export function isAtMostOneYear({ stay, facts }: Case): Holds {
  if (stay.months === undefined) return stay.missing;
  if (stay.months > 12) return false;
  return stay.mayBeLonger === undefined || isInsured(facts) === true || stay.mayBeLonger;
}

export const healthInsurance: Clause = {
  id: "health-insurance",
  cites: ["UtlL 5b:9 p2"],
  from: BASE,
  effect: "refuse",
  asks: ["stayFrom", "stayUntil", "healthInsurance"],
  cases: ["met", "not-met"],
  applies: isAtMostOneYear,
  test: ({ facts }) => verdict(isInsured(facts)),
};

/** p3. */
export const noThreat: Clause = {
  id: "no-threat",
  cites: ["UtlL 5b:9 p3"],
  from: BASE,
  effect: "refuse",
  asks: [],
  cases: ["authority"],
  test: onlyTheAuthority,
};

/** p4, with 1 kap. 2 §: a child is under 18. */
export const guardianConsent: Clause = {
  id: "guardian-consent",
  cites: ["UtlL 5b:9 p4"],
  from: BASE,
  effect: "refuse",
  asks: ["birthDate", "guardianConsent"],
  cases: ["met", "not-met"],
  applies: (c) => isUnder(c, 18),
  test: ({ facts }) => verdict(isTrue(facts.guardianConsent, "guardianConsent")),
};

const ADDRESS_VERDICTS = {
  known: MET,
  temporary: { ...LATER, reason: "temporary" },
  "not-yet-known": { ...LATER, reason: "not-yet-known" },
  withheld: NOT_MET,
} as const;

/** p5: at the latest when the permit is issued (SFD art 7.2, Ds 9.1). */
export const swedishAddress: Clause = {
  id: "swedish-address",
  cites: ["UtlL 5b:9 p5", "SFD art 7.2"],
  from: DS,
  effect: "refuse",
  asks: ["swedishAddress"],
  cases: ["met", "later temporary", "later not-yet-known", "not-met"],
  test: ({ facts: { swedishAddress: address } }) =>
    address === undefined ? unknown(lacks("swedishAddress")) : ADDRESS_VERDICTS[address],
};

export const isAddressLater = ({ facts: { swedishAddress: address } }: Case) =>
  address === "temporary" || address === "not-yet-known";

/** The paragraph in its order. p6 is the list of documents: see `documents.ts`. */
export const generalConditions = (rule: FundsRule): readonly Clause[] => [
  funds(rule),
  returnTravel,
  healthInsurance,
  noThreat,
  guardianConsent,
  swedishAddress,
];
