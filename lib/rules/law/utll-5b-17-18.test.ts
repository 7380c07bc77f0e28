import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import type { Facts } from "../facts";
import { conditionOf, LEFT_OUT, missingOf, stateOf, WITH_BILL } from "../scenarios/answers";
import { extendingStudent, physicianInTraining, researcher, student } from "../scenarios/people";

const BEFORE: Facts = { decisionDate: "2026-02-28", currentPermitGrantedOn: "2025-03-01" };

const credits = (planned1: number, done1: number, planned2 = 0, done2 = 0): Facts => ({
  creditsPlannedYear1: planned1,
  creditsCompletedYear1: done1,
  creditsPlannedLater: planned2,
  creditsCompletedLater: done2,
});

const extendingPhysician: Facts = {
  ...extendingStudent,
  ...physicianInTraining,
  kind: "extension",
  currentPermit: "commissioned-education",
};

describe("acceptable progress, UtlF 4a:1a and 4:5e", () => {
  it.each<[Facts, string]>([
    [credits(60, 37.5), "met"],
    [credits(60, 37), "not-met"],
    [credits(60, 38), "met"],
    [credits(30, 18.75), "met"],
    [credits(30, 18.5), "not-met"],
    [credits(60, 60, 60, 45), "met"],
    [credits(60, 60, 60, 44.5), "not-met"],
    [credits(60, 60, 60, 45.5), "met"],
    [credits(60, 37, 60, 60), "not-met"],
    [credits(0, 0, 60, 45), "met"],
    [credits(0, 0, 60, 44), "not-met"],
    [credits(0, 0), "met"],
    [{ ...credits(0, 0), creditsCompletedYear1: undefined }, "met"],
    [{ ...credits(60, 60), creditsPlannedLater: undefined }, "unknown"],
    [{ ...credits(60, 37), creditsPlannedLater: undefined }, "not-met"],
    [{ ...credits(60, 60, 60, 45), creditsCompletedYear1: undefined }, "unknown"],
    [{ ...credits(60, 37), progressCertificate: true }, "met certificate"],
    [{ ...credits(60, 37), progressCertificate: undefined }, "unknown"],
    [{ creditsPlannedYear1: undefined, progressCertificate: true }, "met certificate"],
    [{ ...credits(60, 37), progressSpecialReasons: true }, "authority special-reasons"],
    [{ ...credits(60, 37), progressSpecialReasons: undefined }, "unknown"],
    [{ ...credits(60, 37), progressCertificate: undefined, progressSpecialReasons: true }, "unknown"],
    [{ ...credits(60, 60), progressSpecialReasons: true }, "met"],
    [{ creditsPlannedYear1: undefined, progressSpecialReasons: true }, "unknown"],
    [{ ...credits(60, 37.5), decisionDate: "2026-03-01" }, "met"],
    [{ ...credits(60, 37), decisionDate: "2026-03-01" }, "not-met"],
  ])("%o is %s", (change, expected) => {
    expect(stateOf({ ...extendingStudent, ...change }, "study-progress")).toBe(expected);
    expect(stateOf({ ...extendingPhysician, ...change }, "study-progress")).toBe(expected);
  });

  it.each<[Facts, string]>([
    [credits(60, 15), "met"],
    [credits(60, 14.5), "not-met"],
    [credits(40, 10), "met"],
    [credits(40, 9.5), "not-met"],
    [credits(60, 15, 60, 22.5), "met"],
    [credits(60, 15, 60, 22), "not-met"],
    [credits(60, 15, 30, 11.25), "met"],
    [credits(60, 15, 30, 11), "not-met"],
    // 22.5 of the second year and 30 of the third.
    [credits(60, 15, 120, 52.5), "met"],
    [credits(60, 15, 120, 52), "not-met"],
    [credits(60, 15, 90, 37.5), "met"],
    [credits(60, 15, 90, 37), "not-met"],
    [{ ...credits(60, 14), progressCertificate: true }, "not-met"],
    [{ ...credits(60, 14), progressSpecialReasons: true }, "authority special-reasons"],
  ])("by MIG 2009:5, until 28 February 2026, %o is %s", (change, expected) => {
    expect(stateOf({ ...extendingStudent, ...BEFORE, ...change }, "study-progress")).toBe(expected);
    expect(stateOf({ ...extendingPhysician, ...BEFORE, ...change }, "study-progress")).toBe(expected);
  });

  it("is asked on extension only", () => {
    expect(stateOf(student, "study-progress")).toBe(LEFT_OUT);
    expect(stateOf({ ...student, kind: undefined }, "study-progress")).toBe(LEFT_OUT);
    expect(stateOf(physicianInTraining, "study-progress")).toBe(LEFT_OUT);
  });

  it("puts studies at risk, and refuses commissioned education", () => {
    expect(assess({ ...extendingStudent, ...credits(60, 0) }).outcome).toBe("at-risk");
    expect(assess({ ...extendingPhysician, ...credits(60, 0) }).outcome).toBe("not-eligible");
  });

  it("asks for credits, then for what may stand in for them", () => {
    const open: Facts = {
      ...extendingStudent,
      creditsPlannedYear1: undefined,
      creditsCompletedYear1: undefined,
      progressCertificate: undefined,
      progressSpecialReasons: undefined,
    };
    expect(missingOf(open, "study-progress")).toEqual(["creditsPlannedYear1", "creditsCompletedYear1"]);
    expect(missingOf({ ...open, ...credits(60, 0) }, "study-progress")).toEqual([
      "progressCertificate",
      "progressSpecialReasons",
    ]);
  });
});

