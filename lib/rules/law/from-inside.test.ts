import { describe, expect, it } from "vitest";
import type { Facts } from "../facts";
import { fromSweden, missingOf } from "../scenarios/answers";
import {
  physicianInTraining,
  spouseOfPhysician,
  spouseOfResearcher,
  spouseOfStudent,
} from "../scenarios/people";

const held: Facts = { inSweden: true, currentPermit: "other", currentPermitValidUntil: "2026-07-01" };
const givingUp: Facts = {
  protection: "temporary",
  requestsRevocation: true,
  temporaryProtectionBasis: "eu-2022-382",
};

describe("UtlL 5b:20 st2, the researcher's family from inside", () => {
  const f: Facts = { ...spouseOfResearcher, inSweden: true };
  const BAR = ["not-allowed", "UtlL 5b:20 st1"];
  const p = (point: number) => ["allowed", `UtlL 5b:20 st2 p${point}`];
  const born: Facts = {
    relationship: "child",
    birthDate: "2026-05-01",
    bornInSweden: true,
    livesWithSponsor: true,
  };

  it.each<[Facts, (string | undefined)[]]>([
    [f, BAR],
    [{ ...f, kind: "extension", currentPermit: "family-of-researcher" }, p(1)],
    [{ ...f, familyPermitOtherEu: true, sponsorPermit: "research-mobility" }, p(2)],
    [
      { ...f, familyPermitOtherEu: true, sponsorPermit: "research-mobility", sponsorPermitState: "applied" },
      p(2),
    ],
    [{ ...f, familyPermitOtherEu: true, sponsorPermit: "research" }, BAR],
    [{ ...f, ...held, sponsorSwitchesFromWork: true }, p(3)],
    [{ ...f, ...held, sponsorSwitchesFromWork: true, currentPermitValidUntil: "2026-06-30" }, BAR],
    [{ ...f, ...held, sponsorSwitchesFromWork: true, sponsorPermit: "research-mobility" }, BAR],
    [{ ...f, ...held, sponsorSwitchesFromWork: false }, BAR],
    [{ ...f, ...born }, p(4)],
    [{ ...f, ...born, livesWithSponsor: false }, BAR],
    [{ ...f, ...born, bornInSweden: false }, BAR],
    [{ ...f, ...born, relationship: "child-of-partner" }, BAR],
    [{ ...f, ...born, decisionDate: "2026-03-01" }, p(4)],
    [{ ...f, ...born, decisionDate: "2026-02-28" }, BAR],
    [{ ...f, ...held, currentPermit: "studies" }, p(5)],
    [{ ...f, ...held, currentPermit: "job-seeking-after-studies" }, p(5)],
    [{ ...f, ...held, currentPermit: "work" }, BAR],
    [{ ...f, ...held, currentPermit: "studies", currentPermitValidUntil: "2026-06-30" }, BAR],
    [{ ...f, ...held, currentPermit: "studies", decisionDate: "2026-02-28" }, BAR],
    [{ ...f, ...givingUp }, p(6)],
    [{ ...f, ...givingUp, sponsorPermitState: "applied" }, p(6)],
    [{ ...f, ...givingUp, sponsorPermit: "research-mobility" }, BAR],
    [{ ...f, ...givingUp, decisionDate: "2026-02-28" }, BAR],
    [{ ...f, exceptionalReasons: true }, ["authority", "UtlL 5b:20 st2 p7"]],
    [{ ...f, exceptionalReasons: true, decisionDate: "2026-02-28" }, BAR],
  ])("%#: %o", (facts, expected) => {
    expect(fromSweden(facts)).toEqual(expected);
  });

  it("asks a child alone whether it was born here", () => {
    const open: Facts = { ...f, bornInSweden: undefined, livesWithSponsor: undefined };
    expect(missingOf(open, "apply-before-entry")).toEqual([]);
    expect(
      missingOf({ ...open, relationship: "child", birthDate: "2026-05-01" }, "apply-before-entry"),
    ).toEqual(["bornInSweden", "livesWithSponsor"]);
  });
});

