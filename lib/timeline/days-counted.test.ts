import { describe, expect, it } from "vitest";
import { assess, DEFAULT_EDITIONS, type PermitPeriod } from "@/lib/rules";
import { addYears, dayAfter, dayBefore } from "@/lib/rules/calendar";
import { daysCounted } from "./days-counted";

const TODAY = "2026-11-22";
const counted = (periods: readonly PermitPeriod[]) => daysCounted(periods, TODAY, DEFAULT_EDITIONS);
const kinds = (periods: readonly PermitPeriod[]) => counted(periods).stretches.map(({ kind }) => kind);

const until = (day: string): PermitPeriod => ({ permit: "research", from: "2023-01-01", until: day });
const from = (day: string): PermitPeriod => ({ permit: "research", from: day, until: "2027-12-31" });

describe("two permits after one another", () => {
  it.each([
    ["2024-12-31", ["permit", "overlap", "permit"], "2023-01-01"],
    ["2025-01-01", ["permit", "permit"], "2023-01-01"],
    ["2025-01-02", ["permit", "gap", "permit"], "2025-01-02"],
  ])("the second from %s", (second, expected, since) => {
    const periods = [until("2024-12-31"), from(second)];
    expect(kinds(periods).sort()).toEqual([...expected].sort());
    expect(counted(periods).unbrokenSince).toBe(since);
  });

  it("counts a day with both once, and a day with none not at all", () => {
    const days = (second: string) => counted([until("2024-12-31"), from(second)]).days;
    expect([days("2024-12-30"), days("2025-01-01")]).toEqual([days("2025-01-01"), days("2025-01-01")]);
    expect(days("2025-01-02")).toBe(days("2025-01-01") - 1);
  });

  it("tells how long the gap and the overlap are, both days included", () => {
    const of = (second: string) =>
      counted([until("2024-12-31"), from(second)]).stretches.find(({ kind }) => kind !== "permit");
    expect(of("2025-01-02")).toEqual({ kind: "gap", from: "2025-01-01", until: "2025-01-01", days: 1 });
    expect(of("2024-12-31")).toEqual({ kind: "overlap", from: "2024-12-31", until: "2024-12-31", days: 1 });
  });
});

describe("the days that count", () => {
  const windowFrom = addYears(TODAY, -7);

  it.each([
    [dayBefore(windowFrom), 1],
    [windowFrom, 1],
    [dayAfter(windowFrom), 0],
  ])("from %s up to the first day of the seven years: %i", (first, days) => {
    const period: PermitPeriod = { permit: "work", from: first, until: windowFrom };
    expect(counted(first <= windowFrom ? [period] : []).days).toBe(days);
  });

  it("do not run beyond today", () => {
    const ending = (day: string) => counted([{ permit: "work", from: "2026-11-01", until: day }]).days;
    expect([ending(dayBefore(TODAY)), ending(TODAY), ending(dayAfter(TODAY))]).toEqual([21, 22, 22]);
  });

  it("are none with a permit that does not count, which breaks the time too", () => {
    const search: PermitPeriod = { permit: "job-seeking-after-research", from: "2025-01-01", until: TODAY };
    expect(counted([search])).toMatchObject({ days: 0, unbrokenSince: null });
    expect(counted([until("2024-12-31"), search]).unbrokenSince).toBeNull();
  });

  it.each([-1, 0, 1])("are as many as the rules find: four years and %i day", (more) => {
    const first = [addYears(TODAY, -4), dayAfter(addYears(TODAY, -4)), dayBefore(addYears(TODAY, -4))];
    const start = (more === 0 ? first[1] : more < 0 ? dayAfter(first[1] ?? "") : first[0]) ?? "";
    const periods: PermitPeriod[] = [{ permit: "work", from: start, until: TODAY }];
    const { conditions } = assess({ permit: "permanent", decisionDate: TODAY, permitHistory: periods });
    const isEnough = conditions.some(({ id, state }) => id === "qualifying-residence" && state === "met");
    expect([counted(periods).days, isEnough]).toEqual([1461 + more, more >= 0]);
  });

  it("reach back without a break as far as the rules find", () => {
    const three = addYears(TODAY, -3);
    for (const [start, isEnough] of [
      [dayAfter(three), false],
      [three, true],
      [dayBefore(three), true],
    ] as const) {
      const periods: PermitPeriod[] = [{ permit: "research", from: start, until: TODAY }];
      expect(counted(periods).unbrokenSince).toBe(start);
      const { conditions } = assess({
        permit: "permanent",
        decisionDate: TODAY,
        permitHistory: periods,
        businessEstablished: false,
      });
      expect(conditions.some(({ id, state }) => id === "qualifying-residence" && state === "met")).toBe(
        isEnough,
      );
    }
  });
});