describe("work beside the studies, UtlL 5b:18 st2 with UtlF 5:2 st3", () => {
  it.each<[Facts, string]>([
    [{ workHoursPerWeek: 15 }, "met"],
    [{ workHoursPerWeek: 15.5 }, "not-met"],
    [{ workHoursPerWeek: 16 }, "not-met"],
    [{ workHoursPerWeek: 14 }, "met"],
    [{ workHoursPerWeek: 40, workExempt: true }, "met exempt-work"],
    [{ workHoursPerWeek: 40, workExempt: undefined }, "unknown"],
    [{ workHoursPerWeek: 10, workExempt: undefined }, "met"],
    [{ workHoursPerWeek: undefined }, "unknown"],
    [{ workHoursPerWeek: 40, currentPermitGrantedOn: "2026-02-28" }, LEFT_OUT],
    [{ workHoursPerWeek: 40, currentPermitGrantedOn: "2026-03-01" }, "not-met"],
    [{ workHoursPerWeek: 40, currentPermitGrantedOn: undefined }, "unknown"],
    [{ workHoursPerWeek: 40, kind: "first" }, LEFT_OUT],
    [{ workHoursPerWeek: 40, ...BEFORE }, LEFT_OUT],
  ])("%o is %s", (change, expected) => {
    expect(stateOf({ ...extendingStudent, ...change }, "work-within-limit")).toBe(expected);
  });

  it("may refuse", () => {
    expect(assess({ ...extendingStudent, workHoursPerWeek: 16 }).outcome).toBe("at-risk");
  });

  it("counts from the first edition in force where the proposal is switched off", () => {
    const facts: Facts = { ...extendingStudent, workHoursPerWeek: 40, currentPermitGrantedOn: "2026-04-01" };
    expect(stateOf(facts, "work-within-limit", ["base", "prop-2025-26-146"])).toBe(LEFT_OUT);
    expect(
      stateOf({ ...facts, currentPermitGrantedOn: "2026-06-11" }, "work-within-limit", [
        "base",
        "prop-2025-26-146",
      ]),
    ).toBe("not-met");
  });
});

describe("genuine purpose, UtlL 5b:12 and 17", () => {
  it.each<[Facts, string, string]>([
    [student, "may-refuse", "UtlL 5b:12 st2 p2"],
    [extendingStudent, "refuse", "UtlL 5b:17 st2 p4"],
    [researcher, "may-refuse", "UtlL 5b:12 st2 p2"],
    [{ ...researcher, kind: "extension" }, "refuse", "UtlL 5b:17 st2 p4"],
    [physicianInTraining, "may-refuse", "UtlF 4:5b st2"],
    [extendingPhysician, "may-refuse", "UtlF 4:5b st2"],
  ])("%#: %s, %s", (facts, effect, cite) => {
    expect(conditionOf(facts, "genuine-purpose")).toMatchObject({
      state: "authority",
      effect,
      cites: [cite],
    });
  });
});

describe("the right to work", () => {
  it.each<[Facts, number | string]>([
    [student, 15],
    [extendingStudent, 15],
    [{ ...student, decisionDate: "2026-03-01" }, 15],
    [{ ...student, decisionDate: "2026-02-28" }, "unlimited"],
    [researcher, "unlimited"],
  ])("%#: %s", (facts, hours) => {
    expect(assess(facts).rights?.workHoursPerWeek).toBe(hours);
  });

  it("with the bill counts in term time only", () => {
    expect(assess({ ...student, decisionDate: "2026-06-11" }, { editions: WITH_BILL }).rights).toMatchObject({
      workHoursPerWeek: 15,
      termTimeOnly: true,
    });
    expect(
      assess({ ...student, decisionDate: "2026-06-10" }, { editions: WITH_BILL }).rights,
    ).not.toHaveProperty("termTimeOnly");
  });

  it.each<[Facts, string[]]>([
    [student, ["keep-address-current", "study-progress", "work-limit"]],
    [{ ...student, decisionDate: "2026-02-28" }, ["study-progress"]],
    [researcher, ["keep-address-current"]],
    [{ ...researcher, decisionDate: "2026-02-28" }, []],
  ])("%#: duties %o", (facts, expected) => {
    expect(assess(facts).duties.map(({ id }) => id)).toEqual(expected);
  });
});
