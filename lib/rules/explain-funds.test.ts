import { describe, expect, it } from "vitest";
import { explainFunds } from "./explain-funds";
import type { Facts } from "./facts";
import { stateOf } from "./scenarios/answers";
import { afterResearch, everyone, researcher, spouseOfStudent, student } from "./scenarios/people";

describe("explainFunds", () => {
  it("shows the sum", () => {
    expect(explainFunds({ ...student, savingsSek: 100_000, monthlyIncomeSek: 1_000 })).toMatchObject({
      months: 23,
      parameter: { id: "maintenance-student", value: 10_656 },
      comparedWith: { from: "2026-01-01", until: "2026-12-31", isComputed: true, isExpired: false },
      reductions: [],
      perMonth: 10_656,
      required: 245_088,
      have: 123_000,
      shortfall: 122_088,
      state: "not-met",
    });
  });

  it("shows what is taken off", () => {
    expect(explainFunds({ ...student, freeFood: true })).toMatchObject({
      reductions: [{ id: "reduction-free-food", value: 2_960 }],
      perMonth: 7_696,
      required: 177_008,
      shortfall: 0,
    });
  });

  it.each<[Facts, object]>([
    [
      { stayUntil: undefined },
      { months: null, required: null, have: null, shortfall: null, perMonth: 10_656 },
    ],
    [{ savingsSek: undefined }, { months: 23, required: 245_088, have: null, shortfall: null }],
    [{ decisionDate: "2027-02-01" }, { comparedWith: { isExpired: true }, state: "authority" }],
    [{ decisionDate: "2025-02-01" }, { comparedWith: { isComputed: false }, perMonth: 10_584 }],
  ])("with %o shows %o", (change, expected) => {
    expect(explainFunds({ ...student, ...change })).toMatchObject(expected);
  });

  it("has no fixed amount for researchers, and says what surely suffices", () => {
    expect(explainFunds(researcher)).toMatchObject({
      parameter: { id: "maintenance-research", value: null },
      comparedWith: { id: "maintenance-student", value: 10_656 },
      required: 383_616,
      have: 1_296_000,
    });
  });

  it("counts the 18 months of the permit, whatever the stay applied for", () => {
    expect(explainFunds({ ...afterResearch, stayUntil: "2026-12-31" })).toMatchObject({
      months: 18,
      required: 191_808,
    });
  });

  it("agrees with the condition, and is null exactly where there is none", () => {
    for (const person of everyone) {
      const state = stateOf(person, "funds");
      expect(explainFunds(person)?.state ?? "left out").toBe(state);
    }
    expect(explainFunds(spouseOfStudent)).toBeNull();
  });
});
