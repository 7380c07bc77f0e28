import { describe, expect, it } from "vitest";
import type { Facts } from "@/lib/rules";
import { student } from "@/lib/rules/scenarios/people";
import { compareAssessments } from "./compare-assessments";

const TODAY = "2026-11-22";
const compare = (facts: Facts, from = "base" as const, to = "ds-2024-31" as const) =>
  compareAssessments({ ...student, ...facts }, from, to);
const states = ({ conditions }: ReturnType<typeof compare>) =>
  conditions.map(({ id, before, after }) => `${id}: ${before?.state ?? "-"} > ${after?.state ?? "-"}`);

describe("what changes for one person", () => {
  it("a doctoral student with a hosting agreement no longer gets a permit for studies", () => {
    const change = compare({ studyLevel: "doctoral", hostingAgreement: true, swedishAddress: "known" });
    expect(states(change)).toEqual([
      "not-research-under-hosting-agreement: - > not-met",
      "swedish-address: - > met",
    ]);
    expect([change.before.outcome, change.after.outcome]).toEqual(["eligible", "not-eligible"]);
    expect(change.hasNewRights).toBe(true);
    expect(change.duties.added).toEqual(["keep-address-current", "work-limit"]);
  });

  it("who looks for work may now apply from inside", () => {
    const held: Facts = {
      inSweden: true,
      currentPermit: "job-seeking-after-research",
      currentPermitValidUntil: "2027-06-01",
      currentPermitConditionsMet: true,
      studyLevel: "doctoral",
      hostingAgreement: false,
    };
    const change = compare(held);
    expect(change.hasNewPlaceToApply).toBe(true);
    expect(states(change)).toContain("apply-before-entry: not-met > met");
  });

  it("decides both on the same day, never before the second law begins", () => {
    const early = compareAssessments({ ...student, decisionDate: "2025-06-01" }, "base", "ds-2024-31");
    expect([early.before.law, early.after.law]).toEqual(["2025-01-01", "2026-03-01"]);
    const funds = ({ conditions }: typeof early.before) => conditions.find(({ id }) => id === "funds");
    expect(funds(early.before)).toEqual(funds(early.after));
    const bill = compareAssessments({ ...student, decisionDate: TODAY }, "ds-2024-31", "prop-2025-26-146");
    expect([bill.before.law, bill.after.law]).toEqual(["2026-03-01", "2026-06-11"]);
    expect(bill.conditions).toEqual([]);
    expect([bill.hasNewRights, bill.hasNewValidity]).toEqual([true, false]);
  });

  it("nothing, where nothing does", () => {
    const change = compareAssessments(
      { permit: "research", citizenship: "IN", decisionDate: TODAY },
      "ds-2024-31",
      "prop-2025-26-146",
    );
    expect(change.conditions).toEqual([]);
    expect([change.hasNewRights, change.hasNewValidity, change.hasNewPlaceToApply]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("18 months after research, where the means last", () => {
    const facts: Facts = {
      permit: "job-seeking-after-research",
      citizenship: "IN",
      stayFrom: "2027-01-01",
      savingsSek: 400_000,
      monthlyIncomeSek: 0,
      passportValidUntil: "2030-01-01",
    };
    const change = compareAssessments({ ...facts, decisionDate: TODAY }, "base", "ds-2024-31");
    expect([change.before.validity?.months, change.after.validity?.months]).toEqual([12, 18]);
    expect(change.hasNewValidity).toBe(true);
  });

  it("takes the first day of the second law for any day before it", () => {
    const { before, after } = compareAssessments(
      { permit: "studies", decisionDate: "2024-01-01" },
      "base",
      "ds-2024-31",
    );
    expect([before.law, after.law]).toEqual(["2025-01-01", "2026-03-01"]);
  });
});
