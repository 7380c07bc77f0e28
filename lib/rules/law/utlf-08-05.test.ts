import { describe, expect, it } from "vitest";
import { RulesError } from "../errors";
import type { Facts } from "../facts";
import {
  physicianInTraining,
  researcher,
  settledResearcher,
  student,
  travellingResearcher,
} from "../scenarios/people";
import { applicationFee } from "./utlf-08-05";

describe("UtlF 8:5 and 8:4a, the fee", () => {
  it.each<[Facts, number, string]>([
    [student, 1_500, "SEK"],
    [settledResearcher, 1_500, "SEK"],
    [{ ...student, birthDate: "2008-07-01" }, 1_500, "SEK"],
    [{ ...student, birthDate: "2008-07-02" }, 750, "SEK"],
    // The age on the day that it is lodged.
    [{ ...student, birthDate: "2008-07-01", applicationDate: "2026-06-30" }, 750, "SEK"],
    [travellingResearcher, 60, "EUR"],
    [{ ...travellingResearcher, birthDate: "2015-01-01", citizenship: "JP" }, 60, "EUR"],
  ])("%#: %i %s", (facts, amount, currency) => {
    expect(applicationFee(facts)).toMatchObject({ amount, currency, missing: [] });
  });

  it.each<[Facts, string]>([
    [{ ...student, citizenship: "JP" }, "japanese-citizen"],
    [{ ...student, citizenship: "CH" }, "swiss-citizen"],
    [{ ...student, citizenship: "FI" }, "eea-citizen-or-family"],
    [{ ...student, familyOfEeaCitizen: true }, "eea-citizen-or-family"],
    [{ ...student, sidaScholarship: true }, "scholarship"],
    [{ ...physicianInTraining, sidaScholarship: true }, "scholarship"],
  ])("%#: none, %s", (facts, exempt) => {
    expect(applicationFee(facts)).toMatchObject({ amount: 0, exempt });
  });

  it("exempts scholarships of students only", () => {
    expect(applicationFee({ ...researcher, sidaScholarship: true }).amount).toBe(1_500);
  });

  it("is that of an adult while the age is not known", () => {
    expect(applicationFee({ ...student, birthDate: undefined })).toMatchObject({
      amount: 1_500,
      missing: ["birthDate"],
    });
  });

  it("needs a permit and a day", () => {
    expect(() => applicationFee({})).toThrow(RulesError);
    expect(() => applicationFee({ permit: "studies" })).toThrow("no-decision-date");
  });
});
