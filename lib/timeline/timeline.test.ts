import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assess,
  CONDITION_CASES,
  DEFAULT_EDITIONS,
  EDITIONS,
  HELD_PERMITS,
  type HeldPermit,
  type PermitPeriod,
} from "@/lib/rules";
import { addYears, dayAfter, dayBefore } from "@/lib/rules/calendar";
import { openingOf } from "./opening";
import { timelineOf } from "./timeline";
import { countsFor, isOpen, WAYS, type Way } from "./ways";

const TODAY = "2026-11-22";
const editions = DEFAULT_EDITIONS;
const period = (permit: HeldPermit, from: string, until: string, doctoral?: true): PermitPeriod =>
  doctoral ? { permit, from, until, doctoral } : { permit, from, until };
const openings = (periods: PermitPeriod[], today = TODAY) =>
  Object.fromEntries(timelineOf(periods, today, editions).openings.map(({ way, from }) => [way, from]));

const THREE: Way = "three-unbroken-years";
const FOUR: Way = "four-years";
const TWO: Way = "two-years-of-business";

describe("the ways", () => {
  it("are the reasons of the rules, all of them", () => {
    const reasons = CONDITION_CASES.filter(
      ({ id, state }) => id === "qualifying-residence" && state === "met",
    );
    expect(new Set(WAYS)).toEqual(new Set(reasons.map(({ reason }) => reason)));
  });

  it.each<[string, HeldPermit, true | undefined, Way[]]>([
    ["research", "research", undefined, [THREE, FOUR]],
    ["doctoral studies", "studies", true, [THREE, FOUR]],
    ["other studies", "studies", undefined, []],
    ["work", "work", undefined, [FOUR]],
    ["business", "self-employment", undefined, [TWO]],
    ["job-seeking", "job-seeking-after-research", undefined, []],
    ["family", "family-of-researcher", undefined, []],
  ])("%s", (_, permit, doctoral, ways) => {
    expect(countsFor({ permit, doctoral }, TODAY, editions)).toEqual(ways);
  });
});

describe("when a way opens", () => {
  it.each<[string, PermitPeriod[], Record<string, string>]>([
    [
      "research since",
      [period("research", "2025-09-01", "2027-08-31")],
      { [THREE]: "2028-09-01", [FOUR]: "2029-08-31" },
    ],
    // 1 461 days of work, both counted: 1 September 2025 to 31 August 2029.
    ["work since", [period("work", "2025-09-01", "2027-08-31")], { [FOUR]: "2029-08-31" }],
    ["business since", [period("self-employment", "2025-09-01", "2027-08-31")], { [TWO]: "2027-09-01" }],
    [
      "a leap day",
      [period("research", "2024-02-29", "2027-08-31")],
      { [THREE]: "2027-02-28", [FOUR]: "2028-02-28" },
    ],
    [
      "in any mix",
      [period("studies", "2024-09-01", "2025-08-31", true), period("research", "2025-09-01", "2027-08-31")],
      { [THREE]: "2027-09-01", [FOUR]: "2028-08-31" },
    ],
    [
      "a day between",
      [period("research", "2024-09-01", "2025-08-30"), period("research", "2025-09-01", "2027-08-31")],
      { [THREE]: "2028-09-01", [FOUR]: "2028-09-01" },
    ],
    [
      "looking for work between",
      [
        period("research", "2023-01-01", "2024-12-31"),
        period("job-seeking-after-research", "2025-01-01", "2025-12-31"),
        period("research", "2026-01-01", "2027-12-31"),
      ],
      { [FOUR]: "2027-12-31", [THREE]: "2029-01-01" },
    ],
    ["long enough", [period("research", "2020-01-01", "2027-12-31")], { [THREE]: TODAY, [FOUR]: TODAY }],
    ["master's studies", [period("studies", "2020-01-01", "2027-12-31")], {}],
    ["nothing held today", [period("research", "2023-01-01", "2025-12-31")], {}],
    [
      "a permit that is still to begin",
      [period("research", "2027-01-01", "2031-12-31")],
      { [THREE]: "2030-01-01", [FOUR]: "2030-12-31" },
    ],
  ])("%s", (_, periods, expected) => {
    expect(openings(periods)).toEqual(expected);
  });

  it("not before the law that brings it", () => {
    const history = [period("research", "2022-06-01", "2027-12-31")];
    expect(openingOf(THREE, history, "2025-12-01", editions)?.from).toBe("2026-03-01");
    expect(openingOf(THREE, history, "2025-12-01", ["base"])).toBeNull();
  });

  it("closes when days fall out of the seven years, and with the permit", () => {
    const worked = period("work", "2020-01-01", "2025-12-31");
    const opening = openingOf(FOUR, [worked], TODAY, editions);
    expect(opening?.from).toBe(TODAY);
    const until = opening?.until ?? "";
    expect([
      isOpen(FOUR, [worked], until, editions),
      isOpen(FOUR, [worked], dayAfter(until), editions),
    ]).toEqual([true, false]);
    const ending = [
      period("research", "2020-01-01", "2027-06-30"),
      period("job-seeking-after-research", "2027-07-01", "2028-06-30"),
    ];
    expect(openingOf(THREE, ending, TODAY, editions)).toEqual({
      way: THREE,
      from: TODAY,
      until: "2027-06-30",
    });
  });
});

