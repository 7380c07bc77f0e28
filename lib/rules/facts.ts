/** The twelve permits, in the order of the catalogue. */
export const PERMIT_IDS = [
  "research",
  "research-mobility",
  "studies",
  "job-seeking-after-research",
  "job-seeking-after-studies",
  "family-of-researcher",
  "family-of-student",
  "commissioned-education",
  "family-of-commissioned-student",
  "visiting-doctoral",
  "permanent",
  "national-visa",
] as const;

export type PermitId = (typeof PERMIT_IDS)[number];

/** What a person may hold: a permit of this service, one of another kind, or none. */
export const HELD_PERMITS = [
  ...PERMIT_IDS,
  "none",
  "work",
  "self-employment",
  "eu-blue-card",
  "ict",
  "ict-mobility",
  "seasonal-work",
  "internship",
  "temporary-protection",
  "other",
] as const;

export type HeldPermit = (typeof HELD_PERMITS)[number];

const STUDY_LEVELS = ["bachelor", "master", "doctoral", "higher-vocational", "other-post-secondary"] as const;

const RELATIONSHIPS = [
  "spouse",
  "registered-partner",
  "cohabitant",
  "child",
  "child-of-partner",
  "other",
] as const;

/** One permit held, both days included. `doctoral`: a studies permit was for doctoral studies; absent, it was not. */
export type PermitPeriod = { permit: HeldPermit; doctoral?: boolean; from: string; until: string };

/** `date` ISO YYYY-MM-DD; `money` whole SEK; `number` may have decimals; `array` a list of `PermitPeriod`. */
export type FactType = "boolean" | "date" | "money" | "integer" | "number" | "enum" | "country" | "array";

export type FactDefinition = {
  id: string;
  type: FactType;
  values?: readonly string[];
  cites: readonly string[];
  /** First and last day on which some rule asks for it. */
  from: string;
  until?: string;
};

const BASE = "2025-01-01";
const DS = "2026-03-01";

