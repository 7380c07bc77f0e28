import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import type { Facts } from "../facts";
import { fromSweden, missingOf, stateOf } from "../scenarios/answers";
import {
  afterResearch,
  mobileResearcher,
  researcher,
  student,
  travellingResearcher,
} from "../scenarios/people";

const BAR = ["not-allowed", "UtlL 5b:15 st1"];
const inSweden: Facts = {
  inSweden: true,
  currentPermitValidUntil: "2026-07-01",
  currentPermitConditionsMet: true,
};
const r: Facts = { ...researcher, ...inSweden };
const s: Facts = { ...student, ...inSweden };
const d: Facts = { ...s, studyLevel: "doctoral" };

const p = (point: number) => ["allowed", `UtlL 5b:15 st2 p${point}`];

describe("UtlL 5b:15 st2, research and studies from inside", () => {
  it.each<[string, Facts, (string | undefined)[]]>([
    ["p1 extension", { ...r, kind: "extension", currentPermit: "research" }, p(1)],
    ["p1 extension", { ...s, kind: "extension", currentPermit: "studies" }, p(1)],
    ["no ground", r, BAR],
    ["no ground", s, BAR],
    ["p2 research to studies", { ...s, currentPermit: "research" }, p(2)],
    ["p2 mobility to research", { ...r, currentPermit: "research-mobility" }, p(2)],
    ["p2 internship to studies", { ...s, currentPermit: "internship" }, p(2)],
    ["p2 the same ground is not another", { ...r, currentPermit: "research" }, BAR],
    ["p2 the same ground is not another", { ...s, currentPermit: "studies", creditsCompletedTotal: 30 }, BAR],
    [
      "p2 29.5 credits",
      { ...r, currentPermit: "studies", creditsCompletedTotal: 29.5, doctoralTermsCompleted: 0 },
      BAR,
    ],
    ["p2 30 credits", { ...r, currentPermit: "studies", creditsCompletedTotal: 30 }, p(2)],
    [
      "p2 a doctoral term",
      { ...r, currentPermit: "studies", creditsCompletedTotal: 0, doctoralTermsCompleted: 1 },
      p(2),
    ],
    ["p2 expired", { ...s, currentPermit: "research", currentPermitValidUntil: "2026-06-30" }, BAR],
    [
      "p2 valid when applying",
      {
        ...s,
        currentPermit: "research",
        currentPermitValidUntil: "2026-06-30",
        applicationDate: "2026-06-30",
      },
      p(2),
    ],
    ["p2 before the proposal", { ...s, currentPermit: "research", decisionDate: "2026-02-28" }, p(2)],
    ["p3 work to research", { ...r, currentPermit: "work" }, p(3)],
    ["p3 business to research", { ...r, currentPermit: "self-employment" }, p(3)],
    ["p3 Blue Card to doctoral studies", { ...d, currentPermit: "eu-blue-card" }, p(3)],
    ["p3 work to master studies", { ...s, currentPermit: "work" }, BAR],
    ["p3 conditions not met", { ...r, currentPermit: "work", currentPermitConditionsMet: false }, BAR],
    ["p3 expired", { ...r, currentPermit: "work", currentPermitValidUntil: "2026-06-30" }, BAR],
    ["p3 before the proposal", { ...r, currentPermit: "work", decisionDate: "2026-02-28" }, p(3)],
    ["p4 job-seeking to research", { ...r, currentPermit: "job-seeking-after-studies" }, p(4)],
    ["p4 job-seeking to doctoral studies", { ...d, currentPermit: "job-seeking-after-research" }, p(4)],
    ["p4 job-seeking to master studies", { ...s, currentPermit: "job-seeking-after-studies" }, BAR],
    [
      "p4 conditions not met",
      { ...r, currentPermit: "job-seeking-after-studies", currentPermitConditionsMet: false },
      BAR,
    ],
    ["p4 first day", { ...r, currentPermit: "job-seeking-after-studies", decisionDate: "2026-03-01" }, p(4)],
    ["p4 day before", { ...r, currentPermit: "job-seeking-after-studies", decisionDate: "2026-02-28" }, BAR],
    ["p7 exceptional", { ...r, exceptionalReasons: true }, ["authority", "UtlL 5b:15 st2 p7"]],
    ["p7 not before the proposal", { ...r, exceptionalReasons: true, decisionDate: "2026-02-28" }, BAR],
    ["work to research from ICT", { ...r, currentPermit: "ict" }, BAR],
    ["16 § mobility", mobileResearcher, ["allowed", "UtlL 5b:16"]],
    ["16 § job-seeking", afterResearch, ["allowed", "UtlL 5b:16"]],
    ["UtlF 3:4 visa", travellingResearcher, ["allowed", "UtlF 3:4"]],
  ])("%s: %#", (_, facts, expected) => {
    expect(fromSweden(facts)).toEqual(expected);
  });

  const family: Facts = {
    currentPermit: "family-of-researcher",
    sponsorPermit: "research",
    sponsorPermitState: "held",
    sponsorCreditsCompletedTotal: 0,
    sponsorDoctoralTermsCompleted: 0,
  };

  it.each<[Facts, (string | undefined)[]]>([
    [{ ...r, ...family }, p(5)],
    [{ ...d, ...family }, p(5)],
    [{ ...s, ...family }, BAR],
    [
      { ...r, ...family, currentPermit: "family-of-student", sponsorPermit: "job-seeking-after-studies" },
      p(5),
    ],
    [{ ...r, ...family, sponsorPermit: "studies" }, BAR],
    [{ ...r, ...family, sponsorPermit: "studies", sponsorCreditsCompletedTotal: 30 }, p(5)],
    [{ ...r, ...family, sponsorPermit: "studies", sponsorCreditsCompletedTotal: 29.5 }, BAR],
    [{ ...r, ...family, sponsorPermit: "studies", sponsorDoctoralTermsCompleted: 1 }, p(5)],
    [{ ...r, ...family, sponsorPermitState: "applied" }, BAR],
    [{ ...r, ...family, currentPermitValidUntil: "2026-06-30" }, BAR],
    [{ ...r, ...family, sponsorPermit: "work" }, BAR],
    [{ ...r, ...family, decisionDate: "2026-02-28" }, BAR],
  ])("p5, family: %#", (facts, expected) => {
    expect(fromSweden(facts)).toEqual(expected);
  });

  const givingUp: Facts = {
    protection: "temporary",
    requestsRevocation: true,
    temporaryProtectionBasis: "eu-2022-382",
  };

  it.each<[Facts, (string | undefined)[]]>([
    [{ ...s, ...givingUp }, p(6)],
    [{ ...r, ...givingUp }, p(6)],
    [{ ...s, ...givingUp, requestsRevocation: false }, BAR],
    [{ ...s, ...givingUp, temporaryProtectionBasis: "other" }, BAR],
    [{ ...s, ...givingUp, decisionDate: "2026-02-28" }, BAR],
  ])("p6, temporary protection: %#", (facts, expected) => {
    expect(fromSweden(facts)).toEqual(expected);
  });

  it("names every ground that holds, first first", () => {
    const facts: Facts = { ...s, ...givingUp, kind: "extension", currentPermit: "studies" };
    expect(assess(facts).applyFromSweden.cites).toEqual([
      "UtlL 5b:15 st2 p1",
      "UtlL 5b:15 st2 p6",
      "UtlL 7:7i st1",
    ]);
  });

  it("a ground that holds wins over exceptional reasons, and an open one leaves it unknown", () => {
    expect(fromSweden({ ...r, currentPermit: "work", exceptionalReasons: true })).toEqual(p(3));
    const open: Facts = { ...r, currentPermit: undefined, exceptionalReasons: true };
    expect(fromSweden(open)[0]).toBe("unknown");
  });

  it("does not wait for facts that cannot change it", () => {
    const bare: Facts = { permit: "studies", decisionDate: "2026-07-01", inSweden: true };
    expect(fromSweden({ ...bare, kind: "extension" })).toEqual(p(1));
    expect(missingOf(bare, "apply-before-entry")).toEqual([
      "exceptionalReasons",
      "protection",
      "currentPermit",
    ]);
    const atWork: Facts = { ...bare, protection: "none", exceptionalReasons: false, currentPermit: "work" };
    expect(missingOf(atWork, "apply-before-entry")).toEqual(["currentPermitValidUntil"]);
    expect(fromSweden({ ...atWork, studyLevel: "master" })).toEqual(BAR);
    expect(fromSweden({ ...atWork, currentPermitConditionsMet: false })).toEqual(BAR);
  });
});

