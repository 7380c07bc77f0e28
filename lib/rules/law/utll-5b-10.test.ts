import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import type { Facts } from "../facts";
import { LEFT_OUT, missingOf, stateOf } from "../scenarios/answers";
import {
  afterResearch,
  everyone,
  guestDoctoralStudent,
  mobileResearcher,
  physicianInTraining,
  researcher,
  settledResearcher,
  spouseOfResearcher,
  student,
} from "../scenarios/people";
import type { ConditionId } from "../vocabulary";

describe("UtlL 2:8b and 5b:10 p1, citizenship", () => {
  it.each(["SE", "FI", "NO", "IS", "LI", "DE", "HR"])("no one from %s needs a permit", (citizenship) => {
    for (const person of everyone) {
      const facts: Facts = { ...person, citizenship };
      expect(assess(facts).outcome).toBe("permit-not-needed");
      expect(stateOf(facts, "third-country-national")).toBe("not-met eea-citizen");
    }
  });

  it("comes before everything else", () => {
    expect(assess({ ...student, citizenship: "FI", admission: "none" }).outcome).toBe("permit-not-needed");
    expect(assess({ permit: "studies", decisionDate: "2026-07-01", citizenship: "FI" }).outcome).toBe(
      "permit-not-needed",
    );
  });

  it("not known, everything is undetermined", () => {
    expect(assess({ ...student, citizenship: undefined, admission: "none" }).outcome).toBe("undetermined");
  });

  it("shuts Swiss citizens out of 1-8 §§ only", () => {
    for (const person of [student, researcher, mobileResearcher, afterResearch]) {
      expect(stateOf({ ...person, citizenship: "CH" }, "third-country-national")).toBe(
        "not-met swiss-citizen",
      );
      expect(assess({ ...person, citizenship: "CH" }).outcome).toBe("not-eligible");
    }
    for (const person of [spouseOfResearcher, physicianInTraining, guestDoctoralStudent, settledResearcher]) {
      expect(assess({ ...person, citizenship: "CH" }).outcome).toBe("eligible");
    }
  });

  it.each(["GB", "IN", "UA", "TR"])("%s is a third country", (citizenship) => {
    expect(stateOf({ ...student, citizenship }, "third-country-national")).toBe("met");
  });
});

describe("UtlL 5b:10 p1-p7", () => {
  const rows: [Facts, ConditionId, string][] = [
    [{ familyOfEeaCitizen: true }, "not-family-of-eea-citizen", "not-met perhaps-no-permit-needed"],
    [{ familyOfEeaCitizen: undefined }, "not-family-of-eea-citizen", "unknown"],
    [{ protection: "refugee" }, "no-international-protection", "not-met has-protection"],
    [{ protection: "subsidiary" }, "no-international-protection", "not-met has-protection"],
    [{ protection: "asylum-pending" }, "no-international-protection", "not-met asylum-pending"],
    [{ protection: "temporary" }, "no-international-protection", "met"],
    [{ protection: undefined }, "no-international-protection", "unknown"],
    [{ protection: "temporary" }, "no-temporary-protection", "not-met"],
    [{ protection: "refugee" }, "no-temporary-protection", "met"],
    [{ protection: undefined }, "no-temporary-protection", "unknown"],
    [{ longTermResidentOtherEu: true }, "no-long-term-resident-status", "not-met"],
    [{ longTermResidentOtherEu: undefined }, "no-long-term-resident-status", "unknown"],
    [{ unenforceableExpulsion: true }, "no-unenforceable-expulsion", "not-met"],
    [{ unenforceableExpulsion: undefined }, "no-unenforceable-expulsion", "unknown"],
    [{ euBlueCardPending: true }, "no-pending-blue-card", "not-met"],
    [{ euBlueCardPending: undefined }, "no-pending-blue-card", "unknown"],
    [{ ictTrainee: true }, "not-ict-trainee", "not-met"],
    [{ ictTrainee: undefined }, "not-ict-trainee", "unknown"],
  ];

  it.each(rows)("%o: %s is %s", (change, id, expected) => {
    for (const person of [student, researcher, mobileResearcher, afterResearch]) {
      expect(stateOf({ ...person, ...change }, id)).toBe(expected);
    }
  });

  it("does not stand on the other permits", () => {
    for (const person of [spouseOfResearcher, physicianInTraining, guestDoctoralStudent, settledResearcher]) {
      for (const [change, id] of rows) expect(stateOf({ ...person, ...change }, id)).toBe(LEFT_OUT);
    }
  });
});

