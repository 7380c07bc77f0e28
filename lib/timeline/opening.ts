import type { EditionId, PermitPeriod } from "@/lib/rules";
import { addYears, dayAfter } from "@/lib/rules/calendar";
import { isOpen, type Way } from "./ways";

/** First and last day on which a way is open; `until` is absent where no end is in sight. */
export type Opening = { way: Way; from: string; until?: string };

/** The longest way takes four years; one more lets an end come into sight. */
const YEARS_AHEAD = 5;

/**
 * From which day on, not before `today`, a way is open. Every day is tried: a way can close again, as when days fall out of
 * the seven years, and may then open a second time, which is not looked for. `null` where it never opens with these permits.
 */
export function openingOf(
  way: Way,
  history: readonly PermitPeriod[],
  today: string,
  editions: readonly EditionId[],
): Opening | null {
  const latest = history.reduce((day, { from }) => (from > day ? from : day), today);
  const end = addYears(latest, YEARS_AHEAD);
  let from: string | undefined;
  let last = "";
  for (let day = today; day <= end; day = dayAfter(day)) {
    if (isOpen(way, history, day, editions)) from ??= day;
    else if (from !== undefined) return { way, from, until: last };
    last = day;
  }
  return from === undefined ? null : { way, from };
}
