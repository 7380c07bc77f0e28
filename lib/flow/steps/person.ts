import { HELD_PERMITS } from "@/lib/rules";
import { factField } from "../fact-field";
import { type Definition, day, ifYes, longText, optional, text } from "./definition";

const HELD = HELD_PERMITS.filter((permit) => permit !== "none");
const TEMPORARY = { field: "protection", is: ["temporary"] } as const;
/** UtlL 7:7i st3: only such protection may be given up. */
const MAY_BE_GIVEN_UP = {
  field: "temporaryProtectionBasis",
  is: ["eu-2022-382", "government-21-3"],
} as const;

export const IDENTITY: Definition = {
  id: "identity",
  part: "about",
  isAlways: true,
  fields: [
    text("surname", { ...optional, autocomplete: "family-name" }),
    text("givenNames", { ...optional, autocomplete: "given-name" }),
    text("formerNames", optional),
    factField("birthDate", { autocomplete: "bday" }),
    factField("citizenship"),
    { name: "citizenship2", kind: "country", ...optional },
    { name: "citizenship3", kind: "country", ...optional },
  ],
};

export const PASSPORT: Definition = {
  id: "passport",
  part: "about",
  isAlways: true,
  fields: [
    text("passportNumber", { format: "passport-number" }),
    { name: "passportCountry", kind: "country" },
    day("passportIssuedOn"),
    factField("passportValidUntil"),
  ],
};

export const CONTACT: Definition = {
  id: "contact",
  part: "about",
  fields: [
    { name: "email", kind: "email", autocomplete: "email" },
    { name: "phone", kind: "phone", autocomplete: "tel", ...optional },
    longText("presentAddress", { max: 500, autocomplete: "street-address" }),
    text("presentPostcode", { ...optional, max: 20, autocomplete: "postal-code" }),
    text("presentPlace", { autocomplete: "address-level2" }),
    { name: "presentCountry", kind: "country", autocomplete: "country" },
  ],
};

export const BACKGROUND: Definition = {
  id: "background",
  part: "about",
  fields: [
    factField("protection"),
    factField("temporaryProtectionBasis", { when: TEMPORARY }),
    factField("requestsRevocation", { when: MAY_BE_GIVEN_UP }),
    factField("familyOfEeaCitizen"),
    factField("longTermResidentOtherEu"),
    factField("unenforceableExpulsion"),
    factField("euBlueCardPending"),
    factField("ictTrainee"),
  ],
};

export const SITUATION: Definition = {
  id: "situation",
  part: "about",
  keeps: (name, { kind }) => name !== "currentPermit" || kind !== "extension",
  fields: [
    factField("inSweden"),
    factField("currentPermit"),
    factField("currentPermitGrantedOn", { when: { field: "currentPermit", is: HELD } }),
    factField("currentPermitValidUntil", { when: { field: "currentPermit", is: HELD } }),
  ],
};

export const PERMIT_HELD: Definition = {
  id: "permit-held",
  part: "about",
  isFactByFact: true,
  after: ["inSweden", "currentPermit"],
  fields: [
    factField("currentPermitConditionsMet"),
    factField("creditsCompletedTotal", { max: 1_000 }),
    factField("doctoralTermsCompleted", { max: 40 }),
  ],
};

export const EXCEPTIONAL_REASONS: Definition = {
  id: "exceptional-reasons",
  part: "about",
  isFactByFact: true,
  after: ["inSweden", "currentPermit"],
  fields: [factField("exceptionalReasons"), longText("exceptionalReasonsText", ifYes("exceptionalReasons"))],
};

export const GUARDIANS: Definition = {
  id: "guardians",
  part: "plans",
  isFactByFact: true,
  after: ["birthDate"],
  fields: [factField("guardianConsent"), text("guardianNames"), longText("guardianContact", { max: 500 })],
};