const day = fc
  .integer({ min: 0, max: 4500 })
  .map((days) => new Date(Date.UTC(2019, 0, 1 + days)).toISOString().slice(0, 10));
const anyPeriod = fc.tuple(fc.constantFrom(...HELD_PERMITS), fc.boolean(), day, day).map(
  ([permit, doctoral, a, b]): PermitPeriod => ({
    permit,
    doctoral,
    from: a < b ? a : b,
    until: a < b ? b : a,
  }),
);

describe("any history", () => {
  it("is met on the day found and not on the day before, and on the last day and not after", () => {
    fc.assert(
      fc.property(
        fc.array(anyPeriod, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...WAYS),
        fc.constantFrom("2025-01-01", "2026-02-28", TODAY, "2028-02-29"),
        (history, way, today) => {
          const opening = openingOf(way, history, today, editions);
          if (opening === null) return;
          const residence = (date: string) =>
            assess(
              { permit: "permanent", decisionDate: date, permitHistory: history, businessEstablished: true },
              { editions },
            ).conditions.find(({ id }) => id === "qualifying-residence")?.state;
          expect(residence(opening.from)).toBe("met");
          if (opening.from > today)
            expect(isOpen(way, history, dayBefore(opening.from), editions)).toBe(false);
          if (opening.until) {
            expect(isOpen(way, history, opening.until, editions)).toBe(true);
            expect(isOpen(way, history, dayAfter(opening.until), editions)).toBe(false);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it("opens no way that the rules do not, and misses none", () => {
    fc.assert(
      fc.property(fc.array(anyPeriod, { maxLength: 5 }), day, (permitHistory, decisionDate) => {
        const date = decisionDate < "2025-01-01" ? addYears(decisionDate, 6) : decisionDate;
        const { conditions } = assess(
          { permit: "permanent", decisionDate: date, permitHistory, businessEstablished: true },
          { editions },
        );
        const isMet = conditions.some(({ id, state }) => id === "qualifying-residence" && state === "met");
        expect(WAYS.some((way) => isOpen(way, permitHistory, date, editions))).toBe(isMet);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the present permit", () => {
  it("is the one held today that lasts longest, with its duties", () => {
    const { present, coveredUntil, runsOn } = timelineOf(
      [period("work", "2026-01-01", "2026-12-31"), period("studies", "2026-01-01", "2027-06-30")],
      TODAY,
      editions,
    );
    expect(present?.period.permit).toBe("studies");
    expect(present?.duties.map(({ id }) => id)).toEqual([
      "keep-address-current",
      "study-progress",
      "work-limit",
    ]);
    expect([present?.canBeExtended, coveredUntil, runsOn]).toEqual([true, "2027-06-30", true]);
  });

  it("runs on with what follows it, where that can be extended", () => {
    const { coveredUntil, runsOn, openings } = timelineOf(
      [
        period("research", "2024-12-01", "2026-12-31"),
        period("job-seeking-after-research", "2027-01-01", "2027-12-31"),
      ],
      TODAY,
      editions,
    );
    expect([coveredUntil, runsOn, openings]).toEqual(["2027-12-31", false, []]);
  });

  it("is none where none is held", () => {
    const { present, coveredUntil, runsOn } = timelineOf(
      [period("work", "2020-01-01", "2025-12-31")],
      TODAY,
      editions,
    );
    expect([present, coveredUntil, runsOn]).toEqual([null, null, false]);
  });

  it("asks the law of the day, and none of a day without", () => {
    const held = [period("studies", "2024-01-01", "2027-12-31")];
    const before = timelineOf(held, "2026-02-28", editions).present?.duties.map(({ id }) => id);
    expect(before).toEqual(["study-progress"]);
    expect(() => timelineOf(held, "2024-12-31", editions)).toThrow("no-law-for-date");
    expect(
      timelineOf(
        held,
        TODAY,
        EDITIONS.map(({ id }) => id),
      ).present,
    ).not.toBeNull();
  });
});
