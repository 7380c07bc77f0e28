import type { Field } from "@/lib/flow/fields";
import type { CrossCheck } from "@/lib/flow/read-step";

const name: Field = { name: "name", kind: "text", max: 200 };

/** A child whom this account applies for. */
export const CHILD_FIELDS: readonly Field[] = [
  name,
  { name: "birthDate", kind: "date" },
  { name: "childOf", kind: "choice", options: ["child", "child-of-partner"] },
  { name: "otherCustodian", kind: "yes-no" },
];

const email: Field = { name: "email", kind: "email" };

/** An adult who gets a letter. */
export const INVITE_FIELDS: readonly Field[] = [
  name,
  { name: "relationship", kind: "choice", options: ["spouse", "registered-partner", "cohabitant", "other"] },
  { name: "adultBirthDate", kind: "date" },
  email,
];

export const EMAIL_FIELDS: readonly Field[] = [email];

const BIRTH_DATES = ["birthDate", "adultBirthDate", "ownBirthDate"];

export const bornAlready: CrossCheck = (values, today) =>
  BIRTH_DATES.filter((field) => String(values[field] ?? "") > today).map((field) => ({
    field,
    code: "in-the-future",
  }));

/** What the domain refuses, by the field that it is about; everything else is about the whole. */
export const FIELD_OF: Readonly<Record<string, string>> = {
  "bad-name": "name",
  "bad-birth-date": "birthDate",
  "child-too-old": "birthDate",
  "bad-relationship": "relationship",
  "wrong-birth-date": "ownBirthDate",
  "in-another-family": "application",
  "not-an-email": "email",
  "invite-yourself": "email",
  "already-invited": "email",
  "already-member": "email",
  "address-invited-often": "email",
};