describe("UtlF 4a:7, the student's family from inside", () => {
  const f: Facts = { ...spouseOfStudent, inSweden: true };
  const BAR = ["not-allowed", "UtlL 5:18 st1"];
  const FIRST = ["allowed", "UtlF 4a:7 st1"];
  const switching: Facts = { ...held, sponsorSwitchesFromWork: true, sponsorStudiesDoctoral: true };

  it.each<[Facts, (string | undefined)[]]>([
    [f, BAR],
    [{ ...f, kind: "extension", currentPermit: "family-of-student" }, FIRST],
    [{ ...f, ...switching }, FIRST],
    [{ ...f, ...switching, sponsorStudiesDoctoral: false }, BAR],
    [{ ...f, ...switching, currentPermitValidUntil: "2026-06-30" }, BAR],
    [{ ...f, ...switching, decisionDate: "2026-02-28" }, FIRST],
    [{ ...f, ...held, currentPermit: "studies" }, ["allowed", "UtlF 4a:7 st2 p1"]],
    [{ ...f, ...held, currentPermit: "research" }, ["allowed", "UtlF 4a:7 st2 p1"]],
    // The general rule in every edition.
    [
      { ...f, ...held, currentPermit: "research", decisionDate: "2026-02-28" },
      ["allowed", "UtlL 5:18 st2 p9"],
    ],
    [{ ...f, ...held, currentPermit: "internship" }, ["allowed", "UtlL 5:18 st2 p9"]],
    [{ ...f, ...givingUp }, ["allowed", "UtlF 4a:7 st2 p2"]],
    [{ ...f, ...givingUp, sponsorPermit: "job-seeking-after-studies" }, BAR],
    [{ ...f, ...givingUp, decisionDate: "2026-02-28" }, BAR],
    [{ ...f, exceptionalReasons: true }, ["authority", "UtlL 5:18 st2 p12"]],
    [{ ...f, exceptionalReasons: true, decisionDate: "2026-02-28" }, ["authority", "UtlL 5:18 st2 p11"]],
  ])("%#: %o", (facts, expected) => {
    expect(fromSweden(facts)).toEqual(expected);
  });
});

describe("UtlF 4:5d and UtlL 5:18 st2 p9, commissioned education and its family from inside", () => {
  const BAR = ["not-allowed", "UtlL 5:18 st1"];
  const P9 = ["allowed", "UtlL 5:18 st2 p9"];
  const studied: Facts = {
    ...held,
    currentPermit: "studies",
    creditsCompletedTotal: 0,
    doctoralTermsCompleted: 0,
  };
  const graduated: Facts = {
    ...studied,
    educationCompleted: true,
    completedLevel: "master",
    termsStudied: 2,
  };
  const OLD = { decisionDate: "2026-02-28" };

  it.each<[Facts, (string | undefined)[]]>([
    [{ inSweden: true }, BAR],
    [{ kind: "extension", inSweden: true }, ["allowed", "UtlF 4:5d"]],
    [{ ...held, currentPermit: "research" }, P9],
    [{ ...held, currentPermit: "research-mobility" }, P9],
    [{ ...held, currentPermit: "internship" }, P9],
    [{ ...held, currentPermit: "job-seeking-after-studies" }, P9],
    [{ ...held, currentPermit: "work" }, BAR],
    [graduated, P9],
    [{ ...graduated, termsStudied: 1 }, BAR],
    [{ ...graduated, educationCompleted: false }, BAR],
    [{ ...graduated, completedLevel: "higher-vocational" }, BAR],
    [{ ...graduated, educationCompleted: false, doctoralTermsCompleted: 2 }, P9],
    [{ ...graduated, educationCompleted: false, doctoralTermsCompleted: 1 }, BAR],
    [{ ...graduated, educationCompleted: false, creditsCompletedTotal: 120 }, BAR],
    [{ ...studied, ...OLD, creditsCompletedTotal: 30 }, P9],
    [{ ...studied, ...OLD, creditsCompletedTotal: 29.5 }, BAR],
    [{ ...studied, ...OLD, doctoralTermsCompleted: 1 }, P9],
    [{ ...graduated, ...OLD }, BAR],
    [{ exceptionalReasons: true }, ["authority", "UtlL 5:18 st2 p12"]],
    [{ exceptionalReasons: true, ...OLD }, ["authority", "UtlL 5:18 st2 p11"]],
  ])("%o: %o", (change, expected) => {
    expect(fromSweden({ ...physicianInTraining, ...change })).toEqual(expected);
    expect(fromSweden({ ...spouseOfPhysician, ...change })).toEqual(expected);
  });
});
