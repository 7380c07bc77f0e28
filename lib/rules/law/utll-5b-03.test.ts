import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import type { Facts } from "../facts";
import { LEFT_OUT, missingOf, stateOf } from "../scenarios/answers";
import { student } from "../scenarios/people";

const doctoral: Facts = { ...student, studyLevel: "doctoral" };

describe("UtlL 5b:3, studies", () => {
  it.each<[Facts, string]>([
    [{}, "met"],
    [{ admission: "part-time" }, "not-met part-time"],
    [{ admission: "none" }, "not-met"],
    [{ admission: undefined }, "unknown"],
    [{ guestDoctoral: true }, "not-met guest-doctoral"],
    [{ guestDoctoral: true, admission: undefined }, "not-met guest-doctoral"],
    [{ guestDoctoral: undefined }, "unknown"],
    [{ guestDoctoral: undefined, admission: "none" }, "not-met"],
    [{ studyLevel: "higher-vocational" }, "met"],
    [{ studyLevel: "other-post-secondary" }, "met"],
  ])("admission with %o is %s", (change, expected) => {
    expect(stateOf({ ...student, ...change }, "admission")).toBe(expected);
  });

  it.each<[Facts, string]>([
    [{ fees: "paid" }, "met"],
    [{ fees: "not-charged" }, "met"],
    [{ fees: "unpaid" }, "not-met"],
    [{ fees: undefined }, "unknown"],
  ])("fees-paid with %o is %s", (change, expected) => {
    expect(stateOf({ ...student, ...change }, "fees-paid")).toBe(expected);
  });

  it.each<[Facts, string]>([
    [{ ...doctoral, hostingAgreement: true }, "not-met"],
    [{ ...doctoral, hostingAgreement: false }, "met"],
    [{ ...doctoral, hostingAgreement: undefined }, "unknown"],
    [{ ...student, hostingAgreement: true }, "met"],
    [{ ...student, hostingAgreement: undefined }, "met"],
    [{ ...student, studyLevel: undefined, hostingAgreement: false }, "met"],
    [{ ...student, studyLevel: undefined, hostingAgreement: true }, "unknown"],
    [{ ...doctoral, hostingAgreement: true, decisionDate: "2026-03-01" }, "not-met"],
    [{ ...doctoral, hostingAgreement: true, decisionDate: "2026-02-28" }, LEFT_OUT],
  ])("%#: not-research-under-hosting-agreement is %s", (facts, expected) => {
    expect(stateOf(facts, "not-research-under-hosting-agreement")).toBe(expected);
  });

  it("asks for the agreement of doctoral students only", () => {
    const open: Facts = { ...student, hostingAgreement: undefined, studyLevel: undefined };
    expect(missingOf(open, "not-research-under-hosting-agreement")).toEqual([
      "hostingAgreement",
      "studyLevel",
    ]);
  });

  it.each<[Facts, string[]]>([
    [{ ...doctoral, hostingAgreement: true }, ["research"]],
    [{ ...doctoral, hostingAgreement: true, decisionDate: "2026-02-28" }, []],
    [{ ...doctoral, guestDoctoral: true }, ["research", "visiting-doctoral"]],
    [{ ...doctoral, guestDoctoral: true, decisionDate: "2026-02-28" }, ["visiting-doctoral"]],
    [student, []],
  ])("%#: points to %o", (facts, expected) => {
    expect(assess(facts).alternatives).toEqual(expected);
  });

  it.each([
    ["2027-05-14", "none", 9],
    ["2028-06-15", "none", 12],
    ["2028-06-15", "union", 23],
    ["2028-09-15", "multilateral", 24],
    ["2028-09-15", "institution-agreement", 24],
  ] as const)("a stay until %s under %s is at least %i months", (stayUntil, mobilityProgramme, months) => {
    const facts: Facts = { ...student, stayUntil, mobilityProgramme };
    expect(assess(facts).validity).toMatchObject({ kind: "at-least", months });
  });
});
