import { caseOf, type Options } from "./assess";
import type { Citation, ConditionState } from "./assessment";
import { DEFAULT_EDITIONS } from "./editions";
import type { Facts } from "./facts";
import { fundsVerdict, neededPerMonth } from "./funds";

/** The arithmetic of `funds`, for showing. SEK; null where a fact is missing for it. */
export type FundsExplained = {
  /** Of the stay, or of the 12 or 18 months that the permit is tried for. */
  months: number | null;
  /** The amount that the law fixes a month; `value` null where it fixes none, and `comparedWith` tells what surely suffices. */
  parameter: { id: string; value: number | null; cites: readonly Citation[] };
  comparedWith: {
    id: string;
    value: number;
    from: string;
    until: string | null;
    sourceId: string;
    isExpired: boolean;
    isComputed: boolean;
    isCarriedOver: boolean;
    cites: readonly Citation[];
  };
  reductions: readonly { id: string; value: number }[];
  perMonth: number;
  required: number | null;
  /** Savings and the income of the months. */
  have: number | null;
  /** What is lacking; 0 where it is enough. */
  shortfall: number | null;
  state: ConditionState;
};

/**
 * How the means are counted for the permit. Null where the permit has no such condition.
 * @throws {RulesError} as `assess`.
 */
export function explainFunds(
  facts: Facts,
  { editions = DEFAULT_EDITIONS }: Options = {},
): FundsExplained | null {
  const { permit, c } = caseOf(facts, editions);
  if (permit.funds === undefined) return null;
  const { parameter, measure } = permit.funds;
  const { amount, reductions, perMonth } = neededPerMonth(permit.funds, c);
  const months = c.stay.months ?? null;
  const { savingsSek: savings, monthlyIncomeSek: income } = facts;
  const required = months === null ? null : perMonth * months;
  const have =
    months === null || savings === undefined || income === undefined ? null : savings + income * months;
  return {
    months,
    parameter: {
      id: parameter.id,
      value: parameter === measure ? amount.value : null,
      cites: parameter.cites,
    },
    comparedWith: {
      id: measure.id,
      value: amount.value ?? 0,
      from: amount.from,
      until: amount.until ?? null,
      sourceId: amount.sourceId,
      isExpired: amount.isExpired,
      isComputed: amount.computed === true,
      isCarriedOver: amount.carriedOver === true,
      cites: measure.cites,
    },
    reductions,
    perMonth,
    required,
    have,
    shortfall: required === null || have === null ? null : Math.max(0, required - have),
    state: fundsVerdict(permit.funds, c).state,
  };
}
