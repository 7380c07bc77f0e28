import { describe, expect, it } from "vitest";
import { ALL_STEPS } from "@/lib/flow/steps";
import { FACTS, type Facts } from "@/lib/rules";
import { parseFacts } from "@/lib/rules/facts-schema";
import { type Claims, claimsSchema } from "./claims";
import { factsFromClaims, permitFor } from "./facts-from-claims";
import { sampleClaims } from "./sample-claims";

const host = { nameSv: "Kungl. Tekniska högskolan", nameEn: "KTH Royal Institute of Technology" };
const approved = { ...host, isApprovedPrincipal: true };
const unknown = { ...host, isApprovedPrincipal: false };
const doctoral = sampleClaims("hosting-agreement");
const { level: _, ...researcher } = doctoral;

const confirmedBy = (claims: Claims, by = approved) => factsFromClaims(by, claims, "en").confirmed;

describe("what follows from claims", () => {
  it("of an admission", () => {
    expect(factsFromClaims(unknown, sampleClaims("admission"), "sv")).toEqual({
      confirmed: {
        institution: "Kungl. Tekniska högskolan",
        programme: "Master's programme in Sustainable Technology",
        admission: "full-time",
        studyLevel: "master",
        fees: "paid",
        mobilityProgramme: "none",
        stayFrom: "2027-08-23",
        stayUntil: "2029-06-10",
      },
      suggested: { surname: "Rahman", givenNames: "Nadia", birthDate: "2001-05-14" },
    });
  });

  it("of a hosting agreement, for a doctoral student and for a researcher", () => {
    expect(confirmedBy(doctoral)).toMatchObject({
      institution: "KTH Royal Institute of Technology",
      programme: "Proteins at low temperatures",
      hostingAgreement: true,
      approvedPrincipal: true,
      doctoralStudent: true,
      monthlyIncomeSek: 32_000,
    });
    expect(confirmedBy(researcher)).not.toHaveProperty("doctoralStudent");
  });

  it("tells that a host is approved only where the register knows it", () => {
    expect(confirmedBy(doctoral, unknown)).not.toHaveProperty("approvedPrincipal");
  });

  it("is what the rules and the steps take, under their names", () => {
    const fields = new Set(ALL_STEPS.flatMap((step) => step.fields.map(({ name }) => name)));
    const facts = new Set<string>(FACTS.map(({ id }) => id));
    for (const kind of ["admission", "hosting-agreement"] as const) {
      const { confirmed, suggested } = factsFromClaims(approved, sampleClaims(kind), "en");
      for (const name of Object.keys({ ...confirmed, ...suggested })) expect(fields).toContain(name);
      const known = Object.entries(confirmed).filter(([name]) => facts.has(name));
      expect(parseFacts(Object.fromEntries(known)).ok).toBe(true);
    }
  });

  it("is not more than the claims say", () => {
    const least: Claims = { kind: "admission", person: { name: { given: "Budi" }, birthDate: "2001-05-14" } };
    expect(factsFromClaims(approved, least, "en")).toEqual({
      confirmed: { institution: "KTH Royal Institute of Technology" },
      suggested: { givenNames: "Budi", birthDate: "2001-05-14" },
    });
  });
});

describe("the permit that a link leads to", () => {
  const led = (kind: Claims["kind"], facts: Facts, today = "2026-11-22") => permitFor(kind, facts, today);
  const facts = (claims: Claims) => confirmedBy(claims) as Facts;

  it.each([
    ["a student", "admission", facts(sampleClaims("admission")), "2026-11-22", "studies"],
    [
      "a student at half pace, who is not met with another permit",
      "admission",
      { admission: "part-time" },
      "2026-11-22",
      "studies",
    ],
    ["a researcher", "hosting-agreement", facts(researcher), "2026-11-22", "research"],
    ["a researcher before", "hosting-agreement", facts(researcher), "2026-02-28", "research"],
    ["a doctoral student with an agreement", "hosting-agreement", facts(doctoral), "2026-03-01", "research"],
    ["the same the day before", "hosting-agreement", facts(doctoral), "2026-02-28", "studies"],
    [
      "a doctoral student admitted, with an agreement known",
      "admission",
      { admission: "full-time", studyLevel: "doctoral", hostingAgreement: true, approvedPrincipal: true },
      "2026-03-01",
      "research",
    ],
    [
      "the same the day before",
      "admission",
      { admission: "full-time", studyLevel: "doctoral", hostingAgreement: true, approvedPrincipal: true },
      "2026-02-28",
      "studies",
    ],
    [
      "a doctoral student without",
      "admission",
      { admission: "full-time", studyLevel: "doctoral" },
      "2026-11-22",
      "studies",
    ],
  ] as const)("%s", (_name, kind, known, today, permit) => {
    expect(led(kind, known as Facts, today)).toBe(permit);
  });
});

describe("claims", () => {
  const withOne = (more: object) => claimsSchema.safeParse({ ...sampleClaims("admission"), ...more }).success;

  it.each([
    [{ from: "2027-08-23", until: "2027-08-23" }, true],
    [{ from: "2027-08-24", until: "2027-08-23" }, false],
    [{ credits: 1_000 }, true],
    [{ credits: 1_000.5 }, false],
    [{ credits: -1 }, false],
    [{ funding: { amountMonthlySek: 10.5 } }, false],
    [{ programme: "x".repeat(201) }, false],
    [{ programme: " " }, false],
    [{ programme: "a\u0000b" }, false],
    [{ programme: "\ud800" }, false],
    [{ programme: "برنامه\u200cها" }, true],
    [{ language: "English" }, false],
    [{ locale: "de" }, false],
    [{ subjectRef: "a b" }, false],
    [{ person: { name: { family: "Kim" }, birthDate: "1899-12-31" } }, false],
    [{ person: { name: { family: "Kim" }, birthDate: "1900-01-01" } }, true],
    [{ person: { name: { family: "Kim" }, birthDate: "2100-01-01" } }, false],
    [{ person: { name: { family: "Kim" }, birthDate: "2001-05-14", email: "a@b" } }, false],
  ])("%o: %s", (more, isTaken) => expect(withOne(more)).toBe(isTaken));
});
