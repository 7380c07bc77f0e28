import { describe, expect, it } from "vitest";
import {
  addMonths,
  addYears,
  dayAfter,
  dayBefore,
  dayNumber,
  daysOfStay,
  hasTurned,
  isCalendarDate,
  monthsOfStay,
} from "./calendar";

describe("dates", () => {
  it.each([
    ["2026-02-28", true],
    ["2026-02-29", false],
    ["2028-02-29", true],
    ["2100-02-29", false],
    ["2000-02-29", true],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-01-00", false],
    ["2026-1-1", false],
    ["26-01-01", false],
    ["2026-01-01T00:00:00", false],
    ["1899-12-31", false],
    ["", false],
  ])("%s is a day: %s", (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected);
  });

  it("numbers days as the platform does, over every day of forty years", () => {
    const first = dayNumber("2000-01-01");
    for (let days = 0; days < 40 * 365; days++) {
      const date = new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10);
      expect(dayNumber(date) - first).toBe(days);
      expect(isCalendarDate(date)).toBe(true);
      expect(dayBefore(dayAfter(date))).toBe(date);
    }
  });

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-03-31", -1, "2026-02-28"],
  ])("%s and %i months is %s", (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it.each([
    ["2024-02-29", 4, "2028-02-29"],
    ["2024-02-29", 3, "2027-02-28"],
    ["2026-07-01", -7, "2019-07-01"],
  ])("%s and %i years is %s", (date, years, expected) => {
    expect(addYears(date, years)).toBe(expected);
  });
});

describe("months of a stay", () => {
  it.each([
    ["2026-08-15", "2026-08-15", 1],
    ["2026-08-15", "2026-09-14", 1],
    ["2026-08-15", "2026-09-15", 2],
    ["2026-08-15", "2027-08-14", 12],
    ["2026-08-15", "2027-08-15", 13],
    ["2026-08-15", "2028-06-15", 23],
    ["2026-10-01", "2027-09-30", 12],
    ["2026-10-01", "2028-03-31", 18],
    // Clamped: one month from 31 January ends on the last of February.
    ["2026-01-31", "2026-02-27", 1],
    ["2026-01-31", "2026-02-28", 2],
    ["2026-01-31", "2026-03-30", 2],
    ["2026-01-31", "2026-03-31", 3],
    ["2024-02-29", "2025-02-27", 12],
    ["2024-02-29", "2025-02-28", 13],
    ["2027-03-01", "2028-02-29", 12],
    ["2027-03-01", "2028-03-01", 13],
    ["2026-08-15", "2026-08-14", 0],
  ])("%s to %s is %i", (from, until, expected) => {
    expect(monthsOfStay(from, until)).toBe(expected);
  });

  it("is the smallest number of months that ends after the stay", () => {
    for (let day = 0; day < 800; day++) {
      const from = "2027-12-31";
      const until = new Date(Date.UTC(2027, 11, 31 + day)).toISOString().slice(0, 10);
      const months = monthsOfStay(from, until);
      expect(addMonths(from, months) > until).toBe(true);
      expect(addMonths(from, months - 1) > until).toBe(false);
    }
  });

  it("counts both days", () => {
    expect(daysOfStay("2026-09-01", "2026-09-01")).toBe(1);
    expect(daysOfStay("2026-09-01", "2027-02-28")).toBe(181);
  });
});

describe("birthdays", () => {
  it.each([
    ["2008-07-02", "2026-07-01", false],
    ["2008-07-01", "2026-07-01", true],
    ["2008-02-29", "2026-02-27", false],
    ["2008-02-29", "2026-02-28", true],
  ])("born %s, 18 on %s: %s", (born, date, expected) => {
    expect(hasTurned(born, 18, date)).toBe(expected);
  });
});
