import { OPEN_PERMITS } from "@/lib/applications/applications";
import type { Field } from "@/lib/flow/fields";
import { LOCALES } from "@/lib/i18n/locales";

const language: Field = { name: "language", kind: "choice", options: LOCALES };

/** Who is asked to represent. */
export const APPOINT_FIELDS: readonly Field[] = [
  { name: "name", kind: "text", max: 100 },
  { name: "email", kind: "email" },
  language,
];

/** For whom an application is started, and by whom. */
export const START_FIELDS: readonly Field[] = [
  { name: "givenNames", kind: "text", max: 100, optional: true },
  { name: "surname", kind: "text", max: 100, optional: true },
  { name: "personEmail", kind: "email" },
  { name: "permit", kind: "choice", options: OPEN_PERMITS },
  { name: "ownName", kind: "text", max: 100, autocomplete: "name" },
  language,
];

/** The field that a refusal is about, in each form; what is not here is about the whole. */
export const APPOINT_FIELD_OF: Readonly<Record<string, string>> = {
  "bad-name": "name",
  "not-an-email": "email",
  "own-address": "email",
  "address-invited-often": "email",
};

export const START_FIELD_OF: Readonly<Record<string, string>> = {
  "bad-name": "surname",
  "bad-own-name": "ownName",
  "not-an-email": "personEmail",
  "own-address": "personEmail",
  "address-invited-often": "personEmail",
  "permit-not-open": "permit",
};
