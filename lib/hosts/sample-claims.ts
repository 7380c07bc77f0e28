import type { Claims } from "./claims";

const ADMISSION: Claims = {
  kind: "admission",
  person: { name: { family: "Rahman", given: "Nadia" }, birthDate: "2001-05-14", email: "nadia@example.com" },
  programme: "Master's programme in Sustainable Technology",
  level: "master",
  credits: 120,
  pace: "full-time",
  from: "2027-08-23",
  until: "2029-06-10",
  place: "Stockholm",
  language: "en",
  tuition: "paid",
  mobilityProgramme: "none",
  locale: "en",
  subjectRef: "admission-2027-000123",
};

const HOSTING_AGREEMENT: Claims = {
  kind: "hosting-agreement",
  person: { name: { family: "Okafor", given: "Chidi" }, birthDate: "1996-02-29", email: "chidi@example.com" },
  level: "doctoral",
  pace: "full-time",
  from: "2027-01-11",
  until: "2030-12-31",
  place: "Uppsala",
  tuition: "not-charged",
  mobilityProgramme: "none",
  project: "Proteins at low temperatures",
  funding: { amountMonthlySek: 32_000, note: "Employed as a doctoral student." },
  subjectRef: "agreement-2027-0042",
};

/** Claims of people who are not: for trying, for the examples and for the tests. */
export const sampleClaims = (kind: Claims["kind"]): Claims =>
  kind === "admission" ? ADMISSION : HOSTING_AGREEMENT;
