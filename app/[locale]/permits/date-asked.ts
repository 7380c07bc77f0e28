import { swedishDay } from "@/lib/i18n/swedish-time";
import { editionsInForce } from "@/lib/law";
import { EDITIONS } from "@/lib/rules";
import { isCalendarDate } from "@/lib/rules/calendar";

export type DateAsked = {
  date: string;
  /** What is wrong with the day that was asked for; then `date` is today. */
  fault?: "invalid" | "noLaw";
  isToday: boolean;
};

/** First day on which a law in use is known. */
export const firstLaw = () =>
  EDITIONS.find(({ id }) => editionsInForce().includes(id))?.from ?? EDITIONS[0].from;

/** The day of `?date=`, or today in Sweden. Never another day than the one asked for without a word. */
export function dateAsked(asked: string | string[] | undefined): DateAsked {
  const today = swedishDay();
  if (asked === undefined || asked === "" || asked === today) return { date: today, isToday: true };
  if (typeof asked !== "string" || !isCalendarDate(asked))
    return { date: today, fault: "invalid", isToday: true };
  if (asked < firstLaw()) return { date: today, fault: "noLaw", isToday: true };
  return { date: asked, isToday: false };
}
