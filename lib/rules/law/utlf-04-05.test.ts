import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import type { Facts } from "../facts";
import { conditionOf, LEFT_OUT, stateOf } from "../scenarios/answers";
import { guestDoctoralStudent, physicianInTraining } from "../scenarios/people";

describe("UtlF 4:5-5 b, commissioned education", () => {
  it.each<[Facts["admission"], string]>([
    ["full-time", "met"],
    ["part-time", "not-met"],
    ["none", "not-met"],
    [undefined, "unknown"],
  ])("place-on-education %s is %s", (admission, expected) => {
    expect(stateOf({ ...physicianInTraining, admission }, "place-on-education")).toBe(expected);
  });

  it("cites the ordinance for what it repeats", () => {
    for (const condition of assess(physicianInTraining).conditions) {
      expect(condition.cites.some((cite) => cite.startsWith("UtlL 5b"))).toBe(false);
    }
  });

  it.each<[Facts, string]>([
    [{ monthlyIncomeSek: 10_656 }, "met"],
    [{ monthlyIncomeSek: 10_655 }, "not-met"],
  ])("funds with %o is %s", (change, expected) => {
    expect(stateOf({ ...physicianInTraining, ...change }, "funds")).toBe(expected);
  });

  it.each([
    ["2027-08-31", "unknown"],
    ["2027-09-01", LEFT_OUT],
  ])("a stay until %s: health-insurance is %s", (stayUntil, expected) => {
    expect(stateOf({ ...physicianInTraining, stayUntil }, "health-insurance")).toBe(expected);
  });

  it.each<[Facts, object]>([
    [{}, { kind: "at-least", months: 12 }],
    [{ stayUntil: "2027-03-31" }, { kind: "at-least", months: 7 }],
    [{ mobilityProgramme: "union" }, { kind: "at-least", months: 12 }],
  ])("%o is valid %o", (change, expected) => {
    expect(assess({ ...physicianInTraining, ...change }).validity).toMatchObject(expected);
  });

  it("keeps the address current, and needs a work permit", () => {
    const { duties, rights, decisionWithinDays, discretionary } = assess(physicianInTraining);
    expect(duties).toEqual([{ id: "keep-address-current", cites: ["UtlF 4:5a p5", "UtlL 7:7a"] }]);
    expect(rights?.workHoursPerWeek).toBe("work-permit-needed");
    expect([decisionWithinDays, discretionary]).toEqual([null, false]);
  });

  it("cites no document to UtlL 5b:9 p6", () => {
    const cites = assess(physicianInTraining).documents.flatMap((document) => document.cites);
    expect(cites).not.toContain("UtlL 5b:9 p6");
  });
});

describe("UtlL 5:10, guest doctoral students", () => {
  it.each<[Facts, string]>([
    [{}, "met"],
    [{ guestDoctoral: false }, "not-met"],
    [{ guestDoctoral: undefined }, "unknown"],
  ])("guest-doctoral with %o is %s", (change, expected) => {
    expect(stateOf({ ...guestDoctoralStudent, ...change }, "guest-doctoral")).toBe(expected);
  });

  it.each<[Facts, string]>([
    [{}, "met"],
    [{ hostingAgreement: true }, "not-met research-is-the-better-permit"],
    [{ hostingAgreement: undefined }, "unknown"],
    [{ hostingAgreement: true, decisionDate: "2026-03-01" }, "not-met research-is-the-better-permit"],
    [{ hostingAgreement: true, decisionDate: "2026-02-28" }, LEFT_OUT],
  ])("no-hosting-agreement with %o is %s", (change, expected) => {
    expect(stateOf({ ...guestDoctoralStudent, ...change }, "no-hosting-agreement")).toBe(expected);
  });

  it("is put at risk by an agreement, not refused", () => {
    const facts: Facts = { ...guestDoctoralStudent, hostingAgreement: true };
    expect(assess(facts).outcome).toBe("at-risk");
    expect(conditionOf(facts, "no-hosting-agreement")?.effect).toBe("may-refuse");
  });

  it.each<[Facts, string]>([
    [{ inSweden: true }, "not-allowed"],
    [{ inSweden: true, kind: "extension" }, "authority"],
    [{ inSweden: true, exceptionalReasons: true }, "authority"],
    [{ inSweden: true, exceptionalReasons: undefined }, "unknown"],
    [{ inSweden: true, currentPermit: "research", currentPermitValidUntil: "2027-01-01" }, "not-allowed"],
  ])("from inside with %o: %s", (change, expected) => {
    expect(assess({ ...guestDoctoralStudent, ...change }).applyFromSweden.state).toBe(expected);
  });

  it("points to research from the proposal on, and says why", () => {
    const { alternatives, notes, validity, discretionary } = assess(guestDoctoralStudent);
    expect(alternatives).toEqual(["research"]);
    expect(notes.map(({ id }) => id)).toEqual([
      "cannot-change-from-inside",
      "no-family-permit",
      "does-not-count-towards-permanent",
    ]);
    expect([validity, discretionary]).toEqual([null, true]);
    expect(assess({ ...guestDoctoralStudent, decisionDate: "2026-02-28" }).alternatives).toEqual([]);
  });
});
