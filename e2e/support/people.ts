import { RESEARCHER, STAY, STUDENT, type Way } from "./answers";
import type { Answer } from "./person";

const day = (day: string, month: string, year: string) => ({ day, month, year });
const inYears = (years: number) => String(new Date().getUTCFullYear() + years);

type Answers = Record<string, Answer>;

const answersOf = (step: string): Answers => STUDENT.find(([id]) => id === step)?.[1] ?? {};
const same = (step: string): readonly [string, Answers] => [step, answersOf(step)];

const ABOUT: Way = [same("identity"), same("passport"), same("contact")];
const ABROAD = { inSweden: "no", currentPermit: "none" };
const held = (permit: string) => ({
  inSweden: "yes",
  currentPermit: permit,
  currentPermitValidUntil: day("30", "6", inYears(1)),
});
const NOT_YET: readonly [string, Answers] = ["address", { swedishAddress: "not-yet-known" }];
/** Families are asked for less. */
const NO_PROTECTION: readonly [string, Answers] = ["background", { protection: "none" }];
const FROM = { stayFrom: STAY.stayFrom };

const SPONSOR = {
  sponsorName: "Ravi Rao",
  sponsorBirthDate: day("3", "3", "1990"),
  sponsorReference: "ANK-2345-6789",
};
const COUPLE: Way = [
  [
    "relationship",
    {
      relationship: "spouse",
      relationshipSince: day("1", "5", "2018"),
      marriedOn: day("2", "6", "2020"),
      marriedPlace: "Pune, India",
    },
  ],
  [
    "living-together",
    {
      livesTogether: "yes",
      livesTogetherSince: day("2", "6", "2020"),
      livesTogetherAddress: "12 MG Road, Pune",
    },
  ],
];
const SUPPORT: readonly [string, Answers] = [
  "support",
  { supportArranged: "yes", supportText: "From the scholarship." },
];

const SPOUSE_OF_RESEARCHER: Way = [
  ...ABOUT,
  ...COUPLE,
  NO_PROTECTION,
  ["situation", ABROAD],
  ["sponsor", { ...SPONSOR, sponsorPermit: "research", sponsorPermitState: "applied" }],
  ["stay", STAY],
];

/** A child, for whom a parent fills it in. */
const CHILD_OF_STUDENT: Way = [
  [
    "identity",
    { surname: "Rao", givenNames: "Mira", birthDate: day("5", "6", inYears(-8)), citizenship: "IN" },
  ],
  same("passport"),
  same("contact"),
  ["relationship", { relationship: "child" }],
  NO_PROTECTION,
  ["situation", ABROAD],
  ["sponsor", { ...SPONSOR, sponsorPermit: "studies", sponsorPermitState: "held" }],
  [
    "child",
    {
      otherCustodian: "yes",
      custodianNames: "Leela Rao",
      custodianContact: "leela@example.com",
      custodianConsent: "yes",
    },
  ],
  ["stay", STAY],
  SUPPORT,
];

const SPOUSE_OF_COMMISSIONED: Way = [
  ...ABOUT,
  ...COUPLE,
  ["situation", ABROAD],
  ["sponsor", { ...SPONSOR, sponsorPermit: "commissioned-education", sponsorPermitState: "held" }],
  ["stay", STAY],
  SUPPORT,
];

const MOBILE: Way = [
  ...ABOUT,
  same("background"),
  ["situation", { inSweden: "no" }],
  ["purpose", RESEARCHER.find(([step]) => step === "purpose")?.[1] ?? {}],
  [
    "other-eu-permit",
    {
      otherEuPermitCountry: "DE",
      otherEuPermitNumber: "D 123 456",
      otherEuResearchPermitValidUntil: day("1", "1", inYears(4)),
    },
  ],
  ["stay", STAY],
  same("means"),
  NOT_YET,
];

