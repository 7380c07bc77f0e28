import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import type { Facts, HeldPermit, PermitPeriod } from "../facts";
import { fromSweden, missingOf, stateOf } from "../scenarios/answers";
import { settledResearcher } from "../scenarios/people";

const ID = "qualifying-residence";
const period = (permit: HeldPermit, from: string, until: string, doctoral?: boolean): PermitPeriod => ({
  permit,
  from,
  until,
  doctoral,
});
const having = (...permitHistory: PermitPeriod[]): Facts => ({ ...settledResearcher, permitHistory });
const FOUR = "met four-years";
const THREE = "met three-unbroken-years";
const TWO = "met two-years-of-business";

describe("UtlL 5:5 st1, four years of seven", () => {
  it.each<[string, PermitPeriod[], string]>([
    // Both days counted, up to the decision on 1 July 2026: 1 461 days begin on 2 July 2022.
    ["1461 days", [period("work", "2022-07-02", "2027-12-31")], FOUR],
    ["1460 days", [period("work", "2022-07-03", "2027-12-31")], "not-met"],
    ["1462 days", [period("work", "2022-07-01", "2027-12-31")], FOUR],
    ["not beyond the decision", [period("work", "2023-07-02", "2030-12-31")], "not-met"],
    ["before the window", [period("work", "2012-01-01", "2019-06-30")], "not-met"],
    // The window opens on 1 July 2019: 1 461 days end on 30 June 2023.
    ["from the first day of the window", [period("work", "2015-01-01", "2023-06-30")], FOUR],
    ["a day less in the window", [period("work", "2015-01-01", "2023-06-29")], "not-met"],
    [
      "with an interruption",
      [period("work", "2019-07-01", "2021-06-30"), period("ict", "2022-01-01", "2023-12-31")],
      FOUR,
    ],
    [
      "overlap counts once",
      [period("work", "2022-07-03", "2027-12-31"), period("research", "2022-07-03", "2024-12-31")],
      "not-met",
    ],
    [
      "contained",
      [period("work", "2022-07-02", "2026-12-31"), period("ict", "2023-01-01", "2023-02-01")],
      FOUR,
    ],
    [
      "of several kinds",
      [
        period("seasonal-work", "2022-07-02", "2022-12-31"),
        period("ict-mobility", "2023-01-01", "2023-06-30"),
        period("eu-blue-card", "2023-07-01", "2024-06-30"),
        period("research-mobility", "2024-07-01", "2024-12-31"),
        period("studies", "2025-01-01", "2025-12-31", true),
        period("research", "2026-01-01", "2026-12-31"),
      ],
      FOUR,
    ],
    ["master studies", [period("studies", "2020-01-01", "2026-12-31", false)], "not-met"],
    ["studies of no known kind", [period("studies", "2020-01-01", "2026-12-31")], "not-met"],
    ["job-seeking", [period("job-seeking-after-research", "2020-01-01", "2026-12-31")], "not-met"],
    ["business", [period("self-employment", "2020-01-01", "2026-06-30")], "not-met"],
    ["visits", [period("visiting-doctoral", "2020-01-01", "2026-12-31")], "not-met"],
    ["nothing", [], "not-met"],
    ["after the decision", [period("work", "2026-07-02", "2032-12-31")], "not-met"],
  ])("%s", (_, permitHistory, expected) => {
    expect(stateOf({ ...settledResearcher, permitHistory }, ID)).toBe(expected);
  });

  it("counts research before the proposal too", () => {
    const facts: Facts = {
      ...having(period("research", "2022-01-01", "2027-12-31")),
      decisionDate: "2026-02-28",
    };
    expect(stateOf(facts, ID)).toBe(FOUR);
  });

  it("counts the leap day of the window", () => {
    const facts: Facts = {
      ...having(period("work", "2024-02-29", "2029-12-31")),
      decisionDate: "2028-02-28",
    };
    expect(stateOf(facts, ID)).toBe(FOUR);
    expect(stateOf({ ...facts, decisionDate: "2028-02-27" }, ID)).toBe("not-met");
  });
});

