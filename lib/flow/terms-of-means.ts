import { explainFunds, type Facts, type FundsExplained } from "@/lib/rules";
import type { EditionId } from "@/lib/rules/editions";

/** The time of the permit that some means are enough for: its months and what they come to. */
type TermOfMeans = { months: number; required: number };

type TermsOfMeans = {
  /** The shorter first; one where the law knows only one. */
  terms: readonly TermOfMeans[];
  funds: FundsExplained;
};

/** Enough for any time. */
const RICH: Facts = { savingsSek: 1_000_000_000, monthlyIncomeSek: 0, passportValidUntil: "2150-12-31" };
const POOR: Facts = { savingsSek: 0, monthlyIncomeSek: 0 };

/**
 * The times that a permit may get by the means, where the law and not the person sets it (UtlL 5b:7 and 8): the rules are
 * asked how long it would be with much and with nothing. Null where that is not so, or before its first day is known.
 * @throws {RulesError} as `assess`
 */
export function termsOfMeans(
  facts: Facts,
  options: { editions?: readonly EditionId[] } = {},
): TermsOfMeans | null {
  if (facts.stayFrom === undefined) return null;
  const { stayUntil: _, ...known } = facts;
  const funds = explainFunds({ ...known, ...POOR }, options);
  const longest = explainFunds({ ...known, ...RICH }, options);
  if (funds?.months == null || longest?.months == null) return null;
  const months = [...new Set([funds.months, longest.months])];
  return { terms: months.map((count) => ({ months: count, required: funds.perMonth * count })), funds };
}
