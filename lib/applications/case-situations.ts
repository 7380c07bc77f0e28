import { rowNames } from "@/lib/flow/history-rows";
import type { PermitId } from "@/lib/rules";
import { day, type Person } from "./case-answering";

// For tests: people in typical situations, by what they answer otherwise than plainly, and what comes of it.

/** A permit held, for the table. */
const held = (permit: string, from: string, until: string): Person => {
  const names = rowNames(0);
  return { [names.permit]: permit, [names.from]: day(from), [names.until]: day(until) };
};

const INSIDE = (permit: string): Person => ({ inSweden: "yes", currentPermit: permit });
const OUTSIDE: Person = { inSweden: "no", currentPermit: "none" };
const EXTENDS: Person = { inSweden: "yes", creditsCompletedLater: "50" };
const CAN: Person = {
  returnTravelCovered: "yes",
  savingsSek: "400000",
  healthInsurance: "held",
  swedishAddress: "not-yet-known",
};

type Situation = [
  name: string,
  permit: PermitId,
  kind: "first" | "extension",
  person: Person,
  outcome: string,
];

const STUDIES: Person = { ...CAN, admission: "full-time", studyLevel: "master", fees: "paid" };
const RESEARCH: Person = { ...CAN, hostingAgreement: "yes", approvedPrincipal: "yes" };
const COUPLE: Person = { relationship: "spouse", livesTogether: "yes", supportArranged: "yes" };
const CHILD: Person = {
  relationship: "child",
  birthDate: day("2018-05-04"),
  otherCustodian: "yes",
  supportArranged: "yes",
};
const BY_RESEARCHER: Person = { sponsorPermit: "research", sponsorPermitState: "held" };
const BY_STUDENT: Person = { sponsorPermit: "studies", sponsorPermitState: "applied" };
const DEGREE: Person = {
  educationCompleted: "yes",
  completedLevel: "master",
  termsStudied: "4",
  degreeCertificate: "yes",
  seeksWorkOrBusiness: "yes",
};

