import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACTS } from "./facts";
import { describeFault, parseFacts } from "./facts-schema";
import { completeFacts } from "./scenarios/arbitrary-facts";
import { everyone } from "./scenarios/people";

const faultsOf = (input: unknown) => {
  const result = parseFacts(input);
  return result.ok ? [] : result.faults.map(({ path, code }) => [path.join("."), code]);
};

describe("parseFacts", () => {
  it("takes what is valid, as it is", () => {
    for (const person of everyone) expect(parseFacts(person)).toEqual({ ok: true, facts: person });
    expect(parseFacts({})).toEqual({ ok: true, facts: {} });
    fc.assert(
      fc.property(completeFacts, (facts) => {
        expect(faultsOf(facts)).toEqual([]);
      }),
    );
  });

  it.each([[null], [1], ["facts"], [[]], [true]])("%o is no object", (input) => {
    expect(faultsOf(input)).toEqual([["", "not-an-object"]]);
  });

  it.each<[string, unknown, string]>([
    ["colour", "red", "unknown-fact"],
    ["inSweden", "yes", "boolean"],
    ["inSweden", null, "boolean"],
    ["stayFrom", "2026-02-30", "date"],
    ["stayFrom", "2026-2-3", "date"],
    ["stayFrom", "2026-02-03T00:00:00Z", "date"],
    ["stayFrom", 20260203, "date"],
    ["birthDate", "0001-01-01", "date"],
    ["savingsSek", -1, "integer"],
    ["savingsSek", 1.5, "integer"],
    ["savingsSek", "100", "integer"],
    ["savingsSek", 1e12, "integer"],
    ["termsStudied", 1.5, "integer"],
    ["creditsPlannedYear1", -0.5, "number"],
    ["creditsPlannedYear1", Number.NaN, "number"],
    ["creditsPlannedYear1", Number.POSITIVE_INFINITY, "number"],
    ["workHoursPerWeek", "15", "number"],
    ["permit", "tourism", "one-of"],
    ["swedishAddress", true, "one-of"],
    ["citizenship", "IND", "country"],
    ["citizenship", "in", "country"],
    ["citizenship", "XX", "country"],
    ["citizenship", 356, "country"],
    ["permitHistory", {}, "periods"],
    [
      "permitHistory",
      Array.from({ length: 101 }, () => ({ permit: "work", from: "2020-01-01", until: "2020-01-02" })),
      "periods",
    ],
  ])("%s %o is a fault: %s", (fact, value, code) => {
    expect(faultsOf({ [fact]: value })).toEqual([[fact, code]]);
  });

  it.each<[object, string, string]>([
    [
      { permit: "work", from: "2020-01-02", until: "2020-01-01" },
      "permitHistory.0.until",
      "ends-before-it-begins",
    ],
    [{ permit: "walk", from: "2020-01-01", until: "2020-01-01" }, "permitHistory.0.permit", "one-of"],
    [{ permit: "work", from: "2020-01-01" }, "permitHistory.0.until", "date"],
    [{ permit: "work", from: "2020-13-01", until: "2021-01-01" }, "permitHistory.0.from", "date"],
    [
      { permit: "work", from: "2020-01-01", until: "2020-01-01", at: 1 },
      "permitHistory.0.at",
      "unknown-fact",
    ],
    [
      { permit: "work", doctoral: 1, from: "2020-01-01", until: "2020-01-01" },
      "permitHistory.0.doctoral",
      "boolean",
    ],
  ])("the period %o is a fault at %s: %s", (period, path, code) => {
    expect(faultsOf({ permitHistory: [period] })).toEqual([[path, code]]);
  });

  it("takes a period of one day, and a stay of one day", () => {
    const day = { from: "2020-01-01", until: "2020-01-01" };
    expect(
      faultsOf({ permitHistory: [{ permit: "work", ...day }], stayFrom: day.from, stayUntil: day.until }),
    ).toEqual([]);
  });

  it("wants the stay to end after it begins", () => {
    expect(faultsOf({ stayFrom: "2026-08-15", stayUntil: "2026-08-14" })).toEqual([
      ["stayUntil", "ends-before-it-begins"],
    ]);
  });

  it("names every fault", () => {
    expect(
      faultsOf({ colour: "red", inSweden: 1, savingsSek: -1 })
        .map(([path]) => path)
        .sort(),
    ).toEqual(["colour", "inSweden", "savingsSek"]);
  });

  it("rejects a value of another type for every fact, and says in a line what it takes", () => {
    for (const { id } of FACTS) {
      const result = parseFacts({ [id]: { not: "valid" } });
      expect(result.ok).toBe(false);
      if (result.ok) continue;
      const [fault] = result.faults;
      expect(fault && describeFault(fault)).toMatch(new RegExp(`^${id}: takes `));
    }
  });
});
