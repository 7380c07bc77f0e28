import type { FactId } from "@/lib/rules";

/** One matter, asked on one page. Words are in `messages`: `check.questions.<id>` and `facts.<FactId>`. */
export type Question = {
  id: string;
  /** Facts that a condition may wait for, in the order to show them. */
  facts: readonly FactId[];
  /** Shown one after the other, once those above are answered, where a condition then still waits for them. */
  followUps?: readonly FactId[];
  /** Asked on the same page although no condition waits for them: they change amounts, documents or the length of the permit. */
  also?: readonly FactId[];
  /** Yes or no to each, shown as one list to tick. */
  isChecklist?: true;
};

/**
 * Every fact but those that the person does not answer (permit, kind and the two days), each in one question. The
 * order settles the most first: what makes a permit needless, what most often makes it impossible, then the rest.
 */
export const QUESTIONS = [
  { id: "citizenship", facts: ["citizenship"] },
  { id: "admission", facts: ["admission"], followUps: ["studyLevel", "guestDoctoral"], also: ["studyLevel"] },
  { id: "hosting", facts: ["hostingAgreement"], followUps: ["approvedPrincipal", "doctoralStudent"] },
  { id: "other-eu-permit", facts: ["otherEuResearchPermitValidUntil", "otherEuStayInSweden"] },
  { id: "completed-research", facts: ["researchCompletedCertificate"] },
  {
    id: "completed-education",
    facts: ["educationCompleted", "completedLevel", "termsStudied", "degreeCertificate"],
    also: ["completedLevel"],
  },
  { id: "family", facts: ["relationship", "sponsorPermit", "sponsorPermitState"] },
  { id: "history", facts: ["permitHistory", "businessEstablished"] },
  { id: "visa-for-family", facts: ["asFamilyMember"] },
  {
    id: "pending",
    facts: ["pendingApplication", "pendingKind", "pendingDoctoral", "pendingFromInside"],
  },
  { id: "trip", facts: ["tripPurpose", "needsVisaToReturn"] },
  {
    id: "where",
    facts: ["inSweden"],
    followUps: ["currentPermit", "currentPermitValidUntil", "currentPermitConditionsMet"],
  },
  {
    id: "protection",
    facts: ["protection"],
    followUps: ["temporaryProtectionBasis", "requestsRevocation"],
  },
  {
    id: "studies-so-far",
    facts: ["currentStudiesDoctoral"],
    followUps: ["creditsCompletedTotal", "doctoralTermsCompleted"],
  },
  {
    id: "sponsor-studies",
    facts: ["sponsorStudiesDoctoral"],
    followUps: ["sponsorCreditsCompletedTotal", "sponsorDoctoralTermsCompleted"],
  },
  { id: "sponsor-change", facts: ["sponsorSwitchesFromWork", "familyPermitOtherEu"] },
  { id: "child", facts: ["bornInSweden", "livesWithSponsor"] },
  { id: "exceptional-reasons", facts: ["exceptionalReasons"] },
  {
    id: "exclusions",
    facts: [
      "familyOfEeaCitizen",
      "longTermResidentOtherEu",
      "unenforceableExpulsion",
      "euBlueCardPending",
      "ictTrainee",
    ],
    isChecklist: true,
  },
  { id: "fees", facts: ["fees"], also: ["sidaScholarship"] },
  {
    id: "progress",
    facts: ["creditsPlannedYear1", "creditsCompletedYear1", "creditsPlannedLater", "creditsCompletedLater"],
  },
  { id: "progress-reasons", facts: ["progressCertificate", "progressSpecialReasons"] },
  { id: "work", facts: ["currentPermitGrantedOn"], followUps: ["workHoursPerWeek", "workExempt"] },
  { id: "birth", facts: ["birthDate"], followUps: ["guardianConsent"] },
  { id: "stay", facts: ["stayFrom", "stayUntil"], also: ["mobilityProgramme"] },
  { id: "means", facts: ["savingsSek", "monthlyIncomeSek"], also: ["freeFood", "freeHousing"] },
  { id: "support", facts: ["supportArranged"] },
  { id: "journey-home", facts: ["returnTravelCovered"] },
  {
    id: "income",
    facts: ["incomeKind", "netIncomeMonthlySek", "housingCostMonthlySek", "incomeLikelyToLast"],
    also: ["receivesPension", "selfSupportSpecialReasons"],
  },
  { id: "passport", facts: ["passportValidUntil"] },
  { id: "insurance", facts: ["healthInsurance"] },
  { id: "plans", facts: ["seeksWorkOrBusiness"] },
  { id: "address", facts: ["swedishAddress"] },
] as const satisfies readonly Question[];

/** Every fact of a question, each once, in the order to show them. */
export const factsOf = ({ facts, followUps = [], also = [] }: Question): FactId[] => [
  ...new Set([...facts, ...followUps, ...also]),
];

export type QuestionId = (typeof QUESTIONS)[number]["id"];
