import { describe, expect, it } from "vitest";
import { assess, type EditionId, type Facts, type PERMIT_IDS } from "@/lib/rules";
import { compare, preferenceFor } from "./walk-compare";
import { PURPOSES, type PurposeId, purposeOf } from "./walk-start";

const DAY = "2026-07-01";
const BEFORE_DS = "2026-02-28";

function from(id: PurposeId, more: Facts = {}, decisionDate = DAY): Facts {
  return { decisionDate, kind: "first", citizenship: "IN", ...purposeOf(id)?.facts, ...more };
}

const permitsOf = (id: PurposeId, more?: Facts) => compare(from(id, more)).map(({ permit }) => permit);

describe("what is compared", () => {
  it.each(PURPOSES)("$id: begins with the permit asked about, each permit once", ({ id, facts }) => {
    const permits = permitsOf(id);
    expect(permits[0]).toBe(facts.permit);
    expect(new Set(permits).size).toBe(permits.length);
  });

  it("are the permits between which the person chooses, and those that the answers point to", () => {
    expect(permitsOf("doctoral-with-agreement")).toEqual(["research", "studies"]);
    expect(permitsOf("guest-doctoral-without-agreement")).toEqual(["visiting-doctoral", "research"]);
    expect(permitsOf("studies")).toEqual(["studies"]);
    expect(permitsOf("studies", { studyLevel: "doctoral" })).toEqual(["studies", "research"]);
    expect(permitsOf("research")).toEqual(["research"]);
    expect(permitsOf("research-mobility", { otherEuResearchPermitValidUntil: "2027-01-01" })).toEqual([
      "research-mobility",
      "research",
    ]);
    expect(permitsOf("studies", { guestDoctoral: true })).toEqual([
      "studies",
      "research",
      "visiting-doctoral",
    ]);
    expect(permitsOf("family-of-researcher", { sponsorPermit: "studies" })).toEqual([
      "family-of-researcher",
      "family-of-student",
    ]);
  });

  it("are tried as a first application on the same answers", () => {
    const [asked, other] = compare({
      ...from("doctoral-with-agreement"),
      kind: "extension",
    });
    expect(asked?.assessment.applyFromSweden.state).toBe("allowed");
    expect(other?.assessment.applyFromSweden.state).not.toBe("allowed");
    expect(other?.outcome).toBe("not-eligible");
  });
});

const EDITIONS: EditionId[][] = [
  ["base"],
  ["base", "ds-2024-31"],
  ["base", "ds-2024-31", "prop-2025-26-146"],
];

describe("what each permit brings", () => {
  it.each(EDITIONS.map((editions) => ({ editions })))("by $editions", ({ editions }) => {
    const brought = (permit: (typeof PERMIT_IDS)[number], more: Facts = {}) => {
      const facts: Facts = { decisionDate: DAY, permit, ...more };
      const [one] = compare(facts, { editions });
      return [one?.family, one?.countsTowardsPermanent];
    };
    expect(brought("research")).toEqual(["right", true]);
    expect(brought("research-mobility")).toEqual(["right", true]);
    expect(brought("studies")).toEqual(["may", false]);
    expect(brought("studies", { studyLevel: "doctoral" })).toEqual(["may", true]);
    expect(brought("job-seeking-after-research")).toEqual(["right", false]);
    expect(brought("job-seeking-after-studies")).toEqual(["may", false]);
    expect(brought("commissioned-education")).toEqual(["may", false]);
    expect(brought("visiting-doctoral")).toEqual(["none", false]);
    expect(brought("family-of-researcher")).toEqual([null, false]);
    expect(brought("permanent")).toEqual([null, null]);
    expect(brought("national-visa")).toEqual([null, null]);
  });
});

const better = (id: PurposeId, more?: Facts, day?: string) => {
  const facts = from(id, more, day);
  return preferenceFor(facts, compare(facts));
};

describe("which permit is better", () => {
  it.each([
    ["doctoral-with-agreement", "research-over-studies"],
    ["doctoral-without-agreement", "agreement-instead-of-studies"],
    ["guest-doctoral-with-agreement", "research-over-visit"],
    ["guest-doctoral-without-agreement", "agreement-instead-of-visit"],
    ["studies", null],
    ["research", null],
    ["commissioned-education", null],
    ["after-studies", null],
    ["permanent", null],
  ] as const)("%s: %s", (purpose, preference) => {
    expect(better(purpose)).toBe(preference);
  });

  it("follows from the answers too, whatever the person came for", () => {
    expect(better("studies", { studyLevel: "doctoral", hostingAgreement: true })).toBe(
      "research-over-studies",
    );
    expect(better("studies", { studyLevel: "doctoral", hostingAgreement: false })).toBe(
      "agreement-instead-of-studies",
    );
    expect(better("studies", { studyLevel: "master", hostingAgreement: true })).toBeNull();
  });

  it("is not said of a permit that the person cannot have, as doctoral students before 1 March 2026", () => {
    expect(better("doctoral-with-agreement", {}, BEFORE_DS)).toBeNull();
    expect(better("guest-doctoral-without-agreement", {}, BEFORE_DS)).toBeNull();
    expect(better("doctoral-with-agreement", { approvedPrincipal: false })).toBeNull();
  });

  it("is said all the same where what is missing is missing for both", () => {
    expect(better("doctoral-with-agreement", { passportValidUntil: "2026-07-02", stayFrom: DAY })).toBe(
      "research-over-studies",
    );
  });

  it.each(EDITIONS.slice(1).map((editions) => ({ editions })))(
    "rests on the rules by $editions",
    (options) => {
      const doctoral = from("doctoral-with-agreement");
      const [research, studies] = compare(doctoral, options);
      expect([research?.rights?.workHoursPerWeek, studies?.rights?.workHoursPerWeek]).toEqual([
        "unlimited",
        15,
      ]);
      expect([research?.family, studies?.family]).toEqual(["right", "may"]);
      expect([research?.decisionWithinDays, studies?.decisionWithinDays]).toEqual([60, 90]);

      const guest = from("guest-doctoral-with-agreement");
      const [asResearch, asVisit] = compare(guest, options);
      expect([asResearch?.rights?.workHoursPerWeek, asVisit?.rights?.workHoursPerWeek]).toEqual([
        "unlimited",
        "work-permit-needed",
      ]);
      expect([asResearch?.family, asVisit?.family]).toEqual(["right", "none"]);
      expect([asResearch?.countsTowardsPermanent, asVisit?.countsTowardsPermanent]).toEqual([true, false]);
      const after = assess(
        {
          permit: "job-seeking-after-research",
          decisionDate: DAY,
          stayFrom: DAY,
          passportValidUntil: "2031-01-01",
          savingsSek: 400_000,
          monthlyIncomeSek: 0,
          healthInsurance: "held",
        },
        options,
      );
      const { months = 0, atMostMonths = months } = after.validity ?? {};
      expect(atMostMonths).toBe(18);
    },
  );
});
