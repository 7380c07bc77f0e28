import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import type { Facts } from "../facts";
import {
  afterResearch,
  afterStudies,
  extendingStudent,
  guestDoctoralStudent,
  mobileResearcher,
  physicianInTraining,
  researcher,
  settledResearcher,
  student,
  travellingResearcher,
} from "../scenarios/people";

const RESEARCH = [
  "passport",
  "hosting-agreement",
  "application-and-employment-documents",
  "curriculum-vitae",
  "proof-of-funds",
];

describe("UtlL 5b:9 p6, the documents", () => {
  it.each<[Facts, string[]]>([
    [researcher, RESEARCH],
    [
      mobileResearcher,
      [
        "passport",
        "hosting-agreement",
        "other-eu-permit",
        "application-and-employment-documents",
        "curriculum-vitae",
        "proof-of-funds",
      ],
    ],
    [{ ...researcher, stayUntil: "2027-08-31" }, [...RESEARCH, "health-insurance"]],
    [{ ...researcher, birthDate: "2010-01-01" }, [...RESEARCH, "guardian-consent"]],
    [{ ...researcher, mobilityProgramme: "union" }, [...RESEARCH, "mobility-programme"]],
    [{ ...researcher, mobilityProgramme: "institution-agreement" }, RESEARCH],
    [student, ["passport", "admission-documents", "fees-receipt", "proof-of-funds"]],
    [{ ...student, fees: "not-charged" }, ["passport", "admission-documents", "proof-of-funds"]],
    [{ ...student, fees: undefined }, ["passport", "admission-documents", "fees-receipt", "proof-of-funds"]],
    [
      { ...student, studyLevel: "doctoral", mobilityProgramme: "institution-agreement" },
      [
        "passport",
        "admission-documents",
        "fees-receipt",
        "application-and-employment-documents",
        "curriculum-vitae",
        "proof-of-funds",
        "mobility-programme",
      ],
    ],
    [
      extendingStudent,
      ["passport", "admission-documents", "fees-receipt", "proof-of-funds", "study-results"],
    ],
    [afterResearch, ["passport", "research-completed-certificate", "proof-of-funds"]],
    [
      { ...afterResearch, otherEuStayInSweden: true },
      ["passport", "research-completed-certificate", "other-eu-permit", "proof-of-funds"],
    ],
    [afterStudies, ["passport", "degree-certificate", "proof-of-funds", "health-insurance"]],
    [physicianInTraining, ["passport", "admission-documents", "proof-of-funds"]],
    [
      { ...physicianInTraining, kind: "extension" },
      ["passport", "admission-documents", "proof-of-funds", "study-results"],
    ],
    [guestDoctoralStudent, ["passport"]],
    [settledResearcher, ["passport", "income-evidence"]],
    [travellingResearcher, ["passport", "trip-evidence"]],
  ])("%#: %o", (facts, expected) => {
    expect(assess(facts).documents.map(({ id }) => id)).toEqual(expected);
  });

  it("are required from the proposal on, and asked for in the same list before", () => {
    for (const person of [researcher, mobileResearcher, extendingStudent, afterResearch, afterStudies]) {
      const before = assess({
        ...person,
        decisionDate: "2026-02-28",
        healthInsurance: "held",
        savingsSek: 0,
      });
      const after = assess({ ...person, decisionDate: "2026-03-01", healthInsurance: "held", savingsSek: 0 });
      expect(before.documents.map(({ id }) => id)).toEqual(after.documents.map(({ id }) => id));
      for (const { cites } of after.documents) expect(cites).toContain("UtlL 5b:9 p6");
      for (const { cites } of before.documents) {
        expect(cites).not.toContain("UtlL 5b:9 p6");
        expect(cites.length).toBeGreaterThan(0);
      }
    }
  });
});
