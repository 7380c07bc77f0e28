import { swedishDay } from "@/lib/i18n/swedish-time";
import { addMonths, dayAfter, dayNumber } from "@/lib/rules/calendar";
import { addDays } from "./swedish-holidays";

/** A time in which the authority waits for the applicant; without `until` it still does. */
export type Pause = { from: Date; until: Date | null };

export type ClockInput = {
  submittedAt: Date;
  /** UtlF 4a:1: 60 or 90 days; null where no such time is set. */
  limitDays: number | null;
  pauses: readonly Pause[];
  /** ISO day in Sweden. */
  today: string;
};

export type StatutoryClock = {
  /** Days that have gone, those of a pause left out; 0 on the day of the application. */
  day: number;
  /** Of so many, or null where no time is set. */
  of: number | null;
  /** The last day by which it should be decided, as things stand today; null where no time is set. */
  dueOn: string | null;
  /** The day since which it stands still; null while it runs. */
  pausedSince: string | null;
  /** How many days it has stood still in all. */
  pausedDays: number;
  /** How many days over the time; 0 within it. */
  lateBy: number;
  /** The day on which six months have gone, pauses counted in (FL 12). */
  sixMonthsOn: string;
  /** From the day after that, the applicant may ask in writing for a decision. */
  mayDemandDecision: boolean;
};

type Stretch = { from: number; until: number };

/** Together, without counting a day of two pauses twice. */
function pausedDaysOf(stretches: readonly Stretch[]): number {
  let sum = 0;
  let reached = 0;
  for (const { from, until } of [...stretches].sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, reached);
    sum += Math.max(0, until - start);
    reached = Math.max(reached, until);
  }
  return sum;
}

/**
 * The statutory time for the decision: days in Sweden from the day on which the application came in, extended by the days
 * on which a complement was awaited (UtlF 4a:1 second paragraph), and the six months of FL 12, which nothing stops.
 * Pure; each day counts once whatever its length.
 */
export function statutoryClock({ submittedAt, limitDays, pauses, today }: ClockInput): StatutoryClock {
  const submittedOn = swedishDay(submittedAt);
  const first = dayNumber(submittedOn);
  const now = Math.max(first, dayNumber(today));
  const within = (moment: Date | null) =>
    moment ? Math.min(now, Math.max(first, dayNumber(swedishDay(moment)))) : now;
  const pausedDays = pausedDaysOf(
    pauses.map(({ from, until }) => ({ from: within(from), until: within(until) })),
  );
  const running = pauses.filter(({ until }) => !until).map(({ from }) => swedishDay(from));
  const day = now - first - pausedDays;
  const sixMonthsOn = addMonths(submittedOn, 6);
  return {
    day,
    of: limitDays,
    dueOn: limitDays === null ? null : addDays(submittedOn, limitDays + pausedDays),
    pausedSince: running.sort()[0] ?? null,
    pausedDays,
    lateBy: limitDays === null ? 0 : Math.max(0, day - limitDays),
    sixMonthsOn,
    mayDemandDecision: today >= dayAfter(sixMonthsOn),
  };
}
