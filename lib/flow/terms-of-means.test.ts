import { describe, expect, it } from "vitest";
import { assess, type Facts } from "@/lib/rules";
import { termsOfMeans } from "./terms-of-means";

const FACTS: Facts = {
  permit: "job-seeking-after-research",
  decisionDate: "2026-11-22",
  stayFrom: "2027-01-01",
};

const monthsOf = (facts: Facts) => termsOfMeans(facts)?.terms.map(({ months }) => months);

describe("the times that means are enough for", () => {
  it("are 12 and 18 months after research, and after doctoral studies", () => {
    expect(monthsOf(FACTS)).toEqual([12, 18]);
    const studies: Facts = { ...FACTS, permit: "job-seeking-after-studies" };
    expect(monthsOf({ ...studies, completedLevel: "doctoral" })).toEqual([12, 18]);
    expect(monthsOf({ ...studies, completedLevel: "master" })).toEqual([12]);
  });

  it("are 12 months before the proposal", () => {
    expect(monthsOf({ ...FACTS, decisionDate: "2026-02-28" })).toEqual([12]);
  });

  it("are not for a permit whose time the person chooses, nor before its first day is known", () => {
    expect(termsOfMeans({ ...FACTS, permit: "studies" })).toBeNull();
    expect(termsOfMeans({ permit: "job-seeking-after-research", decisionDate: "2026-11-22" })).toBeNull();
  });

  it.each([-1, 0, 1])("are what the rules give: the amount and %i", (more) => {
    const [, long] = termsOfMeans(FACTS)?.terms ?? [];
    const savingsSek = (long?.required ?? 0) + more;
    const { validity } = assess({
      ...FACTS,
      savingsSek,
      monthlyIncomeSek: 0,
      passportValidUntil: "2031-01-01",
    });
    expect(validity?.months).toBe(more < 0 ? 12 : 18);
  });
});
