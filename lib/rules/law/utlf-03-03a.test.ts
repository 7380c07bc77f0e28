import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import type { Facts } from "../facts";
import { LEFT_OUT, missingOf, stateOf } from "../scenarios/answers";
import { travellingResearcher } from "../scenarios/people";

const ID = "qualifying-application";
const first: Facts = { pendingKind: "first" };

describe("UtlF 3:3a, what application is pending", () => {
  it.each<[string, Facts, string]>([
    ["p1 research", {}, "met"],
    ["p1 mobility", { pendingApplication: "research-mobility" }, "met"],
    ["p1 doctoral studies", { pendingApplication: "studies", pendingDoctoral: true }, "met"],
    ["p1 other studies", { pendingApplication: "studies", pendingDoctoral: false }, "not-met"],
    ["p2 job-seeking to research", { ...first, currentPermit: "job-seeking-after-research" }, "met"],
    ["p2 studies to research", { ...first, currentPermit: "studies" }, "met"],
    ["p2 mobility to research", { ...first, currentPermit: "research-mobility" }, "met"],
    ["p2 internship to research", { ...first, currentPermit: "internship" }, "met"],
    [
      "p2 research to doctoral studies",
      { ...first, pendingApplication: "studies", pendingDoctoral: true, currentPermit: "research" },
      "met",
    ],
    [
      "p2 research to other studies",
      { ...first, pendingApplication: "studies", pendingDoctoral: false, currentPermit: "research" },
      "not-met",
    ],
    ["p2 the same ground", { ...first, currentPermit: "research" }, "not-met"],
    ["15 § p3, work", { ...first, currentPermit: "work" }, "not-met"],
    ["15 § p3, Blue Card", { ...first, currentPermit: "eu-blue-card" }, "not-met"],
    ["15 § p5, family", { ...first, currentPermit: "family-of-researcher" }, "not-met"],
    ["15 § p6, protection", { ...first, currentPermit: "temporary-protection" }, "not-met"],
    [
      "first mobility",
      { ...first, pendingApplication: "research-mobility", currentPermit: "none" },
      "not-met",
    ],
    ["p3 after research", { ...first, pendingApplication: "job-seeking-after-research" }, "met"],
    [
      "p3 after a doctorate",
      {
        ...first,
        pendingApplication: "job-seeking-after-studies",
        pendingDoctoral: true,
        currentPermit: "studies",
      },
      "met",
    ],
    [
      "p3 after other studies",
      { ...first, pendingApplication: "job-seeking-after-studies", pendingDoctoral: false },
      "not-met",
    ],
    ["p4 permanent from research", { ...first, pendingApplication: "permanent" }, "met"],
    [
      "p4 permanent from studies",
      { ...first, pendingApplication: "permanent", currentPermit: "studies" },
      "met",
    ],
    [
      "p4 permanent from work",
      { ...first, pendingApplication: "permanent", currentPermit: "work" },
      "not-met",
    ],
    ["lodged from abroad", { pendingFromInside: false }, "not-met"],
    ["family permit", { pendingApplication: "family-of-researcher" }, "not-met"],
    ["nothing known", { pendingApplication: undefined }, "unknown"],
    ["kind not known", { pendingKind: undefined }, "unknown"],
    ["inside not known", { pendingFromInside: undefined }, "unknown"],
    ["first day", { decisionDate: "2026-03-01" }, "met"],
    ["day before", { decisionDate: "2026-02-28" }, "not-met not-yet-in-force"],
  ])("%s", (_, change, expected) => {
    expect(stateOf({ ...travellingResearcher, ...change }, ID)).toBe(expected);
  });

  it.each<[string, Facts, string]>([
    ["extension of the sponsor", {}, "met"],
    ["change of the sponsor", { ...first, sponsorPermit: "job-seeking-after-research" }, "met"],
    ["change of the sponsor from work", { ...first, sponsorPermit: "work" }, "not-met"],
    [
      "permanent residence of the sponsor",
      { pendingApplication: "permanent", sponsorPermit: "research" },
      "met",
    ],
    ["a sponsor who studies", { pendingApplication: "studies", pendingDoctoral: false }, "not-met"],
  ])("st2, family: %s", (_, change, expected) => {
    const family: Facts = {
      ...travellingResearcher,
      asFamilyMember: true,
      currentPermit: "family-of-researcher",
    };
    expect(stateOf({ ...family, ...change }, ID)).toBe(expected);
  });

  it("asks whose application it is only where that matters", () => {
    const open: Facts = { ...travellingResearcher, asFamilyMember: undefined };
    expect(stateOf(open, ID)).toBe("met");
    const change: Facts = { ...open, ...first, currentPermit: "studies" };
    expect(missingOf(change, ID)).toEqual(["asFamilyMember"]);
  });
});

describe("UtlF 3:3a and 3:4, the journey", () => {
  it.each<[Facts["tripPurpose"], string]>([
    ["research", "met"],
    ["family-abroad", "met"],
    ["holiday", "not-met other-purpose"],
    ["other", "not-met other-purpose"],
    [undefined, "unknown"],
  ])("%s is %s", (tripPurpose, expected) => {
    expect(stateOf({ ...travellingResearcher, tripPurpose }, "qualifying-trip")).toBe(expected);
  });

  it.each([
    [true, "met"],
    [false, "not-met"],
    [undefined, "unknown"],
  ])("%s is %s", (answer, expected) => {
    expect(stateOf({ ...travellingResearcher, needsVisaToReturn: answer }, "needs-visa")).toBe(expected);
    expect(stateOf({ ...travellingResearcher, inSweden: answer }, "applies-inside")).toBe(expected);
  });

  it("has no such visa before the proposal", () => {
    const before: Facts = { ...travellingResearcher, decisionDate: "2026-02-28" };
    expect(assess(before).outcome).toBe("not-eligible");
    expect(stateOf(before, "qualifying-trip")).toBe(LEFT_OUT);
  });

  it("is a visa: may be granted, gives no right to work and no time", () => {
    expect(assess(travellingResearcher)).toMatchObject({
      discretionary: true,
      rights: null,
      validity: null,
      decisionWithinDays: null,
      documents: [{ id: "passport" }, { id: "trip-evidence" }],
    });
  });
});
