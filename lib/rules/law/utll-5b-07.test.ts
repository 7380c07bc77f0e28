import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import type { Facts } from "../facts";
import { LEFT_OUT, missingOf, stateOf, WITH_BILL } from "../scenarios/answers";
import { afterResearch, afterStudies } from "../scenarios/people";

const afterDoctorate: Facts = { ...afterStudies, completedLevel: "doctoral", healthInsurance: undefined };
const MONTHS_12 = 127_872;
const MONTHS_18 = 191_808;

describe("UtlL 5b:7 and 8 st1 and st2, the permit held", () => {
  it.each<[Facts, string]>([
    [{}, "met"],
    [{ currentPermitValidUntil: "2026-07-01" }, "met"],
    [{ currentPermitValidUntil: "2026-06-30" }, "not-met"],
    [{ currentPermitValidUntil: "2026-06-30", applicationDate: "2026-06-30" }, "met"],
    [{ currentPermitValidUntil: "2026-07-05", applicationDate: "2026-07-06" }, "not-met"],
    [{ currentPermitValidUntil: undefined }, "unknown"],
    [{ currentPermitValidUntil: undefined, otherEuStayInSweden: true }, "met"],
    [{ currentPermit: "work" }, "not-met"],
    [{ currentPermit: "work", otherEuStayInSweden: true }, "met"],
    [{ currentPermit: "work", otherEuStayInSweden: undefined }, "unknown"],
    [{ currentPermit: "none" }, "not-met"],
    [{ kind: "extension" }, "not-met cannot-be-extended"],
    [{ kind: "extension", otherEuStayInSweden: true }, "not-met cannot-be-extended"],
  ])("%o is %s", (change, expected) => {
    expect(stateOf({ ...afterResearch, ...change }, "held-permit-when-applying")).toBe(expected);
    expect(stateOf({ ...afterStudies, ...change }, "held-permit-when-applying")).toBe(expected);
  });

  it("is that of 1 § for 7 §, of 3 § for 8 §", () => {
    expect(stateOf({ ...afterResearch, currentPermit: "studies" }, "held-permit-when-applying")).toBe(
      "not-met",
    );
    expect(
      stateOf({ ...afterResearch, currentPermit: "research-mobility" }, "held-permit-when-applying"),
    ).toBe("not-met");
    expect(stateOf({ ...afterStudies, currentPermit: "research" }, "held-permit-when-applying")).toBe(
      "not-met",
    );
  });
});

describe("UtlL 5b:7 st1, UtlL 5b:8 st1", () => {
  it.each([
    [true, "met"],
    [false, "not-met"],
    [undefined, "unknown"],
  ])("%s is %s", (answer, expected) => {
    expect(stateOf({ ...afterResearch, seeksWorkOrBusiness: answer }, "seeks-work-or-business")).toBe(
      expected,
    );
    expect(stateOf({ ...afterStudies, seeksWorkOrBusiness: answer }, "seeks-work-or-business")).toBe(
      expected,
    );
    expect(stateOf({ ...afterResearch, researchCompletedCertificate: answer }, "research-completed")).toBe(
      expected,
    );
    expect(stateOf({ ...afterStudies, degreeCertificate: answer }, "degree-certificate")).toBe(expected);
  });

  it.each<[Facts, string]>([
    [{ termsStudied: 1 }, "not-met"],
    [{ termsStudied: 2 }, "met"],
    [{ termsStudied: 3 }, "met"],
    [{ educationCompleted: false }, "not-met"],
    [{ completedLevel: "bachelor" }, "met"],
    [{ completedLevel: "doctoral" }, "met"],
    [{ completedLevel: "higher-vocational" }, "not-met"],
    [{ completedLevel: "other-post-secondary" }, "not-met"],
    [{ completedLevel: undefined }, "unknown"],
    [{ completedLevel: undefined, termsStudied: 1 }, "not-met"],
  ])("education-completed with %o is %s", (change, expected) => {
    expect(stateOf({ ...afterStudies, ...change }, "education-completed")).toBe(expected);
  });

  it.each<[Facts, string]>([
    [{ decisionDate: "2026-06-10", completedLevel: "doctoral", termsStudied: 1 }, "not-met"],
    [{ decisionDate: "2026-06-11", completedLevel: "doctoral", termsStudied: 1 }, "met"],
    [{ decisionDate: "2026-06-11", completedLevel: "doctoral", termsStudied: undefined }, "met"],
    [{ decisionDate: "2026-06-11", completedLevel: "master", termsStudied: 1 }, "not-met"],
    [{ decisionDate: "2026-06-11", completedLevel: "doctoral", educationCompleted: false }, "not-met"],
  ])("with the bill, education-completed with %o is %s", (change, expected) => {
    expect(stateOf({ ...afterStudies, ...change }, "education-completed", WITH_BILL)).toBe(expected);
  });
});