const AFTER_RESEARCH: Way = [
  ...ABOUT,
  same("background"),
  ["situation", held("research")],
  [
    "research-completed",
    {
      institution: "Uppsala University",
      researchFinishedOn: day("1", "10", inYears(-1)),
      researchCompletedCertificate: "yes",
    },
  ],
  ["search", { seeksWorkOrBusiness: "yes", searchText: "Work with soil chemistry." }],
  ["stay", FROM],
  same("means"),
  NOT_YET,
];

const AFTER_STUDIES: Way = [
  ...ABOUT,
  same("background"),
  ["situation", held("studies")],
  [
    "education-completed",
    {
      institution: "Uppsala University",
      programme: "Master in Physics",
      completedLevel: "master",
      educationCompleted: "yes",
      educationFinishedOn: day("1", "10", inYears(-1)),
      termsStudied: "4",
      degreeCertificate: "yes",
    },
  ],
  ["search", { seeksWorkOrBusiness: "yes", searchText: "A company for sensors." }],
  ["stay", FROM],
  same("means"),
  ["insurance", { healthInsurance: "applied", insurer: "Safe" }],
  NOT_YET,
];

const COMMISSIONED: Way = [
  ...ABOUT,
  ["situation", ABROAD],
  [
    "purpose",
    {
      institution: "Uppsala University",
      programme: "Specialist training",
      commissioner: "The ministry of health",
      admission: "full-time",
    },
  ],
  ["stay", STAY],
  same("means"),
  NOT_YET,
];

const GUEST: Way = [
  ...ABOUT,
  ["situation", { inSweden: "no" }],
  [
    "purpose",
    {
      institution: "Uppsala University",
      programme: "Physics",
      hostingAgreement: "no",
      guestDoctoral: "yes",
      homeUniversity: "Pune University, India",
      visitPlan: "Measurements in the laboratory.",
    },
  ],
  ["stay", STAY],
];

const SETTLED: Way = [
  ...ABOUT,
  ["situation", held("research")],
  [
    "history",
    {
      "permitHistory-permit-0": "studies",
      "permitHistory-doctoral-0": "yes",
      "permitHistory-from-0": day("1", "1", inYears(-6)),
      "permitHistory-until-0": day("31", "12", inYears(-3)),
      "permitHistory-permit-1": "research",
      "permitHistory-from-1": day("1", "1", inYears(-2)),
      "permitHistory-until-1": day("30", "6", inYears(1)),
    },
  ],
  [
    "income",
    {
      incomeKind: "salary",
      netIncomeMonthlySek: "28 000",
      housingCostMonthlySek: "9 000",
      incomeLikelyToLast: "yes",
      selfSupportSpecialReasons: "no",
    },
  ],
  ["requests", { "revocation-7-7h": "yes" }],
];

const TRAVELLER: Way = [
  ...ABOUT,
  ["visa-for", { asFamilyMember: "no" }],
  [
    "pending",
    {
      pendingApplication: "research",
      pendingKind: "extension",
      pendingDoctoral: "no",
      pendingFromInside: "yes",
      pendingReference: "ANK-2345-6789",
    },
  ],
  ["situation", { inSweden: "yes", currentPermit: "research" }],
  [
    "journey",
    {
      tripPurpose: "research",
      tripReasons: "A conference.",
      tripPlaces: "Delhi, India",
      tripFrom: day("1", "3", inYears(1)),
      tripUntil: day("20", "3", inYears(1)),
      needsVisaToReturn: "yes",
    },
  ],
];

/** Somebody for each permit, who meets every condition. */
export const PEOPLE = {
  studies: STUDENT,
  research: RESEARCHER,
  "research-mobility": MOBILE,
  "job-seeking-after-research": AFTER_RESEARCH,
  "job-seeking-after-studies": AFTER_STUDIES,
  "family-of-researcher": SPOUSE_OF_RESEARCHER,
  "family-of-student": CHILD_OF_STUDENT,
  "commissioned-education": COMMISSIONED,
  "family-of-commissioned-student": SPOUSE_OF_COMMISSIONED,
  "visiting-doctoral": GUEST,
  permanent: SETTLED,
  "national-visa": TRAVELLER,
} as const satisfies Record<string, Way>;

export type PermitOfPerson = keyof typeof PEOPLE;
