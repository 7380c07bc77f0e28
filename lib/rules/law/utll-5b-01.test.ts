import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import { stateOf } from "../scenarios/answers";
import { mobileResearcher, researcher, student } from "../scenarios/people";

describe("UtlL 5b:1, research", () => {
  it.each([
    [{}, "met"],
    [{ hostingAgreement: false }, "not-met"],
    [{ hostingAgreement: undefined }, "unknown"],
  ])("hosting-agreement with %o is %s", (change, expected) => {
    expect(stateOf({ ...researcher, ...change }, "hosting-agreement")).toBe(expected);
  });

  it.each([
    [{}, "met"],
    [{ approvedPrincipal: false }, "not-met"],
    [{ approvedPrincipal: undefined }, "unknown"],
  ])("approved-principal with %o is %s", (change, expected) => {
    expect(stateOf({ ...researcher, ...change }, "approved-principal")).toBe(expected);
  });

  it.each([
    // The stay from 1 September 2026, and the least time.
    ["2027-07-31", "none", 11],
    ["2027-08-31", "none", 12],
    ["2027-09-01", "none", 12],
    ["2027-09-01", "union", 13],
    ["2028-08-31", "multilateral", 24],
    ["2029-08-31", "union", 24],
    ["2029-08-31", "institution-agreement", 12],
  ] as const)("a stay until %s under %s is at least %i months", (stayUntil, mobilityProgramme, months) => {
    const { validity } = assess({ ...researcher, stayUntil, mobilityProgramme });
    expect(validity).toMatchObject({ kind: "at-least", months });
  });

  it("is not shortened by the passport", () => {
    const { validity } = assess({ ...researcher, passportValidUntil: "2026-12-31" });
    expect(validity?.months).toBe(12);
  });

  it("leaves the months out where the stay is not known", () => {
    expect(assess({ ...researcher, stayUntil: undefined }).validity).toEqual({
      kind: "at-least",
      months: undefined,
      cites: ["UtlL 5b:1 st2", "UtlL 5b:1 st3"],
    });
  });
});

describe("UtlL 5b:2, research under mobility", () => {
  it.each([
    ["2026-06-30", "not-met"],
    ["2026-07-01", "met"],
    [undefined, "unknown"],
  ])("a permit of another state until %s is %s on 1 July 2026", (until, expected) => {
    expect(
      stateOf({ ...mobileResearcher, otherEuResearchPermitValidUntil: until }, "other-eu-research-permit"),
    ).toBe(expected);
  });

  it.each([
    // Both days counted: 180, 181, 182.
    ["2027-02-27", "not-met no-permit-needed-up-to-180-days", ["short-stay-needs-no-permit"]],
    ["2027-02-28", "met", []],
    ["2027-03-01", "met", []],
    [undefined, "unknown", []],
  ])("a stay from 1 September 2026 until %s is %s", (stayUntil, expected, notes) => {
    const facts = { ...mobileResearcher, stayUntil, healthInsurance: "held" as const };
    expect(stateOf(facts, "stay-over-180-days")).toBe(expected);
    expect(assess(facts).notes.map(({ id }) => id)).toEqual(notes);
  });

  it.each([
    ["2029-12-31", 12],
    ["2027-03-31", 7],
    ["2027-08-31", 12],
    ["2027-08-30", 12],
    ["2027-07-31", 11],
    ["2026-08-31", undefined],
  ])("never passes the other state's permit until %s: %i months", (until, months) => {
    expect(assess({ ...mobileResearcher, otherEuResearchPermitValidUntil: until }).validity?.months).toBe(
      months,
    );
  });
});

describe("time limits, UtlF 4a:1", () => {
  it.each([
    [researcher, 60],
    [mobileResearcher, 60],
    [student, 90],
  ])("%#: %i days", (facts, days) => {
    expect(assess(facts).decisionWithinDays).toBe(days);
  });
});
