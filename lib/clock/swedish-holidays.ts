import { dayAfter, dayBefore, dayNumber } from "@/lib/rules/calendar";

/** 0 is Monday, 6 is Sunday. */
const weekdayOf = (day: string) => (dayNumber(day) - 1) % 7;
const FRIDAY = 4;
const SATURDAY = 5;

/** The holidays and eves that have the same date each year: lag (1989:253) 1 §, lag (1930:173) 2 §. */
const FIXED = new Set(["01-01", "01-06", "05-01", "06-06", "12-24", "12-25", "12-26", "12-31"]);

/** Days from Easter Sunday: Good Friday, Easter Monday, Ascension. Easter and Pentecost are Sundays. */
const AROUND_EASTER = [-2, 1, 39];

/** The number of days by which `day` is later than Easter Sunday of its year (Gregorian, by the method of Meeus, Jones and Butcher). */
function daysAfterEaster(day: string): number {
  const year = Number(day.slice(0, 4));
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const date = (h + l - 7 * m + 33 * month + 19) % 32;
  return dayNumber(day) - dayNumber(`${year}-0${month}-${String(date).padStart(2, "0")}`);
}

/** Midsommarafton: the Friday in 19–25 June. */
const isMidsummerEve = (day: string) =>
  weekdayOf(day) === FRIDAY && day.slice(5) >= "06-19" && day.slice(5) <= "06-25";

/**
 * Whether something that is to be done at the latest on this day may be done on the next weekday instead: Sundays, other
 * general holidays (lag 1989:253), Saturdays, midsommarafton, julafton and nyårsafton (lag 1930:173, 2 §).
 */
export function isDayOff(day: string): boolean {
  if (weekdayOf(day) >= SATURDAY || FIXED.has(day.slice(5))) return true;
  return AROUND_EASTER.includes(daysAfterEaster(day)) || isMidsummerEve(day);
}

export function addDays(day: string, days: number): string {
  let result = day;
  for (let step = 0; step < Math.abs(days); step++) result = days > 0 ? dayAfter(result) : dayBefore(result);
  return result;
}
