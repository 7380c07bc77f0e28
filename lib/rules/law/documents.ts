// The list of documents: UtlL 5b:9 p6 with the examples in Ds 2024:31 6.7, from 2026-03-01. Until then, and for the permits that
// p6 does not cover, the same list is what the authority asks for, cited to what each document shows (SFD art 5.1).
// UtlL 5b:30 lets the authority prescribe the list: it is this table. Documents may be in any language (Ds 6.7).
import type { Citation } from "../assessment";
import { type Case, isDoctoralStudies, isUnder } from "../case";
import { BASE, BEFORE_DS, DS } from "../editions";
import type { FactId } from "../facts";
import type { Holds } from "../logic";
import type { Listed } from "../permit";
import type { DocumentId } from "../vocabulary";
import { isChild, isCohabitant, isMarried } from "./family";
import { isUnderProgramme } from "./utll-5b-01";
import { isAtMostOneYear } from "./utll-5b-09";

type Row = {
  id: DocumentId;
  /** What it shows. */
  cites: readonly Citation[];
  asks?: readonly FactId[];
  when?: (c: Case) => Holds;
};

const PROOF = "UtlL 5b:9 p6";

/** Documents that UtlL 5b:9 p6 requires from the proposal on. */
const required = (rows: readonly Row[]): readonly Listed<DocumentId>[] =>
  rows.flatMap((row) => [
    { ...row, from: BASE, until: BEFORE_DS },
    { ...row, from: DS, cites: [PROOF, ...row.cites] },
  ]);

/** Documents of the permits that p6 does not cover. */
const askedFor = (rows: readonly Row[]): readonly Listed<DocumentId>[] =>
  rows.map((row) => ({ ...row, from: BASE }));

const passport: Row = { id: "passport", cites: ["UtlF 4:23", "SFD art 7.1"] };
const passportOnly: Row = { id: "passport", cites: ["UtlL 2:1"] };

const hostingAgreement = (cite: string): Row => ({ id: "hosting-agreement", cites: [cite, "SFD art 8.1"] });
const applicationPapers: Row = { id: "application-and-employment-documents", cites: ["SFD art 5.1"] };
const curriculum: Row = { id: "curriculum-vitae", cites: ["SFD art 5.1"] };
const funds = (cite: string): Row => ({ id: "proof-of-funds", cites: [cite] });

const insurance = (cite: string): Row => ({
  id: "health-insurance",
  cites: [cite],
  asks: ["stayFrom", "stayUntil"],
  when: isAtMostOneYear,
});

const consent = (cite: string): Row => ({
  id: "guardian-consent",
  cites: [cite],
  asks: ["birthDate"],
  when: (c) => isUnder(c, 18),
});

const general: readonly Row[] = [funds("UtlL 5b:9 p1"), insurance("UtlL 5b:9 p2"), consent("UtlL 5b:9 p4")];

/** UtlF 4a:2 st2: the permit card names it. Agreements between institutions matter to students only. */
const programme = (matters: (c: Case) => boolean): Row => ({
  id: "mobility-programme",
  cites: ["UtlF 4a:2 st2"],
  asks: ["mobilityProgramme"],
  when: matters,
});

const whenDoctoral = (row: Row): Row => ({ ...row, asks: ["studyLevel"], when: isDoctoralStudies });

const studyResults = (cite: string): Row => ({
  id: "study-results",
  cites: [cite],
  asks: ["kind"],
  when: (c) => c.isExtension,
});

const researchPapers = [applicationPapers, curriculum, ...general, programme(isUnderProgramme)];

export const documentsOfResearch = required([passport, hostingAgreement("UtlL 5b:1 st1"), ...researchPapers]);

export const documentsOfMobility = required([
  passport,
  hostingAgreement("UtlL 5b:2 st1"),
  { id: "other-eu-permit", cites: ["UtlL 5b:2 st1"] },
  ...researchPapers,
]);

export const documentsOfStudies = required([
  passport,
  { id: "admission-documents", cites: ["UtlL 5b:3 st1"] },
  {
    id: "fees-receipt",
    cites: ["UtlL 5b:3 st1"],
    asks: ["fees"],
    when: ({ facts }) => facts.fees !== "not-charged",
  },
  whenDoctoral(applicationPapers),
  whenDoctoral(curriculum),
  ...general,
  programme((c) => isUnderProgramme(c) || c.facts.mobilityProgramme === "institution-agreement"),
  studyResults("UtlL 5b:18 st2"),
]);

const otherStay = (cite: string): Row => ({
  id: "other-eu-permit",
  cites: [cite],
  asks: ["otherEuStayInSweden"],
  when: ({ facts }) => facts.otherEuStayInSweden === true,
});

export const documentsAfterResearch = required([
  passport,
  { id: "research-completed-certificate", cites: ["UtlL 5b:7 st1 p2"] },
  otherStay("UtlL 5b:7 st2"),
  ...general,
]);

export const documentsAfterStudies = required([
  passport,
  { id: "degree-certificate", cites: ["UtlL 5b:8 st1 p3"] },
  otherStay("UtlL 5b:8 st2"),
  ...general,
]);

/** By relationship; the other custodian's consent for a child (UtlL 5:17 st2). */
const family = (cite: string, custody: readonly Citation[]): readonly Row[] => [
  passport,
  {
    id: "marriage-or-partnership-certificate",
    cites: [cite],
    asks: ["relationship"],
    when: isMarried,
  },
  { id: "cohabitation-evidence", cites: [cite], asks: ["relationship"], when: isCohabitant },
  { id: "birth-certificate", cites: [cite], asks: ["relationship"], when: isChild },
  { id: "custody-consent", cites: custody, asks: ["relationship"], when: isChild },
];

export const documentsOfResearchersFamily = askedFor(
  family("UtlL 5b:19 st1", ["UtlL 5b:19 st2", "UtlL 5:17 st2"]),
);

const supportedFamily = (section: string) =>
  askedFor([
    ...family(`${section} st3`, [`${section} st3`]),
    { id: "sponsor-support", cites: [`${section} st1 p1`] },
  ]);

export const documentsOfStudentsFamily = supportedFamily("UtlF 4a:6");
export const documentsOfCommissionedFamily = supportedFamily("UtlF 4:5c");

export const documentsOfCommissioned = askedFor([
  passport,
  { id: "admission-documents", cites: ["UtlF 4:5 st1"] },
  funds("UtlF 4:5a p1"),
  insurance("UtlF 4:5a p2"),
  consent("UtlF 4:5a p4"),
  studyResults("UtlF 4:5 st2"),
]);

export const documentsOfVisit = askedFor([{ ...passport, cites: ["UtlF 4:23"] }]);

export const documentsOfPermanent = askedFor([
  passportOnly,
  { id: "income-evidence", cites: ["UtlL 5:7 p1", "UtlF 4:4e st1"] },
]);

export const documentsOfVisa = askedFor([
  { ...passportOnly, cites: ["UtlL 2:1", "UtlL 3:4"] },
  { id: "trip-evidence", cites: ["UtlF 3:3a st1"] },
]);
