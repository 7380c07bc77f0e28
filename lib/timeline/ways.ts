import { assess, type Citation, type EditionId, type PermitPeriod } from "@/lib/rules";
import { addYears } from "@/lib/rules/calendar";

/** UtlL 5:5, by the reason that the rules give where the condition is met. */
export const WAYS = ["three-unbroken-years", "four-years", "two-years-of-business"] as const;

export type Way = (typeof WAYS)[number];

/** Where UtlL 5:5 says so; the rules cite the section as a whole, since they ask whether any of the ways is open. */
export const CITES: Record<Way, readonly Citation[]> = {
  "three-unbroken-years": ["UtlL 5:5 st2 p2"],
  "four-years": ["UtlL 5:5 st1"],
  "two-years-of-business": ["UtlL 5:5 st2 p1"],
};

/**
 * How far back a way looks, in years; all of it where absent. No other way can be met within the time of the short ones,
 * so that the history cut to it shows whether that very way is.
 */
const LOOKS_BACK: Partial<Record<Way, number>> = { "three-unbroken-years": 3, "two-years-of-business": 2 };

function lastYears(history: readonly PermitPeriod[], years: number, date: string): PermitPeriod[] {
  const start = addYears(date, -years);
  return history
    .filter(({ until }) => until >= start)
    .map((period) => (period.from < start ? { ...period, from: start } : period));
}

/**
 * Whether the time with permits is enough for permanent residence in this way, decided on this day. A business is taken to
 * be established.
 * @throws {RulesError} `no-law-for-date`
 */
export function isOpen(
  way: Way,
  history: readonly PermitPeriod[],
  date: string,
  editions: readonly EditionId[],
): boolean {
  const years = LOOKS_BACK[way];
  const permitHistory = years === undefined ? history : lastYears(history, years, date);
  const { conditions } = assess(
    { permit: "permanent", decisionDate: date, permitHistory, businessEstablished: true },
    { editions },
  );
  return conditions.some(
    ({ id, state, reason }) => id === "qualifying-residence" && state === "met" && reason === way,
  );
}

/** Longer than the longest way and than the time it looks back over. */
const YEARS_TRIED = 8;

/** The ways that the time with such a permit counts for. */
export function countsFor(
  { permit, doctoral }: Pick<PermitPeriod, "permit" | "doctoral">,
  date: string,
  editions: readonly EditionId[],
): Way[] {
  const history = [{ permit, doctoral, from: addYears(date, -YEARS_TRIED), until: date }];
  return WAYS.filter((way) => isOpen(way, history, date, editions));
}
