import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import type { Facts, HeldPermit } from "../facts";
import { conditionOf, LEFT_OUT, stateOf } from "../scenarios/answers";
import { spouseOfPhysician, spouseOfResearcher, spouseOfStudent } from "../scenarios/people";

const families: Facts[] = [spouseOfResearcher, spouseOfStudent, spouseOfPhysician];

describe("the sponsor", () => {
  const rows: [Facts, HeldPermit, string][] = [
    [spouseOfResearcher, "research", "met"],
    [spouseOfResearcher, "research-mobility", "met"],
    [spouseOfResearcher, "job-seeking-after-research", "met"],
    [spouseOfResearcher, "studies", "not-met"],
    [spouseOfResearcher, "job-seeking-after-studies", "not-met"],
    [spouseOfStudent, "studies", "met"],
    [spouseOfStudent, "job-seeking-after-studies", "met"],
    [spouseOfStudent, "research", "not-met"],
    [spouseOfStudent, "commissioned-education", "not-met"],
    [spouseOfPhysician, "commissioned-education", "met"],
    [spouseOfPhysician, "studies", "not-met"],
  ];

  it.each(rows)("%#: with %2$s the sponsor's permit is", (person, sponsorPermit, expected) => {
    expect(stateOf({ ...person, sponsorPermit }, "sponsor-permit")).toBe(expected);
    const applied = expected === "met" ? "later sponsor-has-applied" : expected;
    expect(stateOf({ ...person, sponsorPermit, sponsorPermitState: "applied" }, "sponsor-permit")).toBe(
      applied,
    );
    const open = expected === "met" ? "unknown" : expected;
    expect(stateOf({ ...person, sponsorPermit, sponsorPermitState: undefined }, "sponsor-permit")).toBe(open);
  });

  it("who has only applied does not stop the family from applying", () => {
    for (const person of families)
      expect(assess({ ...person, sponsorPermitState: "applied" }).outcome).toBe("eligible");
    const { notes } = assess({ ...spouseOfResearcher, sponsorPermitState: "applied" });
    expect(notes.map(({ id }) => id)).toContain("lodge-together-with-sponsor");
  });

  it("with another permit points to the family permit that goes with it", () => {
    expect(assess({ ...spouseOfResearcher, sponsorPermit: "studies" }).alternatives).toEqual([
      "family-of-student",
    ]);
    expect(assess({ ...spouseOfStudent, sponsorPermit: "research" }).alternatives).toEqual([
      "family-of-researcher",
    ]);
    expect(assess({ ...spouseOfStudent, sponsorPermit: "commissioned-education" }).alternatives).toEqual([
      "family-of-commissioned-student",
    ]);
    expect(assess(spouseOfStudent).alternatives).toEqual([]);
  });
});

