import type { Facts } from "../facts";

/** People whose application is in order on 1 July 2026, by the default editions. Tests change one thing at a time. */

const someone = {
  decisionDate: "2026-07-01",
  kind: "first",
  citizenship: "IN",
  familyOfEeaCitizen: false,
  birthDate: "1998-05-04",
  inSweden: false,
  exceptionalReasons: false,
  passportValidUntil: "2031-01-01",
  protection: "none",
  requestsRevocation: false,
  longTermResidentOtherEu: false,
  unenforceableExpulsion: false,
  euBlueCardPending: false,
  ictTrainee: false,
  currentPermit: "none",
} as const satisfies Facts;

const provided = {
  ...someone,
  returnTravelCovered: true,
  swedishAddress: "known",
} as const satisfies Facts;

export const student = {
  ...provided,
  permit: "studies",
  stayFrom: "2026-08-15",
  stayUntil: "2028-06-15",
  savingsSek: 300_000,
  monthlyIncomeSek: 0,
  admission: "full-time",
  studyLevel: "master",
  fees: "paid",
  mobilityProgramme: "none",
  hostingAgreement: false,
  guestDoctoral: false,
} as const satisfies Facts;

export const extendingStudent = {
  ...student,
  kind: "extension",
  inSweden: true,
  currentPermit: "studies",
  currentPermitGrantedOn: "2026-03-01",
  currentPermitValidUntil: "2026-08-14",
  currentPermitConditionsMet: true,
  creditsPlannedYear1: 60,
  creditsCompletedYear1: 60,
  creditsPlannedLater: 0,
  creditsCompletedLater: 0,
  progressCertificate: false,
  progressSpecialReasons: false,
  workHoursPerWeek: 10,
  workExempt: false,
} as const satisfies Facts;

export const researcher = {
  ...provided,
  permit: "research",
  stayFrom: "2026-09-01",
  stayUntil: "2029-08-31",
  savingsSek: 0,
  monthlyIncomeSek: 36_000,
  hostingAgreement: true,
  approvedPrincipal: true,
  doctoralStudent: false,
  guestDoctoral: false,
  mobilityProgramme: "none",
} as const satisfies Facts;

export const mobileResearcher = {
  ...researcher,
  permit: "research-mobility",
  otherEuResearchPermitValidUntil: "2029-12-31",
} as const satisfies Facts;

export const afterResearch = {
  ...provided,
  permit: "job-seeking-after-research",
  inSweden: true,
  currentPermit: "research",
  currentPermitGrantedOn: "2023-09-01",
  currentPermitValidUntil: "2026-09-30",
  currentPermitConditionsMet: true,
  otherEuStayInSweden: false,
  stayFrom: "2026-10-01",
  stayUntil: "2028-03-31",
  savingsSek: 250_000,
  monthlyIncomeSek: 0,
  researchCompletedCertificate: true,
  seeksWorkOrBusiness: true,
} as const satisfies Facts;

export const afterStudies = {
  ...provided,
  permit: "job-seeking-after-studies",
  inSweden: true,
  currentPermit: "studies",
  currentPermitGrantedOn: "2024-08-01",
  currentPermitValidUntil: "2026-09-30",
  currentPermitConditionsMet: true,
  otherEuStayInSweden: false,
  stayFrom: "2026-10-01",
  stayUntil: "2027-09-30",
  savingsSek: 250_000,
  monthlyIncomeSek: 0,
  healthInsurance: "held",
  educationCompleted: true,
  completedLevel: "master",
  termsStudied: 4,
  degreeCertificate: true,
  seeksWorkOrBusiness: true,
} as const satisfies Facts;

const relative = {
  ...someone,
  stayFrom: "2026-09-01",
  stayUntil: "2029-08-31",
  relationship: "spouse",
  sponsorPermitState: "held",
  sponsorSwitchesFromWork: false,
} as const satisfies Facts;

export const spouseOfResearcher = {
  ...relative,
  permit: "family-of-researcher",
  sponsorPermit: "research",
  familyPermitOtherEu: false,
  bornInSweden: false,
  livesWithSponsor: false,
} as const satisfies Facts;

export const spouseOfStudent = {
  ...relative,
  permit: "family-of-student",
  sponsorPermit: "studies",
  sponsorStudiesDoctoral: false,
  supportArranged: true,
} as const satisfies Facts;

export const physicianInTraining = {
  ...provided,
  permit: "commissioned-education",
  stayFrom: "2026-09-01",
  stayUntil: "2028-08-31",
  savingsSek: 0,
  monthlyIncomeSek: 30_000,
  admission: "full-time",
} as const satisfies Facts;

export const spouseOfPhysician = {
  ...relative,
  permit: "family-of-commissioned-student",
  sponsorPermit: "commissioned-education",
  supportArranged: true,
} as const satisfies Facts;

export const guestDoctoralStudent = {
  ...someone,
  permit: "visiting-doctoral",
  stayFrom: "2026-09-01",
  stayUntil: "2027-02-28",
  guestDoctoral: true,
  hostingAgreement: false,
} as const satisfies Facts;

export const settledResearcher = {
  ...someone,
  permit: "permanent",
  inSweden: true,
  currentPermit: "research",
  currentPermitGrantedOn: "2025-01-15",
  currentPermitValidUntil: "2027-06-30",
  permitHistory: [
    { permit: "studies", doctoral: true, from: "2023-01-15", until: "2025-01-14" },
    { permit: "research", from: "2025-01-15", until: "2027-06-30" },
  ],
  businessEstablished: false,
  netIncomeMonthlySek: 28_000,
  housingCostMonthlySek: 9_000,
  incomeKind: "salary",
  incomeLikelyToLast: true,
} as const satisfies Facts;

export const travellingResearcher = {
  ...someone,
  permit: "national-visa",
  inSweden: true,
  currentPermit: "research",
  currentPermitValidUntil: "2026-05-31",
  pendingApplication: "research",
  pendingKind: "extension",
  pendingDoctoral: false,
  pendingFromInside: true,
  tripPurpose: "research",
  needsVisaToReturn: true,
  asFamilyMember: false,
} as const satisfies Facts;

export const everyone: readonly Facts[] = [
  student,
  extendingStudent,
  researcher,
  mobileResearcher,
  afterResearch,
  afterStudies,
  spouseOfResearcher,
  spouseOfStudent,
  physicianInTraining,
  spouseOfPhysician,
  guestDoctoralStudent,
  settledResearcher,
  travellingResearcher,
];