describe("UtlL 5:5 st2 p2, three unbroken years", () => {
  it.each<[string, PermitPeriod[], string]>([
    ["three years by the calendar", [period("research", "2023-07-01", "2027-01-01")], THREE],
    ["a day less", [period("research", "2023-07-02", "2027-01-01")], "not-met"],
    ["held on the day", [period("research", "2023-01-01", "2026-07-01")], THREE],
    ["ended the day before", [period("research", "2023-01-01", "2026-06-30")], "not-met"],
    [
      "the next begins the day after",
      [period("studies", "2023-01-15", "2025-01-14", true), period("research", "2025-01-15", "2027-06-30")],
      THREE,
    ],
    [
      "a day between",
      [period("studies", "2023-01-15", "2025-01-13", true), period("research", "2025-01-15", "2027-06-30")],
      "not-met",
    ],
    [
      "in any order of the list",
      [period("research", "2025-01-15", "2027-06-30"), period("eu-blue-card", "2023-01-15", "2025-01-14")],
      THREE,
    ],
    [
      "overlapping",
      [
        period("research-mobility", "2023-01-15", "2025-06-30"),
        period("research", "2025-01-15", "2027-06-30"),
      ],
      THREE,
    ],
    [
      "job-seeking breaks it",
      [
        period("studies", "2023-01-15", "2025-01-14", true),
        period("job-seeking-after-studies", "2025-01-15", "2025-06-30"),
        period("research", "2025-07-01", "2027-06-30"),
      ],
      "not-met",
    ],
    [
      "work breaks it",
      [
        period("research", "2023-01-15", "2025-01-14"),
        period("work", "2025-01-15", "2025-06-30"),
        period("research", "2025-07-01", "2027-06-30"),
      ],
      "not-met",
    ],
    ["master studies do not count", [period("studies", "2023-01-15", "2027-01-14", false)], "not-met"],
  ])("%s", (_, permitHistory, expected) => {
    expect(stateOf({ ...settledResearcher, permitHistory }, ID)).toBe(expected);
  });

  it.each([
    ["2026-03-01", THREE],
    ["2026-02-28", "not-met"],
  ])("decided on %s is %s", (decisionDate, expected) => {
    const facts: Facts = { ...having(period("research", "2022-12-01", "2027-12-31")), decisionDate };
    expect(stateOf(facts, ID)).toBe(expected);
  });
});

describe("UtlL 5:5 st2 p1, two years of business", () => {
  it.each<[Facts, string]>([
    [{ ...having(period("self-employment", "2024-07-01", "2027-01-01")), businessEstablished: true }, TWO],
    [
      { ...having(period("self-employment", "2024-07-02", "2027-01-01")), businessEstablished: true },
      "not-met",
    ],
    [
      { ...having(period("self-employment", "2024-07-01", "2027-01-01")), businessEstablished: false },
      "not-met",
    ],
    [
      { ...having(period("self-employment", "2024-07-01", "2027-01-01")), businessEstablished: undefined },
      "unknown",
    ],
    [
      { ...having(period("self-employment", "2024-07-01", "2026-06-30")), businessEstablished: true },
      "not-met",
    ],
    [
      {
        ...having(period("self-employment", "2024-01-01", "2027-01-01")),
        businessEstablished: true,
        decisionDate: "2026-02-28",
      },
      TWO,
    ],
  ])("%#: %s", (facts, expected) => {
    expect(stateOf(facts, ID)).toBe(expected);
  });

  it("asks for the history alone while that is not known", () => {
    const open: Facts = { ...settledResearcher, permitHistory: undefined, businessEstablished: undefined };
    expect(missingOf(open, ID)).toEqual(["permitHistory"]);
  });
});

describe("UtlL 5:18a, permanent residence from inside", () => {
  const work = period("work", "2021-01-01", "2027-01-01");
  const business = period("self-employment", "2023-01-01", "2027-01-01");
  const OLD = { decisionDate: "2026-02-28" };

  it.each<[Facts, (string | undefined)[]]>([
    [having(work), ["allowed", "UtlL 5:18a st1"]],
    [{ ...having(work), ...OLD }, ["allowed", "UtlL 5:18a st1"]],
    [settledResearcher, ["allowed", "UtlL 5:18a st1"]],
    [{ ...having(business), businessEstablished: true }, ["allowed", "UtlL 5:18a st1"]],
    [{ ...having(business), businessEstablished: true, ...OLD }, ["not-allowed", "UtlL 5:18 st1"]],
    [
      { ...having(business), businessEstablished: true, exceptionalReasons: true, ...OLD },
      ["authority", "UtlL 5:18 st2 p11"],
    ],
    [{ ...settledResearcher, permitHistory: undefined, ...OLD }, ["unknown", "UtlL 5:18a st1"]],
    [{ ...settledResearcher, permitHistory: undefined }, ["allowed", "UtlL 5:18a st1"]],
  ])("%#: %o", (facts, expected) => {
    expect(fromSweden(facts)).toEqual(expected);
  });

  it.each<[Facts, string[], string[]]>([
    [settledResearcher, ["revocation-7-7h"], []],
    [{ ...settledResearcher, currentPermitValidUntil: "2026-07-01" }, ["revocation-7-7h"], []],
    [{ ...settledResearcher, currentPermitValidUntil: "2026-06-30" }, [], []],
    [{ ...settledResearcher, currentPermit: "none" }, [], []],
    [{ ...settledResearcher, decisionDate: "2026-03-01" }, ["revocation-7-7h"], []],
    [{ ...settledResearcher, decisionDate: "2026-02-28" }, [], ["apply-when-permit-runs-out"]],
  ])("%#: requests %o, notes %o", (facts, requests, notes) => {
    const { alsoRequest, notes: told } = assess(facts);
    expect([alsoRequest, told.map(({ id }) => id)]).toEqual([requests, notes]);
  });

  it("may be granted, for good, with any work", () => {
    expect(assess(settledResearcher)).toMatchObject({
      discretionary: true,
      validity: { kind: "permanent" },
      rights: { workHoursPerWeek: "unlimited", cites: ["UtlL 2:8c p3"] },
      decisionWithinDays: null,
    });
  });
});