describe("the time: 12 months, or 18 from the proposal on", () => {
  const cases: [Facts, number][] = [
    [{ savingsSek: MONTHS_18 }, 18],
    [{ savingsSek: MONTHS_18 - 1 }, 12],
    [{ savingsSek: MONTHS_18 + 1 }, 18],
    [{ savingsSek: MONTHS_12 }, 12],
    [{ savingsSek: 0, monthlyIncomeSek: 10_656 }, 18],
    // From 1 October 2026, 18 months end on 31 March 2028.
    [{ passportValidUntil: "2028-03-31" }, 18],
    [{ passportValidUntil: "2028-03-30" }, 12],
    [{ decisionDate: "2026-03-01" }, 18],
    [{ decisionDate: "2026-02-28" }, 12],
    // Whatever the stay applied for.
    [{ stayUntil: "2026-12-31" }, 18],
    [{ stayUntil: undefined }, 18],
    // An amount that has run out is not met for 18.
    [{ decisionDate: "2027-01-02" }, 12],
  ];

  it.each(cases)("after research with %o is exactly %i", (change, months) => {
    const { validity } = assess({ ...afterResearch, healthInsurance: "held", ...change });
    expect(validity).toMatchObject({ kind: "exactly", months });
  });

  it.each(cases)("after a doctorate with %o is exactly %i", (change, months) => {
    const { validity } = assess({ ...afterDoctorate, healthInsurance: "held", ...change });
    expect(validity).toMatchObject({ kind: "exactly", months });
  });

  it.each(["bachelor", "master"] as const)("after %s studies is exactly 12", (completedLevel) => {
    expect(assess({ ...afterStudies, completedLevel }).validity).toMatchObject({
      kind: "exactly",
      months: 12,
    });
  });

  it.each<[Facts, object]>([
    [{ decisionDate: "2026-06-10" }, { kind: "exactly", months: 18 }],
    [{ decisionDate: "2026-06-11" }, { kind: "at-least", months: 12, atMostMonths: 18 }],
  ])("with the bill %o gives %o", (change, expected) => {
    expect(assess({ ...afterResearch, ...change }, { editions: WITH_BILL }).validity).toMatchObject(expected);
  });

  it("with the bill is still exactly 12 after a master", () => {
    expect(assess(afterStudies, { editions: WITH_BILL }).validity).toMatchObject({
      kind: "exactly",
      months: 12,
    });
  });
});

describe("insurance, means and passport follow the time", () => {
  it.each<[Facts, string]>([
    [{}, LEFT_OUT],
    [{ savingsSek: MONTHS_12 }, "unknown"],
    [{ savingsSek: MONTHS_12, healthInsurance: "none" }, "not-met"],
    [{ savingsSek: MONTHS_12, healthInsurance: "held" }, "met"],
    [{ decisionDate: "2026-02-28", healthInsurance: "none" }, "not-met"],
  ])("after research, health-insurance with %o is %s", (change, expected) => {
    expect(stateOf({ ...afterResearch, ...change }, "health-insurance")).toBe(expected);
    expect(stateOf({ ...afterDoctorate, ...change }, "health-insurance")).toBe(expected);
  });

  it("does not refuse for want of insurance while 18 months may be had", () => {
    const open: Facts = {
      ...afterResearch,
      savingsSek: MONTHS_12,
      monthlyIncomeSek: undefined,
      healthInsurance: "none",
    };
    expect(stateOf(open, "health-insurance")).toBe("unknown");
    expect(missingOf(open, "health-insurance")).toEqual(["monthlyIncomeSek"]);
    expect(assess(open).outcome).toBe("undetermined");
    expect(assess({ ...open, monthlyIncomeSek: 5_000 }).outcome).toBe("eligible");
    expect(assess({ ...open, monthlyIncomeSek: 0 }).outcome).toBe("not-eligible");
    expect(stateOf({ ...open, healthInsurance: "held" }, "health-insurance")).toBe("met");
  });

  it("waits for the level of the education where that decides the time", () => {
    const open: Facts = { ...afterStudies, completedLevel: undefined, healthInsurance: "none" };
    expect(missingOf(open, "health-insurance")).toEqual(["completedLevel"]);
  });

  it.each<[Facts, string]>([
    [{ savingsSek: MONTHS_12 }, "met"],
    [{ savingsSek: MONTHS_12 - 1 }, "not-met"],
  ])("after studies, funds with %o is %s", (change, expected) => {
    expect(stateOf({ ...afterStudies, ...change }, "funds")).toBe(expected);
    expect(stateOf({ ...afterDoctorate, ...change }, "funds")).toBe(expected);
  });

  it("after research, no sum is too small: the authority decides", () => {
    expect(stateOf({ ...afterResearch, savingsSek: 0 }, "funds")).toBe("authority no-fixed-amount");
  });

  it.each<[Facts, string]>([
    [{ passportValidUntil: "2027-09-30" }, "met"],
    [{ passportValidUntil: "2027-09-29" }, "not-met shorter-than-stay"],
    [{ passportValidUntil: "2026-09-30" }, "not-met expired-before-stay"],
    [{ stayFrom: undefined }, "unknown"],
  ])("passport-covers-stay with %o is %s", (change, expected) => {
    expect(stateOf({ ...afterResearch, ...change }, "passport-covers-stay")).toBe(expected);
  });

  it("asks for documents of the time that it is tried for", () => {
    const documents = (facts: Facts) => assess(facts).documents.map(({ id }) => id);
    expect(documents(afterResearch)).not.toContain("health-insurance");
    expect(documents({ ...afterResearch, savingsSek: MONTHS_12 })).toContain("health-insurance");
  });
});

describe("what 12 § does not cover", () => {
  it("genuine-purpose is left out", () => {
    expect(stateOf(afterResearch, "genuine-purpose")).toBe(LEFT_OUT);
    expect(stateOf(afterStudies, "genuine-purpose")).toBe(LEFT_OUT);
  });
});
