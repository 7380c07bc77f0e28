/** Ids that are a contract with the messages, the interface and the programs that call it. Add; rename none. */

export const CONDITION_IDS = [
  "third-country-national",
  "not-family-of-eea-citizen",
  "no-international-protection",
  "no-temporary-protection",
  "no-long-term-resident-status",
  "no-unenforceable-expulsion",
  "no-pending-blue-card",
  "not-ict-trainee",
  "funds",
  "return-travel",
  "health-insurance",
  "no-threat",
  "guardian-consent",
  "swedish-address",
  "genuine-purpose",
  "authentic-documents",
  "passport-covers-stay",
  "apply-before-entry",
  "hosting-agreement",
  "approved-principal",
  "may-sign-hosting-agreement",
  "other-eu-research-permit",
  "stay-over-180-days",
  "admission",
  "fees-paid",
  "not-research-under-hosting-agreement",
  "study-progress",
  "work-within-limit",
  "held-permit-when-applying",
  "research-completed",
  "education-completed",
  "degree-certificate",
  "seeks-work-or-business",
  "sponsor-permit",
  "family-relationship",
  "support-arranged",
  "partners-21",
  "qualifying-residence",
  "self-support",
  "lasting-support",
  "good-conduct",
  "qualifying-application",
  "qualifying-trip",
  "needs-visa",
  "applies-inside",
  "guest-doctoral",
  "no-hosting-agreement",
  "place-on-education",
] as const;

export type ConditionId = (typeof CONDITION_IDS)[number];

export const DOCUMENT_IDS = [
  "passport",
  "hosting-agreement",
  "application-and-employment-documents",
  "curriculum-vitae",
  "admission-documents",
  "fees-receipt",
  "proof-of-funds",
  "health-insurance",
  "guardian-consent",
  "mobility-programme",
  "other-eu-permit",
  "study-results",
  "research-completed-certificate",
  "degree-certificate",
  "marriage-or-partnership-certificate",
  "cohabitation-evidence",
  "birth-certificate",
  "custody-consent",
  "sponsor-support",
  "income-evidence",
  "trip-evidence",
] as const;

export type DocumentId = (typeof DOCUMENT_IDS)[number];

export const DUTY_IDS = [
  "keep-address-current",
  "study-progress",
  "work-limit",
  "complete-address-before-permit",
] as const;

export type DutyId = (typeof DUTY_IDS)[number];

/** Requests to make together with the application, each under its paragraph of UtlL chapter 7. */
export const REQUEST_IDS = ["revocation-7-7g", "revocation-7-7h", "revocation-7-7i"] as const;

export type RequestId = (typeof REQUEST_IDS)[number];

/** What the person should be told beside the conditions. */
export const NOTE_IDS = [
  "short-stay-needs-no-permit",
  "switch-to-work-after-one-term",
  "switch-to-work-after-two-terms",
  "lodge-together-with-sponsor",
  "may-be-revoked-with-the-tie",
  "family-pays-tuition",
  "cannot-change-from-inside",
  "no-family-permit",
  "does-not-count-towards-permanent",
  "apply-when-permit-runs-out",
] as const;

export type NoteId = (typeof NOTE_IDS)[number];
