/** Calendar dates as ISO strings `YYYY-MM-DD`, compared as text. No time zones, no `Date`. */

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number) =>
  month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);

const digits = (date: string, at: number, length: number) => {
  let value = 0;
  for (let i = at; i < at + length; i++) value = value * 10 + date.charCodeAt(i) - 48;
  return value;
};

const yearOf = (date: string) => digits(date, 0, 4);
const monthOf = (date: string) => digits(date, 5, 2);
const dayOf = (date: string) => digits(date, 8, 2);

const isoDate = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;

/** Whether the text is a date that the calendar has, between the years 1900 and 2199. */
export function isCalendarDate(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const month = monthOf(text);
  const day = dayOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(yearOf(text), month);
}

/** Days since 1 January of the year 1: only differences mean anything. */
export function dayNumber(date: string): number {
  const year = yearOf(date);
  const month = monthOf(date);
  const before = year - 1;
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  const leapYears = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return before * 365 + leapYears + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + dayOf(date);
}

/** Number of days from the first to the last, both counted. */
export const daysOfStay = (from: string, until: string) => dayNumber(until) - dayNumber(from) + 1;

/**
 * The day that has the same number, clamped to the month's end: 31 January + 1 month is the last of February.
 * The same clamp decides a birthday on 29 February and periods of years (lagen 1930:173).
 */
export function addMonths(date: string, months: number): string {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return isoDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

export const addYears = (date: string, years: number) => addMonths(date, years * 12);

export function dayBefore(date: string): string {
  const day = dayOf(date);
  if (day > 1) return isoDate(yearOf(date), monthOf(date), day - 1);
  const last = addMonths(date, -1);
  return isoDate(yearOf(last), monthOf(last), daysInMonth(yearOf(last), monthOf(last)));
}

export function dayAfter(date: string): string {
  const year = yearOf(date);
  const month = monthOf(date);
  const day = dayOf(date);
  if (day < daysInMonth(year, month)) return isoDate(year, month, day + 1);
  return month === 12 ? isoDate(year + 1, 1, 1) : isoDate(year, month + 1, 1);
}

/**
 * Months of a stay, both days included: the smallest n for which `from` + n months (clamped) is later than `until`.
 * Zero or less where the stay ends before it begins.
 */
export function monthsOfStay(from: string, until: string): number {
  const year = yearOf(until);
  const month = monthOf(until);
  const months = (year - yearOf(from)) * 12 + month - monthOf(from);
  // `from` + months falls in the last month: it is later than `until` where its clamped day is.
  return Math.min(dayOf(from), daysInMonth(year, month)) > dayOf(until) ? months : months + 1;
}

/** Whether someone born on `birthDate` has had the birthday `age` on `date`; the birthday itself counts. */
export const hasTurned = (birthDate: string, age: number, date: string) => addYears(birthDate, age) <= date;
