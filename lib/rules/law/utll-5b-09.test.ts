import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import type { Facts } from "../facts";
import { conditionOf, LEFT_OUT, missingOf, stateOf } from "../scenarios/answers";
import {
  afterStudies,
  mobileResearcher,
  physicianInTraining,
  researcher,
  spouseOfResearcher,
  spouseOfStudent,
  student,
} from "../scenarios/people";

// 23 months of 10 656.
const NEEDED = 245_088;

describe("UtlL 5b:9 p1, funds of a student", () => {
  it.each<[Facts, string]>([
    [{ savingsSek: NEEDED }, "met"],
    [{ savingsSek: NEEDED - 1 }, "not-met"],
    [{ savingsSek: NEEDED + 1 }, "met"],
    [{ savingsSek: 0, monthlyIncomeSek: 10_656 }, "met"],
    [{ savingsSek: 0, monthlyIncomeSek: 10_655 }, "not-met"],
    [{ savingsSek: 23, monthlyIncomeSek: 10_655 }, "met"],
    [{ savingsSek: 22, monthlyIncomeSek: 10_655 }, "not-met"],
    [{ savingsSek: NEEDED, monthlyIncomeSek: undefined }, "met"],
    [{ savingsSek: NEEDED - 1, monthlyIncomeSek: undefined }, "unknown"],
    [{ savingsSek: undefined, monthlyIncomeSek: 10_656 }, "met"],
    [{ savingsSek: undefined, monthlyIncomeSek: 10_655 }, "unknown"],
    [{ stayUntil: undefined, monthlyIncomeSek: 10_656 }, "met"],
    [{ stayUntil: undefined }, "unknown"],
    [{ stayUntil: undefined, savingsSek: 0 }, "not-met"],
    // The whole month counts: one day more is one month more.
    [{ stayUntil: "2028-06-14", savingsSek: NEEDED - 10_656 }, "met"],
    [{ stayUntil: "2028-06-15", savingsSek: NEEDED - 10_656 }, "not-met"],
  ])("%o is %s", (change, expected) => {
    expect(stateOf({ ...student, ...change }, "funds")).toBe(expected);
  });

  it.each<[string, number, string]>([
    ["2025-12-31", 10_584, "met"],
    ["2025-12-31", 10_583, "not-met"],
    ["2026-01-01", 10_584, "not-met"],
    ["2026-01-01", 10_656, "met"],
    ["2026-12-31", 10_656, "met"],
    ["2027-01-01", 1_000_000, "authority amount-expired"],
  ])("decided on %s with %i a month is %s", (decisionDate, monthlyIncomeSek, expected) => {
    expect(stateOf({ ...student, decisionDate, savingsSek: 0, monthlyIncomeSek }, "funds")).toBe(expected);
  });

  it("says which amount has run out", () => {
    const facts: Facts = { ...student, decisionDate: "2027-01-01", savingsSek: undefined };
    expect(conditionOf(facts, "funds")).toMatchObject({
      state: "authority",
      expired: ["maintenance-student"],
      missing: [],
    });
  });

  it.each<[Facts, string[]]>([
    [{ savingsSek: undefined, monthlyIncomeSek: undefined }, ["savingsSek", "monthlyIncomeSek"]],
    [{ savingsSek: undefined }, ["savingsSek"]],
    [{ savingsSek: 1, monthlyIncomeSek: undefined }, ["monthlyIncomeSek"]],
    [{ stayFrom: undefined, stayUntil: undefined }, ["stayFrom", "stayUntil"]],
  ])("%o asks for %o", (change, expected) => {
    expect(missingOf({ ...student, ...change }, "funds")).toEqual(expected);
  });

  it.each<[Facts, number]>([
    [{ freeFood: true }, 2_960],
    [{ freeHousing: true }, 4_736],
    [{ freeFood: true, freeHousing: true }, 7_696],
    [{ freeFood: false }, 0],
  ])("%o takes %i a month off", (change, off) => {
    const facts: Facts = { ...student, savingsSek: 0, ...change };
    expect(stateOf({ ...facts, monthlyIncomeSek: 10_656 - off }, "funds")).toBe("met");
    expect(stateOf({ ...facts, monthlyIncomeSek: 10_656 - off - 1 }, "funds")).toBe("not-met");
  });

  it("asks no sum of a stay that ends before it begins", () => {
    const facts: Facts = { ...student, stayUntil: "2026-08-14" };
    expect(missingOf(facts, "funds")).toEqual(["stayUntil"]);
    expect(assess(facts).outcome).toBe("undetermined");
  });
});

