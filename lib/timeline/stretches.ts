import type { PermitPeriod } from "@/lib/rules";
import { dayAfter, dayBefore, daysOfStay } from "@/lib/rules/calendar";

type Days = { from: string; until: string; days: number };

/** Time without any of the permits, and time with two of them at once. */
export type Breaks = { gaps: readonly Days[]; overlaps: readonly Days[] };

export const byDate = (periods: readonly PermitPeriod[]): PermitPeriod[] =>
  [...periods].sort((a, b) => (a.from + a.until < b.from + b.until ? -1 : 1));

const daysOf = (from: string, until: string): Days => ({ from, until, days: daysOfStay(from, until) });

/** A gap begins on the day after the latest permit so far ended; an overlap on the first day of the later permit. */
export function breaksOf(periods: readonly PermitPeriod[]): Breaks {
  const gaps: Days[] = [];
  const overlaps: Days[] = [];
  let latest: string | undefined;
  for (const { from, until } of byDate(periods)) {
    if (latest !== undefined && dayBefore(from) > latest)
      gaps.push(daysOf(dayAfter(latest), dayBefore(from)));
    if (latest !== undefined && from <= latest) overlaps.push(daysOf(from, until < latest ? until : latest));
    if (latest === undefined || until > latest) latest = until;
  }
  return { gaps, overlaps };
}

/** The permit held on a day; of several the one that lasts longest. */
export function heldOn(periods: readonly PermitPeriod[], day: string): PermitPeriod | null {
  const held = periods.filter(({ from, until }) => from <= day && day <= until);
  return held.reduce<PermitPeriod | null>(
    (longest, one) => (longest && longest.until >= one.until ? longest : one),
    null,
  );
}

/** The last permit of those that follow on one another without a gap from this one on. */
export function lastInARow(periods: readonly PermitPeriod[], first: PermitPeriod): PermitPeriod {
  return byDate(periods).reduce(
    (last, one) => (one.from <= dayAfter(last.until) && one.until > last.until ? one : last),
    first,
  );
}
