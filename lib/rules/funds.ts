import {
  MAINTENANCE_RESEARCH,
  MAINTENANCE_STUDENT,
  REDUCTION_FREE_FOOD,
  REDUCTION_FREE_HOUSING,
} from "./amounts/maintenance";
import { amountOn, type Parameter } from "./amounts/parameter";
import type { Case } from "./case";
import { AUTHORITY, MET, NOT_MET, unknown, type Verdict } from "./clause";
import type { FactId } from "./facts";
import { lacks } from "./logic";

/** How the means of a permit are measured. */
export type FundsRule = {
  /** The amount that the law fixes; its value is null where it fixes none. */
  parameter: Parameter;
  /** The amount that surely suffices. */
  measure: Parameter;
  reductions: readonly { fact: "freeFood" | "freeHousing"; parameter: Parameter }[];
};

export const STUDENT_FUNDS: FundsRule = {
  parameter: MAINTENANCE_STUDENT,
  measure: MAINTENANCE_STUDENT,
  reductions: [
    { fact: "freeFood", parameter: REDUCTION_FREE_FOOD },
    { fact: "freeHousing", parameter: REDUCTION_FREE_HOUSING },
  ],
};

export const RESEARCH_FUNDS: FundsRule = {
  parameter: MAINTENANCE_RESEARCH,
  measure: MAINTENANCE_STUDENT,
  reductions: [],
};

const NO_FIXED_AMOUNT: Verdict = { ...AUTHORITY, reason: "no-fixed-amount" };
const EXPIRED: Verdict = {
  ...AUTHORITY,
  reason: "amount-expired",
  expired: [MAINTENANCE_STUDENT.id],
};

/** What is needed a month, with what food and housing given free take off it. */
export function neededPerMonth(rule: FundsRule, { facts, date }: Pick<Case, "facts" | "date">) {
  const amount = amountOn(rule.measure, date);
  const reductions = rule.reductions
    .filter(({ fact }) => facts[fact] === true)
    .map(({ parameter }) => ({ id: parameter.id, value: amountOn(parameter, date).value ?? 0 }));
  const off = reductions.reduce((sum, { value }) => sum + value, 0);
  return { amount, reductions, perMonth: (amount.value ?? 0) - off };
}

/**
 * Savings and income of the months against the need of the months. Not waiting for what cannot change it: an income
 * that covers each month does for any stay, savings that cover the stay do for any income.
 */
export function fundsVerdict(rule: FundsRule, c: Case, months = c.stay.months): Verdict {
  const { amount, perMonth } = neededPerMonth(rule, c);
  if (amount.isExpired) return EXPIRED;
  const { savingsSek: savings, monthlyIncomeSek: income } = c.facts;
  const short = perMonth - (income ?? 0);
  if (short <= 0) return MET;
  if (months !== undefined && (savings ?? 0) >= short * months) return MET;

  const missing: FactId[] = months === undefined ? [...c.stay.missing] : [];
  if (savings === undefined) missing.push(...lacks("savingsSek"));
  if (income === undefined) missing.push(...lacks("monthlyIncomeSek"));
  const isPenniless = savings === 0 && income !== undefined;
  if (missing.length > 0 && !isPenniless) return unknown(missing);
  return rule.parameter === rule.measure ? NOT_MET : NO_FIXED_AMOUNT;
}
