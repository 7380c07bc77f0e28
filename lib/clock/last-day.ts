import { dayAfter } from "@/lib/rules/calendar";
import { addDays, isDayOff } from "./swedish-holidays";

/**
 * The last day in Sweden to do something within so many days from a day, which itself is not counted. Weeks end on the weekday
 * from which they are counted (lag 1930:173, 1 §), so three weeks are 21 days; a last day that is a Saturday, Sunday,
 * holiday or one of three eves gives way to the next weekday (2 §). ISO days in and out.
 */
export function lastDayWithin(days: number, from: string): string {
  let last = addDays(from, days);
  while (isDayOff(last)) last = dayAfter(last);
  return last;
}
