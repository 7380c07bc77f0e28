import { describe, expect, it } from "vitest";
import { lastDayWithin } from "./last-day";
import { isDayOff } from "./swedish-holidays";

const THREE_WEEKS = 21;

describe("days off, lag (1989:253) and lag (1930:173) 2 §", () => {
  it.each([
    ["2026-11-21", true, "a Saturday"],
    ["2026-11-22", true, "a Sunday"],
    ["2026-11-23", false, "a Monday"],
    ["2026-01-01", true, "nyårsdagen"],
    ["2026-01-02", false, "the day after"],
    ["2026-01-05", false, "trettondagsafton"],
    ["2026-01-06", true, "trettondedag jul"],
    ["2026-04-02", false, "skärtorsdagen"],
    ["2026-04-03", true, "långfredagen"],
    ["2026-04-06", true, "annandag påsk"],
    ["2026-04-07", false, "the day after"],
    ["2026-04-30", false, "valborgsmässoafton"],
    ["2026-05-01", true, "första maj"],
    ["2026-05-14", true, "Kristi himmelsfärdsdag"],
    ["2026-05-15", false, "the day after"],
    ["2026-05-25", false, "what was annandag pingst until 2004"],
    ["2025-06-06", true, "nationaldagen"],
    ["2026-06-19", true, "midsommarafton"],
    ["2026-06-18", false, "the day before"],
    ["2027-06-25", true, "midsommarafton"],
    ["2027-06-18", false, "a Friday in June"],
    ["2026-10-30", false, "the day before alla helgons dag"],
    ["2026-10-31", true, "alla helgons dag"],
    ["2026-12-23", false, "the day before"],
    ["2026-12-24", true, "julafton"],
    ["2026-12-25", true, "juldagen"],
    ["2028-12-26", true, "annandag jul"],
    ["2026-12-31", true, "nyårsafton"],
  ])("%s: %s, %s", (day, isOff) => {
    expect(isDayOff(day)).toBe(isOff);
  });

  it.each([
    ["2024", "03-29", "04-01", "05-09"],
    ["2025", "04-18", "04-21", "05-29"],
    ["2027", "03-26", "03-29", "05-06"],
    ["2028", "04-14", "04-17", "05-25"],
    ["2038", "04-23", "04-26", "06-03"],
  ])("Easter of %s: Good Friday %s, Monday %s, Ascension %s", (year, ...days) => {
    for (const day of days) expect(isDayOff(`${year}-${day}`)).toBe(true);
  });
});

describe("three weeks from the day of service, FL 44 and lag (1930:173)", () => {
  it.each([
    ["2026-11-02", "2026-11-23", "a Monday gives a Monday"],
    ["2026-11-06", "2026-11-27", "a Friday gives a Friday"],
    ["2026-11-07", "2026-11-30", "a Saturday gives the Monday after"],
    ["2026-11-08", "2026-11-30", "a Sunday gives the Monday after"],
    ["2026-12-03", "2026-12-28", "julafton gives the Monday after Christmas and its weekend"],
    ["2026-12-10", "2027-01-04", "nyårsafton, nyårsdagen and a weekend follow each other"],
    ["2026-12-16", "2027-01-07", "trettondedag jul gives the day after"],
    ["2026-03-13", "2026-04-07", "Good Friday to Easter Monday"],
    ["2026-05-29", "2026-06-22", "midsommarafton gives the Monday"],
    ["2026-03-09", "2026-03-30", "over the start of summer time"],
    ["2026-10-05", "2026-10-26", "over the end of summer time"],
    ["2028-02-08", "2028-02-29", "onto a leap day"],
  ])("served on %s, %s: %s", (served, last) => {
    expect(lastDayWithin(THREE_WEEKS, served)).toBe(last);
  });
});
