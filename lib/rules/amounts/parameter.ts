import type { Citation } from "../assessment";

/** One dated value of a parameter; both days included. Without `until` it stands until the law is changed. */
export type Amount = {
  from: string;
  until?: string;
  value: number | null;
  /** Key of where it was taken from. */
  sourceId: string;
  /** Computed here from a sourced amount, not itself read in a source. */
  computed?: true;
  /** Last period's amount, standing in until the new one has been entered. */
  carriedOver?: true;
};

export type Parameter<Id extends string = string> = {
  id: Id;
  unit: "SEK/month" | "SEK" | "EUR" | "hours/week" | "percent" | "credits";
  cites: readonly Citation[];
  amounts: readonly Amount[];
};

/** The value for the day, or the last one, marked as expired, where its period is over. */
export function amountOn(parameter: Parameter, date: string): Amount & { isExpired: boolean } {
  let latest: Amount | undefined;
  for (const amount of parameter.amounts) if (amount.from <= date) latest = amount;
  const amount = latest ?? parameter.amounts[0];
  if (amount === undefined) throw new Error(`${parameter.id} has no amounts`);
  return { ...amount, isExpired: amount.until !== undefined && amount.until < date };
}
