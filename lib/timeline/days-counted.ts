import type { EditionId, PermitPeriod } from "@/lib/rules";
import { addYears, dayAfter, dayNumber, daysOfStay } from "@/lib/rules/calendar";
import { breaksOf, byDate } from "./stretches";
import { countsFor, type Way } from "./ways";

/** A stretch of the table: a permit, the time between two, or the time with two at once. Both days included. */
export type Stretch = {
  kind: "permit" | "gap" | "overlap";
  from: string;
  until: string;
  days: number;
  /** Of a permit: which one, and the ways that it counts for. */
  permit?: PermitPeriod;
  countsFor?: readonly Way[];
};

export type DaysCounted = {
  /** Earliest first. */
  stretches: readonly Stretch[];
  /** First day of the time that is looked at, back from the present. */
  windowFrom: string;
  /** Days that count towards four years in it, each once, up to today. */
  days: number;
  /** First day of the time that counts towards three unbroken years and reaches up to today; null where there is none. */
  unbrokenSince: string | null;
};

/** UtlL 5:5 st1. */
const WINDOW_IN_YEARS = 7;

const upTo = (periods: readonly PermitPeriod[], today: string) =>
  byDate(periods)
    .filter(({ from }) => from <= today)
    .map((one) => (one.until > today ? { ...one, until: today } : one));

function daysOnce(periods: readonly PermitPeriod[], windowFrom: string): number {
  let days = 0;
  let next = dayNumber(windowFrom);
  for (const { from, until } of periods) {
    const last = dayNumber(until);
    if (last < next) continue;
    days += last - Math.max(dayNumber(from), next) + 1;
    next = last + 1;
  }
  return days;
}

function unbroken(periods: readonly PermitPeriod[], today: string): string | null {
  let since: string | null = null;
  let latest = "";
  for (const { from, until } of periods) {
    if (since === null || from > dayAfter(latest)) since = from;
    if (until > latest) latest = until;
  }
  return latest === today ? since : null;
}

/**
 * The permits held with what lies between them, and the days that count on `today` (UtlL 5:5). Which permits count, the
 * rules say.
 * @throws {RulesError} `no-law-for-date`
 */
export function daysCounted(
  periods: readonly PermitPeriod[],
  today: string,
  editions: readonly EditionId[],
): DaysCounted {
  const permits = byDate(periods).map((permit): Stretch => {
    const { from, until } = permit;
    const ways = countsFor(permit, today, editions);
    return { kind: "permit", from, until, days: daysOfStay(from, until), permit, countsFor: ways };
  });
  const { gaps, overlaps } = breaksOf(periods);
  const breaks = [
    ...gaps.map((gap): Stretch => ({ kind: "gap", ...gap })),
    ...overlaps.map((overlap): Stretch => ({ kind: "overlap", ...overlap })),
  ];
  const counting = (way: Way) =>
    upTo(
      permits.flatMap(({ permit, countsFor: ways }) => (permit && ways?.includes(way) ? [permit] : [])),
      today,
    );
  const windowFrom = addYears(today, -WINDOW_IN_YEARS);
  return {
    stretches: [...permits, ...breaks].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    windowFrom,
    days: daysOnce(counting("four-years"), windowFrom),
    unbrokenSince: unbroken(counting("three-unbroken-years"), today),
  };
}
