import { describe, expect, it } from "vitest";
import type { RawAnswers } from "@/lib/flow/fields";
import { HELD_PERMITS } from "@/lib/rules";
import { asRowCount, CHOICES, choiceOf, MOST_ROWS, readHeldPermits } from "./held-permits";

const TODAY = "2026-11-22";
const day = (text: string) => {
  const [year = "", month = "", day = ""] = text.split("-");
  return { day, month, year };
};
const row = (index: number, permit: string, from: string, until: string): RawAnswers => ({
  [`permit-${index}`]: permit,
  [`from-${index}`]: day(from),
  [`until-${index}`]: day(until),
});
const read = (raw: RawAnswers, rows = 3) => readHeldPermits(rows, raw, TODAY);

describe("the permits of the form", () => {
  it("reads what is filled in and leaves out empty rows", () => {
    const raw = {
      ...row(0, "research", "2024-01-01", "2025-12-31"),
      ...row(2, "work", "2026-01-01", "2027-12-31"),
    };
    expect(read(raw)).toEqual({
      errors: [],
      periods: [
        { permit: "research", from: "2024-01-01", until: "2025-12-31" },
        { permit: "work", from: "2026-01-01", until: "2027-12-31" },
      ],
    });
  });

  it("takes doctoral studies as studies that are doctoral", () => {
    const [period] = read(row(0, "studies-doctoral", "2024-01-01", "2025-12-31")).periods;
    expect(period).toEqual({ permit: "studies", doctoral: true, from: "2024-01-01", until: "2025-12-31" });
    expect(period && choiceOf(period)).toBe("studies-doctoral");
  });

  it.each<[string, RawAnswers, string[]]>([
    ["nothing", {}, ["permit-0 required"]],
    ["a permit without days", { "permit-1": "work" }, ["from-1 required", "until-1 required"]],
    ["days without a permit", { ...row(1, "", "2024-01-01", "2025-12-31") }, ["permit-1 required"]],
    ["a day that is none", row(0, "work", "2025-02-29", "2025-12-31"), ["from-0 not-a-date"]],
    ["an end before the beginning", row(0, "work", "2025-02-28", "2025-02-27"), ["until-0 before-start"]],
    ["no such permit", row(0, "permanent", "2025-01-01", "2025-12-31"), ["permit-0 not-an-option"]],
  ])("finds fault with %s", (_, raw, faults) => {
    expect(read(raw).errors.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
  });

  it("offers every permit that can be held but those that lead no further", () => {
    const missing = HELD_PERMITS.filter((id) => !CHOICES.includes(id));
    expect(missing).toEqual(["permanent", "national-visa", "none"]);
  });

  it("keeps the number of rows within bounds", () => {
    expect([Number.NaN, -1, 0, 4, 1.5, 1e9].map(asRowCount)).toEqual([3, 3, 3, 4, 3, MOST_ROWS]);
  });
});
