import { assess, type FactId, type Facts, HELD_PERMITS, type PermitId } from "@/lib/rules";
import { asksFor } from "./asks";
import { factField } from "./fact-field";
import type { Field } from "./fields";
import type { StepId } from "./step-checks";

export type Step = {
  id: StepId;
  fields: readonly Field[];
};

type Definition = Step & {
  /** Only facts that can still change the outcome are asked, once these are known. */
  onlyWhatMattersAfter?: readonly FactId[];
};

const text = (name: string, extra: Partial<Field> = {}): Field => ({ name, kind: "text", ...extra });
const optional = { optional: true } as const;
const HELD = HELD_PERMITS.filter((permit) => permit !== "none");
const DOMICILED = { field: "swedishAddress", is: ["known", "temporary"] } as const;

const DEFINITIONS: readonly Definition[] = [
  {
    id: "identity",
    fields: [
      text("surname", { ...optional, autocomplete: "family-name" }),
      text("givenNames", { ...optional, autocomplete: "given-name" }),
      text("formerNames", optional),
      factField("birthDate", { autocomplete: "bday" }),
      factField("citizenship"),
      { name: "citizenship2", kind: "country", ...optional },
      { name: "citizenship3", kind: "country", ...optional },
    ],
  },
  {
    id: "passport",
    fields: [
      text("passportNumber", { format: "passport-number" }),
      { name: "passportCountry", kind: "country" },
      { name: "passportIssuedOn", kind: "date" },
      factField("passportValidUntil"),
    ],
  },
  {
    id: "contact",
    fields: [
      { name: "email", kind: "email", autocomplete: "email" },
      { name: "phone", kind: "phone", autocomplete: "tel", ...optional },
      { name: "presentAddress", kind: "long-text", max: 500, autocomplete: "street-address" },
      text("presentPostcode", { ...optional, max: 20, autocomplete: "postal-code" }),
      text("presentPlace", { autocomplete: "address-level2" }),
      { name: "presentCountry", kind: "country", autocomplete: "country" },
    ],
  },
  {
    id: "background",
    fields: [
      factField("protection"),
      factField("temporaryProtectionBasis", { when: { field: "protection", is: ["temporary"] } }),
      factField("requestsRevocation", { when: { field: "protection", is: ["temporary"] } }),
      factField("familyOfEeaCitizen"),
      factField("longTermResidentOtherEu"),
      factField("unenforceableExpulsion"),
      factField("euBlueCardPending"),
      factField("ictTrainee"),
    ],
  },
  {
    id: "situation",
    fields: [
      factField("inSweden"),
      factField("currentPermit"),
      factField("currentPermitGrantedOn", { when: { field: "currentPermit", is: HELD } }),
      factField("currentPermitValidUntil", { when: { field: "currentPermit", is: HELD } }),
    ],
  },
  {
    id: "permit-held",
    onlyWhatMattersAfter: ["inSweden", "currentPermit"],
    fields: [
      factField("currentPermitConditionsMet"),
      factField("currentStudiesDoctoral"),
      factField("creditsCompletedTotal", { max: 1_000 }),
      factField("doctoralTermsCompleted", { max: 40 }),
      factField("sponsorPermit"),
      factField("sponsorPermitState"),
      factField("sponsorStudiesDoctoral"),
      factField("sponsorCreditsCompletedTotal", { max: 1_000 }),
      factField("sponsorDoctoralTermsCompleted", { max: 40 }),
      factField("exceptionalReasons"),
      {
        name: "exceptionalReasonsText",
        kind: "long-text",
        when: { field: "exceptionalReasons", is: ["yes"] },
      },
    ],
  },
  {
    id: "purpose",
    fields: [
      { name: "institution", kind: "institution", max: 200 },
      text("programme"),
      factField("admission"),
      factField("studyLevel"),
      factField("hostingAgreement", { when: { field: "studyLevel", is: ["doctoral"] } }),
      factField("approvedPrincipal", { when: { field: "hostingAgreement", is: ["yes"] } }),
      factField("doctoralStudent"),
      factField("guestDoctoral", { when: { field: "studyLevel", is: ["doctoral"] } }),
      factField("fees"),
      factField("mobilityProgramme"),
    ],
  },
  {
    id: "progress",
    onlyWhatMattersAfter: ["currentPermit"],
    fields: [
      factField("creditsPlannedYear1", { max: 1_000 }),
      factField("creditsCompletedYear1", { max: 1_000 }),
      factField("creditsPlannedLater", { max: 1_000 }),
      factField("creditsCompletedLater", { max: 1_000 }),
      factField("progressCertificate"),
      factField("progressSpecialReasons"),
      {
        name: "progressReasonsText",
        kind: "long-text",
        when: { field: "progressSpecialReasons", is: ["yes"] },
      },
      factField("workHoursPerWeek", { max: 168 }),
      factField("workExempt"),
    ],
  },
  { id: "stay", fields: [factField("stayFrom"), factField("stayUntil")] },
  {
    id: "means",
    fields: [
      factField("savingsSek"),
      factField("monthlyIncomeSek"),
      { name: "meansSource", kind: "long-text", max: 1_000, ...optional },
      factField("freeFood", optional),
      factField("freeHousing", optional),
      factField("returnTravelCovered"),
    ],
  },
  {
    id: "insurance",
    onlyWhatMattersAfter: ["stayFrom", "stayUntil"],
    fields: [
      factField("healthInsurance"),
      text("insurer", { ...optional, when: { field: "healthInsurance", is: ["held", "applied"] } }),
    ],
  },
  {
    id: "guardians",
    onlyWhatMattersAfter: ["birthDate"],
    fields: [
      factField("guardianConsent"),
      text("guardianNames"),
      { name: "guardianContact", kind: "long-text", max: 500 },
    ],
  },
  {
    id: "address",
    onlyWhatMattersAfter: [],
    fields: [
      factField("swedishAddress"),
      text("careOf", { ...optional, max: 60, when: DOMICILED }),
      text("street", { max: 60, when: DOMICILED, autocomplete: "street-address" }),
      text("apartment", { ...optional, format: "apartment", when: DOMICILED }),
      text("postcode", { format: "postcode", when: DOMICILED, autocomplete: "postal-code" }),
      text("place", { max: 40, when: DOMICILED, autocomplete: "address-level2" }),
      { name: "addressUntil", kind: "date", when: { field: "swedishAddress", is: ["temporary"] } },
    ],
  },
  { id: "declarations", fields: [{ name: "truth", kind: "confirm" }] },
];

