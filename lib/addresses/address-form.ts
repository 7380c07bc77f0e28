import type { Field } from "@/lib/flow/fields";
import type { CrossCheck } from "@/lib/flow/read-step";
import { day } from "@/lib/flow/steps/definition";
import { ADDRESS } from "@/lib/flow/steps/plans";

const notWithheld = (field: Field): Field =>
  field.name === "swedishAddress"
    ? { ...field, options: (field.options ?? []).filter((option) => option !== "withheld") }
    : field;

/** The fields of a change: those of the application's own step, and from when it holds. Not telling needs no form. */
export const ADDRESS_FIELDS: readonly Field[] = [...ADDRESS.fields.map(notWithheld), day("addressFrom")];

/** Nobody moves out before moving in; and what is over need not be told. */
export const checkAddress: CrossCheck = ({ addressFrom, addressUntil }, today) => {
  if (!addressUntil) return [];
  if (addressUntil < today) return [{ field: "addressUntil", code: "in-the-past" }];
  return addressFrom && addressUntil < addressFrom ? [{ field: "addressUntil", code: "before-start" }] : [];
};
