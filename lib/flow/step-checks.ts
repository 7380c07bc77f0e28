import type { CrossCheck, FieldError } from "./read-step";

/** The steps of an application in the order of the task list; documents and review are pages of their own. */
export const STEP_IDS = [
  "identity",
  "passport",
  "contact",
  "background",
  "situation",
  "permit-held",
  "purpose",
  "progress",
  "stay",
  "means",
  "insurance",
  "guardians",
  "address",
  "declarations",
] as const;
export type StepId = (typeof STEP_IDS)[number];

const after =
  (later: string, earlier: string): CrossCheck =>
  (values): FieldError[] => {
    const [from, until] = [values[earlier], values[later]];
    return from && until && until < from ? [{ field: later, code: "before-start" }] : [];
  };

const oneNameAtLeast: CrossCheck = ({ givenNames, surname, birthDate }, today) => {
  const errors: FieldError[] = givenNames || surname ? [] : [{ field: "surname", code: "required" }];
  if (birthDate && birthDate > today) errors.push({ field: "birthDate", code: "in-the-future" });
  return errors;
};

const passportDates: CrossCheck = (values, today) => {
  const { passportIssuedOn } = values;
  if (passportIssuedOn && passportIssuedOn > today)
    return [{ field: "passportIssuedOn", code: "in-the-future" }];
  return after("passportValidUntil", "passportIssuedOn")(values, today);
};

const temporaryUntil: CrossCheck = ({ addressUntil }, today) =>
  addressUntil && addressUntil < today ? [{ field: "addressUntil", code: "in-the-past" }] : [];

/** Checks between the fields of a step; apart from the steps, so that a form in the browser need not carry the rules. */
export const STEP_CHECKS: Partial<Record<StepId, CrossCheck>> = {
  identity: oneNameAtLeast,
  passport: passportDates,
  situation: after("currentPermitValidUntil", "currentPermitGrantedOn"),
  stay: after("stayUntil", "stayFrom"),
  address: temporaryUntil,
};