describe("UtlL 5b:9 p1, funds of a researcher", () => {
  it.each<[Facts, string]>([
    [{ monthlyIncomeSek: 10_656 }, "met"],
    [{ monthlyIncomeSek: 10_655 }, "authority no-fixed-amount"],
    [{ monthlyIncomeSek: 10_655, savingsSek: 36 }, "met"],
    [{ monthlyIncomeSek: 10_655, savingsSek: 35 }, "authority no-fixed-amount"],
    [{ monthlyIncomeSek: 10_655, savingsSek: undefined }, "unknown"],
    [{ monthlyIncomeSek: undefined }, "unknown"],
    [{ monthlyIncomeSek: 10_656, savingsSek: undefined }, "met"],
    [{ monthlyIncomeSek: 10_656 - 2_960, freeFood: true }, "authority no-fixed-amount"],
  ])("%o is %s", (change, expected) => {
    expect(stateOf({ ...researcher, ...change }, "funds")).toBe(expected);
    expect(stateOf({ ...mobileResearcher, ...change }, "funds")).toBe(expected);
  });

  it("never refuses for want of a fixed amount", () => {
    expect(assess({ ...researcher, monthlyIncomeSek: 0 }).outcome).toBe("eligible");
  });
});

describe("UtlL 5b:9 p1, the journey home", () => {
  it.each([
    [true, "met"],
    [false, "not-met"],
    [undefined, "unknown"],
  ])("%s is %s", (returnTravelCovered, expected) => {
    expect(stateOf({ ...student, returnTravelCovered }, "return-travel")).toBe(expected);
  });
});

describe("UtlL 5b:9 p2, health insurance", () => {
  it.each<[Facts, string]>([
    [{ stayUntil: "2027-08-14", healthInsurance: "none" }, "not-met"],
    [{ stayUntil: "2027-08-13", healthInsurance: "none" }, "not-met"],
    [{ stayUntil: "2027-08-15", healthInsurance: "none" }, LEFT_OUT],
    [{ stayUntil: "2027-08-14", healthInsurance: "held" }, "met"],
    [{ stayUntil: "2027-08-14", healthInsurance: "applied" }, "met"],
    [{ stayUntil: "2027-08-14" }, "unknown"],
    [{ stayUntil: undefined, healthInsurance: "held" }, "unknown"],
  ])("%o is %s", (change, expected) => {
    expect(stateOf({ ...student, ...change }, "health-insurance")).toBe(expected);
  });

  it("asks for the stay, and for the insurance only where that may matter", () => {
    const open: Facts = { ...student, stayUntil: undefined };
    expect(missingOf(open, "health-insurance")).toEqual(["stayUntil", "healthInsurance"]);
    expect(missingOf({ ...open, healthInsurance: "none" }, "health-insurance")).toEqual(["stayUntil"]);
  });
});

describe("UtlL 5b:9 p4, consent of the guardians", () => {
  it.each<[Facts, string]>([
    [{ birthDate: "2008-07-01" }, LEFT_OUT],
    [{ birthDate: "2008-07-02" }, "unknown"],
    [{ birthDate: "2008-06-30" }, LEFT_OUT],
    [{ birthDate: "2008-07-02", guardianConsent: true }, "met"],
    [{ birthDate: "2008-07-02", guardianConsent: false }, "not-met"],
    [{ birthDate: undefined }, "unknown"],
    [{ birthDate: undefined, guardianConsent: true }, "unknown"],
    // A child on the day of the application, of age on the day of the decision.
    [{ birthDate: "2008-07-01", applicationDate: "2026-05-01" }, LEFT_OUT],
  ])("%o is %s", (change, expected) => {
    expect(stateOf({ ...student, ...change }, "guardian-consent")).toBe(expected);
  });
});

describe("UtlL 5b:9 p5, the address", () => {
  it.each<[Facts, string]>([
    [{ swedishAddress: "known" }, "met"],
    [{ swedishAddress: "temporary" }, "later temporary"],
    [{ swedishAddress: "not-yet-known" }, "later not-yet-known"],
    [{ swedishAddress: "withheld" }, "not-met"],
    [{ swedishAddress: undefined }, "unknown"],
    [{ swedishAddress: "withheld", decisionDate: "2026-03-01" }, "not-met"],
    [{ swedishAddress: "withheld", decisionDate: "2026-02-28" }, LEFT_OUT],
  ])("%o is %s", (change, expected) => {
    for (const person of [student, researcher, mobileResearcher, afterStudies, physicianInTraining]) {
      expect(stateOf({ ...person, ...change }, "swedish-address")).toBe(expected);
    }
  });

  it("is not asked of the family", () => {
    expect(stateOf(spouseOfResearcher, "swedish-address")).toBe(LEFT_OUT);
    expect(stateOf(spouseOfStudent, "swedish-address")).toBe(LEFT_OUT);
  });

  it.each<[Facts["swedishAddress"], string[]]>([
    ["known", ["keep-address-current"]],
    ["temporary", ["keep-address-current", "complete-address-before-permit"]],
    ["not-yet-known", ["keep-address-current", "complete-address-before-permit"]],
    [undefined, ["keep-address-current"]],
  ])("%s brings the duties %o", (swedishAddress, expected) => {
    expect(assess({ ...researcher, swedishAddress }).duties.map(({ id }) => id)).toEqual(expected);
  });
});