describe("UtlL 7:7i, temporary protection given up", () => {
  const protectedPerson: Facts = {
    ...student,
    protection: "temporary",
    requestsRevocation: true,
    temporaryProtectionBasis: "eu-2022-382",
  };
  const ID = "no-temporary-protection";

  it.each<[Facts, string]>([
    [{}, "met revocation-requested"],
    [{ temporaryProtectionBasis: "government-21-3" }, "met revocation-requested"],
    [{ temporaryProtectionBasis: "other" }, "not-met"],
    [{ requestsRevocation: false }, "not-met"],
    [{ requestsRevocation: undefined }, "unknown"],
    [{ requestsRevocation: undefined, temporaryProtectionBasis: "other" }, "not-met"],
    [{ temporaryProtectionBasis: undefined }, "unknown"],
    [{ decisionDate: "2026-03-01" }, "met revocation-requested"],
    [{ decisionDate: "2026-02-28" }, "not-met"],
  ])("%o is %s", (change, expected) => {
    const { permit: _, ...facts } = { ...protectedPerson, ...change };
    expect(stateOf({ ...student, ...facts }, ID)).toBe(expected);
    expect(stateOf({ ...researcher, ...facts, hostingAgreement: true }, ID)).toBe(expected);
  });

  it("does not help for mobility or job-seeking: 7 i § names 1 § and 3 §", () => {
    const { protection, requestsRevocation, temporaryProtectionBasis } = protectedPerson;
    for (const person of [mobileResearcher, afterResearch]) {
      const facts: Facts = { ...person, protection, requestsRevocation, temporaryProtectionBasis };
      expect(stateOf(facts, ID)).toBe("not-met");
    }
  });

  it("is a request to make with the application", () => {
    expect(assess(protectedPerson).alsoRequest).toEqual(["revocation-7-7i"]);
    expect(assess({ ...protectedPerson, requestsRevocation: undefined }).alsoRequest).toEqual([
      "revocation-7-7i",
    ]);
    expect(assess({ ...protectedPerson, temporaryProtectionBasis: "other" }).alsoRequest).toEqual([]);
    expect(assess({ ...protectedPerson, decisionDate: "2026-02-28" }).alsoRequest).toEqual([]);
  });
});

describe("GFL 3, who may sign a hosting agreement", () => {
  const ID = "may-sign-hosting-agreement";

  it.each<[Facts, string]>([
    [{}, "met"],
    [{ protection: "refugee" }, "not-met excluded"],
    [{ protection: "asylum-pending" }, "not-met excluded"],
    [{ protection: "temporary" }, "not-met excluded"],
    [{ unenforceableExpulsion: true }, "not-met excluded"],
    [{ longTermResidentOtherEu: true }, "not-met excluded"],
    [{ familyOfEeaCitizen: true }, "not-met excluded"],
    [{ euBlueCardPending: true }, "not-met excluded"],
    [{ ictTrainee: true }, "not-met excluded"],
    [{ ictTrainee: undefined }, "unknown"],
    [{ ictTrainee: undefined, euBlueCardPending: true }, "not-met excluded"],
    [{ doctoralStudent: true }, "met"],
    [{ doctoralStudent: undefined }, "met"],
    [{ doctoralStudent: true, decisionDate: "2026-03-01" }, "met"],
    [{ doctoralStudent: true, decisionDate: "2026-02-28" }, "not-met doctoral-student"],
    [{ doctoralStudent: undefined, decisionDate: "2026-02-28" }, "unknown"],
    [{ doctoralStudent: undefined, ictTrainee: true, decisionDate: "2026-02-28" }, "not-met excluded"],
  ])("%o is %s", (change, expected) => {
    expect(stateOf({ ...researcher, ...change }, ID)).toBe(expected);
    expect(stateOf({ ...mobileResearcher, ...change }, ID)).toBe(expected);
  });

  it.each<[Facts, string]>([
    [{}, "met revocation-requested"],
    [{ ictTrainee: true }, "not-met excluded"],
    [{ ictTrainee: undefined }, "unknown"],
    [{ requestsRevocation: false }, "not-met excluded"],
    [{ decisionDate: "2026-02-28" }, "not-met excluded"],
  ])("under 7 i § with %o is %s", (change, expected) => {
    const facts: Facts = {
      ...researcher,
      protection: "temporary",
      requestsRevocation: true,
      temporaryProtectionBasis: "government-21-3",
      ...change,
    };
    expect(stateOf(facts, ID)).toBe(expected);
    expect(stateOf({ ...facts, permit: "research-mobility" }, ID)).toMatch(/not-met|unknown/);
  });

  it("asks for the request once the protection is known", () => {
    const facts: Facts = {
      ...researcher,
      protection: "temporary",
      requestsRevocation: undefined,
      temporaryProtectionBasis: undefined,
    };
    expect(missingOf(facts, ID)).toEqual(["requestsRevocation"]);
  });

  it.each<[Facts, string[]]>([
    [{ doctoralStudent: true, decisionDate: "2026-02-28" }, ["studies"]],
    [{ doctoralStudent: true }, []],
    [{ doctoralStudent: true, hostingAgreement: false }, ["studies"]],
    [{ guestDoctoral: true, hostingAgreement: false }, ["visiting-doctoral"]],
    [{ guestDoctoral: true, decisionDate: "2026-02-28" }, ["visiting-doctoral"]],
  ])("%o points to %o", (change, expected) => {
    expect(assess({ ...researcher, ...change }).alternatives).toEqual(expected);
  });
});