describe("apply-before-entry", () => {
  it.each<[Facts, string]>([
    [{ ...student, inSweden: false }, "left out"],
    [{ ...student, inSweden: true }, "not-met"],
    [{ ...student, inSweden: undefined }, "unknown"],
    [{ ...r, currentPermit: "work" }, "met"],
    [{ ...r, exceptionalReasons: true }, "authority"],
    [{ ...r, inSweden: undefined, exceptionalReasons: true }, "authority"],
    [{ ...r, currentPermit: undefined }, "unknown"],
    [mobileResearcher, "left out"],
    [{ ...mobileResearcher, inSweden: undefined }, "met"],
    [travellingResearcher, "left out"],
  ])("%#: %s", (facts, expected) => {
    expect(stateOf(facts, "apply-before-entry")).toBe(expected);
  });

  it("asks whether the person is in Sweden before anything else about it", () => {
    expect(
      missingOf({ ...student, inSweden: undefined, currentPermit: undefined }, "apply-before-entry"),
    ).toEqual(["inSweden"]);
  });

  it("refuses the one who is in Sweden and may not apply from there", () => {
    expect(assess({ ...student, inSweden: true }).outcome).toBe("not-eligible");
  });
});

describe("requests to make with the application", () => {
  it.each<[Facts, string[]]>([
    [{ ...r, currentPermit: "work" }, ["revocation-7-7g"]],
    [{ ...r, currentPermit: "self-employment" }, ["revocation-7-7g"]],
    [{ ...r, currentPermit: "eu-blue-card" }, []],
    [{ ...d, currentPermit: "work" }, ["revocation-7-7g"]],
    [{ ...s, currentPermit: "work" }, []],
    [{ ...r, currentPermit: "work", currentPermitValidUntil: "2026-06-30" }, []],
  ])("%#: %o", (facts, expected) => {
    expect(assess(facts).alsoRequest).toEqual(expected);
  });
});