export const SITUATIONS: readonly Situation[] = [
  ["student abroad", "studies", "first", { ...STUDIES, ...OUTSIDE }, "eligible"],
  [
    "doctoral student without agreement",
    "studies",
    "first",
    { ...STUDIES, ...OUTSIDE, studyLevel: "doctoral" },
    "eligible",
  ],
  [
    "student who extends",
    "studies",
    "extension",
    { ...STUDIES, ...INSIDE("studies"), ...EXTENDS, workHoursPerWeek: "10" },
    "eligible",
  ],
  [
    "student who fell ill and works much",
    "studies",
    "extension",
    {
      ...STUDIES,
      ...INSIDE("studies"),
      creditsCompletedYear1: "20",
      progressSpecialReasons: "yes",
      workHoursPerWeek: "25",
      workExempt: "yes",
    },
    "eligible",
  ],
  [
    "student who changes from work to a doctorate",
    "studies",
    "first",
    { ...STUDIES, ...INSIDE("work"), studyLevel: "doctoral", currentPermitConditionsMet: "yes" },
    "eligible",
  ],
  ["researcher abroad", "research", "first", { ...RESEARCH, ...OUTSIDE }, "eligible"],
  ["researcher who extends", "research", "extension", { ...RESEARCH, ...INSIDE("research") }, "eligible"],
  [
    "researcher who leaves temporary protection",
    "research",
    "first",
    {
      ...RESEARCH,
      ...INSIDE("temporary-protection"),
      protection: "temporary",
      temporaryProtectionBasis: "eu-2022-382",
      requestsRevocation: "yes",
    },
    "eligible",
  ],
  [
    "researcher who is in Sweden as family of a student",
    "research",
    "first",
    {
      ...RESEARCH,
      ...INSIDE("family-of-student"),
      ...BY_STUDENT,
      sponsorPermitState: "held",
      currentPermitConditionsMet: "yes",
    },
    "eligible",
  ],
  ["researcher from another state", "research-mobility", "first", { ...RESEARCH, ...OUTSIDE }, "eligible"],
  [
    "researcher from another state who extends",
    "research-mobility",
    "extension",
    { ...RESEARCH, ...INSIDE("research-mobility") },
    "eligible",
  ],
  [
    "after research, with means for 18 months",
    "job-seeking-after-research",
    "first",
    { ...CAN, ...INSIDE("research"), researchCompletedCertificate: "yes", seeksWorkOrBusiness: "yes" },
    "eligible",
  ],
  [
    "after research, with means for 12 months",
    "job-seeking-after-research",
    "first",
    {
      ...CAN,
      ...INSIDE("research"),
      savingsSek: "130000",
      monthlyIncomeSek: "0",
      researchCompletedCertificate: "yes",
      seeksWorkOrBusiness: "yes",
    },
    "eligible",
  ],
  [
    "after studies",
    "job-seeking-after-studies",
    "first",
    { ...CAN, ...INSIDE("studies"), ...DEGREE },
    "eligible",
  ],
  [
    "after studies under the permit of another state",
    "job-seeking-after-studies",
    "first",
    { ...CAN, ...INSIDE("none"), ...DEGREE, otherEuStayInSweden: "yes" },
    "eligible",
  ],
  [
    "spouse of a researcher, abroad",
    "family-of-researcher",
    "first",
    { ...COUPLE, ...BY_RESEARCHER, ...OUTSIDE },
    "eligible",
  ],
  [
    "child born in Sweden",
    "family-of-researcher",
    "first",
    { ...CHILD, ...BY_RESEARCHER, ...INSIDE("none"), bornInSweden: "yes", livesWithSponsor: "yes" },
    "eligible",
  ],
  [
    "partner of a mobile researcher, with a family permit of another state",
    "family-of-researcher",
    "first",
    {
      ...COUPLE,
      ...INSIDE("none"),
      relationship: "cohabitant",
      sponsorPermit: "research-mobility",
      sponsorPermitState: "applied",
      familyPermitOtherEu: "yes",
    },
    "eligible",
  ],
  [
    "spouse who extends",
    "family-of-researcher",
    "extension",
    { ...COUPLE, ...BY_RESEARCHER, ...INSIDE("family-of-researcher") },
    "eligible",
  ],
  ["spouse of a student", "family-of-student", "first", { ...COUPLE, ...BY_STUDENT, ...OUTSIDE }, "eligible"],
  ["child of a student", "family-of-student", "first", { ...CHILD, ...BY_STUDENT, ...OUTSIDE }, "eligible"],
  [
    "spouse of a student, in Sweden without a ground",
    "family-of-student",
    "first",
    { ...COUPLE, ...BY_STUDENT, ...INSIDE("none") },
    "not-eligible",
  ],
  [
    "spouse of a student who extends",
    "family-of-student",
    "extension",
    { ...COUPLE, ...BY_STUDENT, ...INSIDE("family-of-student") },
    "eligible",
  ],
  ["commissioned", "commissioned-education", "first", { ...CAN, ...OUTSIDE }, "eligible"],
  [
    "commissioned, extends",
    "commissioned-education",
    "extension",
    { ...CAN, ...INSIDE("commissioned-education"), ...EXTENDS },
    "eligible",
  ],
  [
    "spouse of somebody in commissioned education",
    "family-of-commissioned-student",
    "first",
    { ...COUPLE, ...OUTSIDE, sponsorPermit: "commissioned-education", sponsorPermitState: "held" },
    "eligible",
  ],
  [
    "the same who extends",
    "family-of-commissioned-student",
    "extension",
    {
      ...COUPLE,
      ...INSIDE("family-of-commissioned-student"),
      sponsorPermit: "commissioned-education",
      sponsorPermitState: "held",
    },
    "eligible",
  ],
  ["guest doctoral student", "visiting-doctoral", "first", { ...OUTSIDE, guestDoctoral: "yes" }, "eligible"],
  [
    "guest doctoral student who stays longer",
    "visiting-doctoral",
    "extension",
    { ...INSIDE("visiting-doctoral"), guestDoctoral: "yes" },
    "eligible",
  ],
  [
    "researcher who stays",
    "permanent",
    "first",
    { ...INSIDE("research"), ...held("research", "2023-11-22", "2027-03-09"), incomeLikelyToLast: "yes" },
    "eligible",
  ],
  [
    "owner of a business who stays",
    "permanent",
    "first",
    {
      ...INSIDE("self-employment"),
      ...held("self-employment", "2024-11-01", "2027-03-09"),
      businessEstablished: "yes",
      incomeKind: "business",
    },
    "eligible",
  ],
  [
    "somebody who has held no permit",
    "permanent",
    "first",
    { ...INSIDE("none"), "permitHistory-none": "yes" },
    "not-eligible",
  ],
  [
    "researcher on the way to a conference",
    "national-visa",
    "first",
    {
      ...INSIDE("research"),
      pendingApplication: "research",
      pendingKind: "extension",
      pendingFromInside: "yes",
      tripPurpose: "research",
      needsVisaToReturn: "yes",
    },
    "eligible",
  ],
  [
    "spouse of that researcher",
    "national-visa",
    "first",
    {
      ...INSIDE("family-of-researcher"),
      asFamilyMember: "yes",
      sponsorPermit: "research",
      pendingApplication: "permanent",
      pendingFromInside: "yes",
      tripPurpose: "family-abroad",
      needsVisaToReturn: "yes",
    },
    "eligible",
  ],
];