describe("the relationship", () => {
  it.each<[Facts, string]>([
    [{ relationship: "spouse" }, "met"],
    [{ relationship: "registered-partner" }, "met"],
    [{ relationship: "cohabitant" }, "met"],
    [{ relationship: "child", birthDate: "2008-07-02" }, "met"],
    [{ relationship: "child", birthDate: "2008-07-01" }, "not-met child-not-under-18"],
    [{ relationship: "child-of-partner", birthDate: "2008-07-02" }, "met"],
    [{ relationship: "child-of-partner", birthDate: "2008-07-01" }, "not-met child-not-under-18"],
    // Of age between the application and the decision: the decision counts.
    [
      { relationship: "child", birthDate: "2008-06-30", applicationDate: "2026-06-01" },
      "not-met child-not-under-18",
    ],
    [{ relationship: "child", birthDate: undefined }, "unknown"],
    [{ relationship: "spouse", birthDate: undefined }, "met"],
    [{ relationship: "other" }, "not-met"],
    [{ relationship: undefined }, "unknown"],
  ])("%o is %s", (change, expected) => {
    for (const person of families)
      expect(stateOf({ ...person, ...change }, "family-relationship")).toBe(expected);
  });

  it.each<[Facts, string]>([
    [{ birthDate: "2005-07-02" }, "authority"],
    [{ birthDate: "2005-07-01" }, LEFT_OUT],
    [{ birthDate: undefined }, "unknown"],
    [{ birthDate: "2005-07-02", relationship: undefined }, "unknown"],
    [{ birthDate: "2005-07-01", relationship: undefined }, LEFT_OUT],
    [{ birthDate: "2010-01-01", relationship: "child" }, LEFT_OUT],
  ])("UtlL 5:17a st2 p3, partners under 21, with %o is %s", (change, expected) => {
    expect(stateOf({ ...spouseOfResearcher, ...change }, "partners-21")).toBe(expected);
    expect(stateOf({ ...spouseOfStudent, ...change }, "partners-21")).toBe(LEFT_OUT);
  });

  it.each<[Facts["relationship"], string[]]>([
    ["spouse", ["marriage-or-partnership-certificate"]],
    ["registered-partner", ["marriage-or-partnership-certificate"]],
    ["cohabitant", ["cohabitation-evidence"]],
    ["child", ["birth-certificate", "custody-consent"]],
    ["child-of-partner", ["birth-certificate", "custody-consent"]],
    ["other", []],
    [undefined, []],
  ])("%s is shown by %o", (relationship, expected) => {
    const ids = (facts: Facts) => assess({ ...facts, relationship }).documents.map(({ id }) => id);
    expect(ids(spouseOfResearcher)).toEqual(["passport", ...expected]);
    expect(ids(spouseOfStudent)).toEqual(["passport", ...expected, "sponsor-support"]);
    expect(ids(spouseOfPhysician)).toEqual(["passport", ...expected, "sponsor-support"]);
  });
});

describe("what the statute asks beside", () => {
  it.each([
    [true, "met"],
    [false, "not-met"],
    [undefined, "unknown"],
  ])("support-arranged %s is %s", (supportArranged, expected) => {
    expect(stateOf({ ...spouseOfStudent, supportArranged }, "support-arranged")).toBe(expected);
    expect(stateOf({ ...spouseOfPhysician, supportArranged }, "support-arranged")).toBe(expected);
    expect(stateOf({ ...spouseOfResearcher, supportArranged }, "support-arranged")).toBe(LEFT_OUT);
  });

  it("a threat may refuse the researcher's family, and refuses the student's", () => {
    expect(conditionOf(spouseOfResearcher, "no-threat")?.effect).toBe("may-refuse");
    expect(conditionOf(spouseOfStudent, "no-threat")?.effect).toBe("refuse");
    expect(conditionOf(spouseOfPhysician, "no-threat")?.effect).toBe("refuse");
  });

  it("shows no funds, no insurance, no consent", () => {
    for (const person of families) {
      const child: Facts = {
        ...person,
        relationship: "child",
        birthDate: "2015-01-01",
        stayUntil: "2026-12-01",
      };
      for (const id of ["funds", "health-insurance", "guardian-consent", "return-travel"] as const) {
        expect(stateOf(child, id)).toBe(LEFT_OUT);
      }
    }
  });

  it.each<[Facts, boolean, number | null]>([
    [spouseOfResearcher, false, 90],
    [spouseOfStudent, true, null],
    [spouseOfPhysician, true, null],
  ])("%#: may %s, within %s", (facts, discretionary, days) => {
    expect(assess(facts)).toMatchObject({
      discretionary,
      decisionWithinDays: days,
      validity: { kind: "same-as-sponsor" },
      rights: { workHoursPerWeek: "work-permit-needed" },
    });
  });

  it.each<[Facts, string[]]>([
    [spouseOfResearcher, ["may-be-revoked-with-the-tie"]],
    [{ ...spouseOfResearcher, decisionDate: "2026-02-28" }, ["may-be-revoked-with-the-tie"]],
    [spouseOfStudent, ["may-be-revoked-with-the-tie", "family-pays-tuition"]],
    [{ ...spouseOfStudent, sponsorPermit: "job-seeking-after-studies" }, ["may-be-revoked-with-the-tie"]],
    [{ ...spouseOfStudent, decisionDate: "2026-02-28" }, []],
    [spouseOfPhysician, ["may-be-revoked-with-the-tie", "family-pays-tuition"]],
  ])("%#: notes %o", (facts, expected) => {
    expect(assess(facts).notes.map(({ id }) => id)).toEqual(expected);
  });
});
