import { assess, PERMITS } from "@/lib/rules";
import { factField } from "../fact-field";
import {
  type CaseFacts,
  type Definition,
  day,
  ifNo,
  ifYes,
  longText,
  optional,
  text,
  yesNo,
} from "./definition";
import { otherEuPermit } from "./family";

const DOMICILED = { field: "swedishAddress", is: ["known", "temporary"] } as const;
const isExtension = ({ kind }: CaseFacts) => kind === "extension";

/** UtlF 4:5: what somebody else orders and pays for. */
const isCommissioned = ({ permit }: CaseFacts) =>
  PERMITS[permit].conditions.some(({ id }) => id === "place-on-education");

export const PURPOSE: Definition = {
  id: "purpose",
  part: "plans",
  keeps: (name, facts) => name !== "commissioner" || isCommissioned(facts),
  fields: [
    { name: "institution", kind: "institution", max: 200 },
    text("programme"),
    text("commissioner"),
    factField("admission"),
    factField("studyLevel"),
    factField("hostingAgreement", { when: { field: "studyLevel", is: ["doctoral"] } }),
    factField("approvedPrincipal"),
    factField("doctoralStudent"),
    factField("guestDoctoral", { when: { field: "studyLevel", is: ["doctoral"] } }),
    text("homeUniversity", ifYes("guestDoctoral")),
    longText("visitPlan", { max: 2_000, ...ifYes("guestDoctoral") }),
    factField("fees"),
    factField("mobilityProgramme"),
  ],
};

export const OTHER_EU_PERMIT: Definition = {
  id: "other-eu-permit",
  part: "plans",
  fields: [...otherEuPermit(), factField("otherEuResearchPermitValidUntil")],
};

export const PROGRESS: Definition = {
  id: "progress",
  part: "plans",
  isFor: isExtension,
  fields: [
    factField("creditsPlannedYear1", { max: 1_000 }),
    factField("creditsCompletedYear1", { max: 1_000 }),
    factField("creditsPlannedLater", { max: 1_000 }),
    factField("creditsCompletedLater", { max: 1_000 }),
  ],
};

export const PROGRESS_REASONS: Definition = {
  id: "progress-reasons",
  part: "plans",
  isFactByFact: true,
  after: ["creditsPlannedYear1", "creditsCompletedYear1", "creditsPlannedLater", "creditsCompletedLater"],
  fields: [
    factField("progressCertificate"),
    factField("progressSpecialReasons", ifNo("progressCertificate")),
    longText("progressReasonsText", ifYes("progressSpecialReasons")),
  ],
};

export const WORK: Definition = {
  id: "work",
  part: "plans",
  isFactByFact: true,
  after: ["currentPermitGrantedOn"],
  fields: [factField("workHoursPerWeek", { max: 168 })],
};

export const WORK_KIND: Definition = {
  id: "work-kind",
  part: "plans",
  isFactByFact: true,
  after: ["workHoursPerWeek"],
  fields: [factField("workExempt"), longText("workKindText", { max: 1_000 })],
};

export const VISA_FOR: Definition = {
  id: "visa-for",
  part: "about",
  fields: [factField("asFamilyMember"), text("visaRelation", ifYes("asFamilyMember"))],
};

export const PENDING: Definition = {
  id: "pending",
  part: "about",
  fields: [
    factField("pendingApplication"),
    factField("pendingKind"),
    factField("pendingDoctoral"),
    factField("pendingFromInside"),
    text("pendingReference", { max: 40, ...optional }),
    day("pendingLodgedOn", optional),
  ],
};

export const JOURNEY: Definition = {
  id: "journey",
  part: "plans",
  fields: [
    factField("tripPurpose"),
    longText("tripReasons", { max: 2_000 }),
    longText("tripPlaces", { max: 500 }),
    day("tripFrom"),
    day("tripUntil"),
    factField("needsVisaToReturn"),
  ],
};

export const STAY: Definition = {
  id: "stay",
  part: "plans",
  fields: [factField("stayFrom"), factField("stayUntil")],
};

export const MEANS: Definition = {
  id: "means",
  part: "plans",
  fields: [
    factField("savingsSek"),
    factField("monthlyIncomeSek"),
    longText("meansSource", { max: 1_000, ...optional }),
    factField("freeFood", optional),
    factField("freeHousing", optional),
    factField("returnTravelCovered"),
  ],
};

export const INSURANCE: Definition = {
  id: "insurance",
  part: "plans",
  isFactByFact: true,
  after: ["stayFrom", "stayUntil"],
  // Where the law sets the time, the means decide how long it is.
  isFor: ({ permit, savingsSek, monthlyIncomeSek }) =>
    PERMITS[permit].stay === undefined || (savingsSek !== undefined && monthlyIncomeSek !== undefined),
  fields: [
    factField("healthInsurance"),
    text("insurer", { ...optional, when: { field: "healthInsurance", is: ["held", "applied"] } }),
  ],
};

export const ADDRESS: Definition = {
  id: "address",
  part: "plans",
  isFactByFact: true,
  fields: [
    factField("swedishAddress"),
    text("careOf", { ...optional, max: 60, when: DOMICILED }),
    text("street", { max: 60, when: DOMICILED, autocomplete: "street-address" }),
    text("apartment", { ...optional, format: "apartment", when: DOMICILED }),
    text("postcode", { format: "postcode", when: DOMICILED, autocomplete: "postal-code" }),
    text("place", { max: 40, when: DOMICILED, autocomplete: "address-level2" }),
    day("addressUntil", { when: { field: "swedishAddress", is: ["temporary"] } }),
  ],
};

/** Revocation under 7 i § is asked for with the protection itself: `requestsRevocation` is a fact. */
const REQUESTS = ["revocation-7-7g", "revocation-7-7h"] as const;

export const REQUESTS_STEP: Definition = {
  id: "requests",
  part: "plans",
  keeps: (name, facts, { editions }) =>
    assess(facts, editions ? { editions } : {}).alsoRequest.some((id) => id === name),
  fields: REQUESTS.map((id) => yesNo(id)),
};

export const DECLARATIONS: Definition = {
  id: "declarations",
  part: "send",
  fields: [{ name: "truth", kind: "confirm" }],
};
