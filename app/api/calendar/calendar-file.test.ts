import { describe, expect, it } from "vitest";
import type { TimelineWords } from "@/components/timeline/timeline-words";
import { DEFAULT_EDITIONS, type PermitPeriod } from "@/lib/rules";
import { timelineOf } from "@/lib/timeline/timeline";
import { calendarFile } from "./calendar-file";

const words = {
  t: (key: string) => `${key}, å; و`,
  way: (way: string) => way,
} as unknown as TimelineWords;

const file = (...periods: PermitPeriod[]) =>
  calendarFile(timelineOf(periods, "2026-11-22", DEFAULT_EDITIONS), words);
const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, "").split("\r\n");

describe("the calendar file", () => {
  const lines = unfolded(
    file({ permit: "studies", doctoral: true, from: "2025-08-01", until: "2027-08-31" }),
  );
  const all = (name: string) => lines.filter((line) => line.startsWith(name));

  it("is a calendar with an event for the last day and each way", () => {
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(["BEGIN:VCALENDAR", "END:VCALENDAR", ""]);
    expect(all("VERSION")).toEqual(["VERSION:2.0"]);
    expect(all("DTSTART")).toEqual([
      "DTSTART;VALUE=DATE:20270831",
      "DTSTART;VALUE=DATE:20280801",
      "DTSTART;VALUE=DATE:20290731",
    ]);
    expect(all("DTEND").concat(all("DURATION"))).toEqual([]);
  });

  it("reminds by durations that are ones, and gives each event an id of its own", () => {
    expect(all("TRIGGER")).toEqual(["TRIGGER:-PT2160H", "TRIGGER:-PT336H"]);
    expect(new Set(all("UID")).size).toBe(3);
    expect(all("DTSTAMP")).toHaveLength(3);
  });

  it("escapes text, and ends every line with CR LF", () => {
    expect(all("SUMMARY")[0]).toBe("SUMMARY:calendar.extend\\, å\\; و");
    expect(file({ permit: "work", from: "2025-01-01", until: "2027-01-01" })).not.toMatch(/[^\r]\n/);
  });

  it("says when a permit ends that cannot be extended", () => {
    const text = file({ permit: "job-seeking-after-studies", from: "2026-09-01", until: "2027-08-31" });
    expect(text).toContain("SUMMARY:calendar.replace");
  });
});
