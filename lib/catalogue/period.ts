import { dayBefore } from "@/lib/rules/calendar";
import { EDITIONS, type EditionId, isInForce } from "@/lib/rules/editions";

/** Both days included; `null` where it stands until the law is changed. */
export type Period = { from: string; until: string | null };

const isIn = ({ from, until }: Period, lawDate: string) =>
  isInForce({ from, until: until ?? undefined }, lawDate);

/**
 * When a clause dated so applies where these editions are switched on: a clause comes with the first edition that has it
 * and goes with the next that has not. `null` where none of them has it.
 */
export function periodUnder(dated: Period, editions: readonly EditionId[]): Period | null {
  const laws = EDITIONS.filter(({ id }) => editions.includes(id)).map(({ from }) => from);
  const first = laws.find((law) => isIn(dated, law));
  if (first === undefined) return null;
  const next = laws.find((law) => law > first && !isIn(dated, law));
  return { from: first, until: next === undefined ? null : dayBefore(next) };
}

/** How a clause stands on a day: in force, still to come, gone, or in no edition that is switched on. */
export type Standing = "now" | "later" | "past" | "never";

export function standingOn(date: string, period: Period | null): Standing {
  if (period === null) return "never";
  if (period.from > date) return "later";
  return period.until !== null && period.until < date ? "past" : "now";
}