/** What is known of an application: what it is for, the day it is read, and its answers so far. */
export type CaseFacts = Facts & { permit: PermitId; decisionDate: string };

/** Whether the fact could still change the assessment if it were not known. */
function matters(fact: FactId, facts: Facts): boolean {
  const { [fact]: _, ...others } = facts;
  return assess(others).missing.includes(fact);
}

/** The fields of a step for this case; a question whose gate is not asked of this permit stands alone. */
function fieldsFor(definition: Definition, facts: CaseFacts): Field[] {
  const { onlyWhatMattersAfter: known, fields } = definition;
  if (known?.some((fact) => facts[fact] === undefined)) return [];
  const asked = fields.filter(
    ({ fact }) =>
      !fact || (asksFor(facts.permit, fact, facts.decisionDate) && (!known || matters(fact, facts))),
  );
  const names = new Set(asked.map(({ name }) => name));
  return asked.flatMap((field) => {
    if (!field.when || names.has(field.when.field)) return [field];
    const { when: _, ...alone } = field;
    return field.fact ? [alone] : [];
  });
}

/**
 * The steps that this application has now, each with the fields that it asks.
 */
export function stepsOf(facts: CaseFacts): Step[] {
  return DEFINITIONS.flatMap((definition) => {
    const fields = fieldsFor(definition, facts);
    const hasQuestion = fields.some(({ fact }) => fact) || !definition.fields.some(({ fact }) => fact);
    return hasQuestion ? [{ id: definition.id, fields }] : [];
  });
}

/** Every field that some step may ask, to carry facts of a check into answers. */
export const ALL_STEPS: readonly Step[] = DEFINITIONS;