/** Every fact that the rules know, in the order to ask them. Absent is unknown, never false. */
export const FACTS = [
  { id: "decisionDate", type: "date", cites: ["UtlF 4a:1"], from: BASE },
  { id: "applicationDate", type: "date", cites: ["UtlL 5b:15 st1", "UtlL 5b:7 st1"], from: BASE },
  { id: "permit", type: "enum", values: PERMIT_IDS, cites: ["UtlL 5b:1", "UtlL 5:5"], from: BASE },
  { id: "kind", type: "enum", values: ["first", "extension"], cites: ["UtlL 5b:17 st1"], from: BASE },
  { id: "citizenship", type: "country", cites: ["UtlL 5b:10 p1"], from: BASE },
  { id: "familyOfEeaCitizen", type: "boolean", cites: ["UtlL 5b:10 p1"], from: BASE },
  { id: "birthDate", type: "date", cites: ["UtlL 5b:9 p4", "UtlL 1:2"], from: BASE },
  { id: "guardianConsent", type: "boolean", cites: ["UtlL 5b:9 p4"], from: BASE },
  { id: "inSweden", type: "boolean", cites: ["UtlL 5b:15 st1"], from: BASE },
  {
    id: "exceptionalReasons",
    type: "boolean",
    cites: ["UtlL 5b:15 st2 p7", "UtlL 5:18 st2 p11"],
    from: BASE,
  },
  { id: "stayFrom", type: "date", cites: ["UtlL 5b:9 p2"], from: BASE },
  { id: "stayUntil", type: "date", cites: ["UtlL 5b:9 p2"], from: BASE },
  { id: "passportValidUntil", type: "date", cites: ["UtlF 4:23"], from: BASE },
  { id: "savingsSek", type: "money", cites: ["UtlL 5b:9 p1"], from: BASE },
  { id: "monthlyIncomeSek", type: "money", cites: ["UtlL 5b:9 p1"], from: BASE },
  { id: "freeFood", type: "boolean", cites: ["MIGRFS 2023:1 2"], from: BASE },
  { id: "freeHousing", type: "boolean", cites: ["MIGRFS 2023:1 2"], from: BASE },
  { id: "returnTravelCovered", type: "boolean", cites: ["UtlL 5b:9 p1"], from: BASE },
  {
    id: "healthInsurance",
    type: "enum",
    values: ["held", "applied", "none"],
    cites: ["UtlL 5b:9 p2"],
    from: BASE,
  },
  {
    id: "swedishAddress",
    type: "enum",
    values: ["known", "temporary", "not-yet-known", "withheld"],
    cites: ["UtlL 5b:9 p5"],
    from: DS,
  },
  {
    id: "protection",
    type: "enum",
    values: ["none", "asylum-pending", "refugee", "subsidiary", "temporary"],
    cites: ["UtlL 5b:10 p2", "UtlL 5b:10 p3"],
    from: BASE,
  },
  {
    id: "temporaryProtectionBasis",
    type: "enum",
    values: ["eu-2022-382", "government-21-3", "other"],
    cites: ["UtlL 7:7i st3"],
    from: DS,
  },
  { id: "requestsRevocation", type: "boolean", cites: ["UtlL 7:7i st1"], from: DS },
  { id: "longTermResidentOtherEu", type: "boolean", cites: ["UtlL 5b:10 p4"], from: BASE },
  { id: "unenforceableExpulsion", type: "boolean", cites: ["UtlL 5b:10 p5"], from: BASE },
  { id: "euBlueCardPending", type: "boolean", cites: ["UtlL 5b:10 p6"], from: BASE },
  { id: "ictTrainee", type: "boolean", cites: ["UtlL 5b:10 p7"], from: BASE },
  { id: "currentPermit", type: "enum", values: HELD_PERMITS, cites: ["UtlL 5b:15 st2"], from: BASE },
  { id: "currentPermitGrantedOn", type: "date", cites: ["UtlL 5b:18 st2"], from: DS },
  { id: "currentPermitValidUntil", type: "date", cites: ["UtlL 5b:15 st2"], from: BASE },
  { id: "currentPermitConditionsMet", type: "boolean", cites: ["UtlL 5b:15 st2 p3"], from: BASE },
  { id: "currentStudiesDoctoral", type: "boolean", cites: ["UtlL 5b:15 st2 p2"], from: BASE },
  { id: "hostingAgreement", type: "boolean", cites: ["UtlL 5b:1 st1"], from: BASE },
  { id: "approvedPrincipal", type: "boolean", cites: ["GFL 4"], from: BASE },
  { id: "doctoralStudent", type: "boolean", cites: ["GFL 3 st1 p4"], from: BASE },
  {
    id: "mobilityProgramme",
    type: "enum",
    values: ["none", "union", "multilateral", "institution-agreement"],
    cites: ["UtlL 5b:1 st3", "UtlL 5b:3 st3"],
    from: BASE,
  },
  { id: "otherEuResearchPermitValidUntil", type: "date", cites: ["UtlL 5b:2 st1"], from: BASE },
  {
    id: "admission",
    type: "enum",
    values: ["full-time", "part-time", "none"],
    cites: ["UtlL 5b:3 st1"],
    from: BASE,
  },
  { id: "studyLevel", type: "enum", values: STUDY_LEVELS, cites: ["UtlL 5b:3 st1"], from: BASE },
  { id: "guestDoctoral", type: "boolean", cites: ["UtlL 5:10"], from: BASE },
  {
    id: "fees",
    type: "enum",
    values: ["paid", "not-charged", "unpaid"],
    cites: ["UtlL 5b:3 st1"],
    from: BASE,
  },
  { id: "sidaScholarship", type: "boolean", cites: ["UtlF 8:5 st2 p8"], from: BASE },
  { id: "creditsPlannedYear1", type: "number", cites: ["UtlL 5b:18 st2"], from: BASE },
  { id: "creditsCompletedYear1", type: "number", cites: ["UtlL 5b:18 st2"], from: BASE },
  { id: "creditsPlannedLater", type: "number", cites: ["UtlL 5b:18 st2"], from: BASE },
  { id: "creditsCompletedLater", type: "number", cites: ["UtlL 5b:18 st2"], from: BASE },
  { id: "progressCertificate", type: "boolean", cites: ["UtlF 4a:1a"], from: DS },
  { id: "progressSpecialReasons", type: "boolean", cites: ["UtlL 5b:18 st2"], from: BASE },
  { id: "workHoursPerWeek", type: "number", cites: ["UtlL 5b:18 st2"], from: DS },
  { id: "workExempt", type: "boolean", cites: ["UtlF 5:2 st3"], from: DS },
  { id: "researchCompletedCertificate", type: "boolean", cites: ["UtlL 5b:7 st1 p2"], from: BASE },
  { id: "otherEuStayInSweden", type: "boolean", cites: ["UtlL 5b:7 st2", "UtlL 5b:8 st2"], from: BASE },
  { id: "educationCompleted", type: "boolean", cites: ["UtlL 5b:8 st1 p1"], from: BASE },
  { id: "completedLevel", type: "enum", values: STUDY_LEVELS, cites: ["UtlL 5b:8 st1 p1"], from: BASE },
  { id: "termsStudied", type: "integer", cites: ["UtlL 5b:8 st1 p1"], from: BASE },
  { id: "degreeCertificate", type: "boolean", cites: ["UtlL 5b:8 st1 p3"], from: BASE },
  { id: "seeksWorkOrBusiness", type: "boolean", cites: ["UtlL 5b:7 st1 p1", "UtlL 5b:8 st1 p2"], from: BASE },
  { id: "creditsCompletedTotal", type: "number", cites: ["UtlL 5b:15 st2 p2"], from: BASE },
  { id: "doctoralTermsCompleted", type: "integer", cites: ["UtlL 5b:15 st2 p2"], from: BASE },
  { id: "relationship", type: "enum", values: RELATIONSHIPS, cites: ["UtlL 5b:19", "UtlF 4a:6"], from: BASE },
  { id: "sponsorPermit", type: "enum", values: HELD_PERMITS, cites: ["UtlL 5b:19", "UtlF 4a:6"], from: BASE },
  {
    id: "sponsorPermitState",
    type: "enum",
    values: ["held", "applied"],
    cites: ["UtlL 5b:20 st2", "SFD art 26.4"],
    from: BASE,
  },
  { id: "sponsorStudiesDoctoral", type: "boolean", cites: ["UtlF 4a:7", "UtlF 3:3a st2"], from: BASE },
  { id: "sponsorCreditsCompletedTotal", type: "number", cites: ["UtlL 5b:15 st2 p5"], from: DS },
  { id: "sponsorDoctoralTermsCompleted", type: "integer", cites: ["UtlL 5b:15 st2 p5"], from: DS },
  { id: "sponsorSwitchesFromWork", type: "boolean", cites: ["UtlL 5b:20 st2 p3", "UtlF 4a:7"], from: BASE },
  { id: "supportArranged", type: "boolean", cites: ["UtlF 4a:6"], from: BASE },
  { id: "bornInSweden", type: "boolean", cites: ["UtlL 5b:20 st2 p4"], from: DS },
  { id: "livesWithSponsor", type: "boolean", cites: ["UtlL 5b:20 st2 p4"], from: DS },
  { id: "familyPermitOtherEu", type: "boolean", cites: ["UtlL 5b:20 st2 p2"], from: BASE },
  { id: "permitHistory", type: "array", cites: ["UtlL 5:5 st1"], from: BASE },
  { id: "businessEstablished", type: "boolean", cites: ["UtlL 5:5 st2"], from: BASE },
  { id: "netIncomeMonthlySek", type: "money", cites: ["UtlF 4:4e"], from: BASE },
  { id: "housingCostMonthlySek", type: "money", cites: ["UtlF 4:4e"], from: BASE },
  {
    id: "incomeKind",
    type: "enum",
    values: ["salary", "business", "doctoral-scholarship", "subsidised", "unemployment"],
    cites: ["UtlF 4:4e"],
    from: BASE,
  },
  { id: "incomeLikelyToLast", type: "boolean", cites: ["UtlF 4:4e"], from: BASE },
  { id: "receivesPension", type: "boolean", cites: ["UtlL 5:8 st1 p2"], from: BASE },
  { id: "selfSupportSpecialReasons", type: "boolean", cites: ["UtlL 5:8 st1 p3"], from: BASE },
  { id: "pendingApplication", type: "enum", values: PERMIT_IDS, cites: ["UtlF 3:3a st1"], from: DS },
  { id: "pendingKind", type: "enum", values: ["extension", "first"], cites: ["UtlF 3:3a st1"], from: DS },
  { id: "pendingDoctoral", type: "boolean", cites: ["UtlF 3:3a st1"], from: DS },
  { id: "pendingFromInside", type: "boolean", cites: ["UtlF 3:3a st1"], from: DS },
  {
    id: "tripPurpose",
    type: "enum",
    values: ["research", "family-abroad", "holiday", "other"],
    cites: ["UtlF 3:3a st1"],
    from: DS,
  },
  { id: "needsVisaToReturn", type: "boolean", cites: ["UtlF 3:3a st1"], from: DS },
  { id: "asFamilyMember", type: "boolean", cites: ["UtlF 3:3a st2"], from: DS },
] as const satisfies readonly FactDefinition[];

type Definition = (typeof FACTS)[number];

export type FactId = Definition["id"];

type ValueOf<D> = D extends { values: readonly (infer V)[] }
  ? V
  : D extends { type: "boolean" }
    ? boolean
    : D extends { type: "date" | "country" }
      ? string
      : D extends { type: "array" }
        ? readonly PermitPeriod[]
        : number;

/**
 * Facts beyond the vocabulary of the contract. Absent they are ignored: no condition waits for them, so they never are
 * among the missing, and giving one may change what was settled without it.
 */
export const VOLUNTARY_FACTS = [
  "freeFood",
  "freeHousing",
  "sidaScholarship",
  "receivesPension",
  "selfSupportSpecialReasons",
] as const satisfies readonly FactId[];

export type Facts = { [D in Definition as D["id"]]?: ValueOf<D> };
