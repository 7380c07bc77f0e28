import { checkHistory } from "./history-rows";
import type { CrossCheck, FieldError } from "./read-step";

/** Every step that an application may have; documents and review are pages of their own. */
export const STEP_IDS = [
  "identity",
  "passport",
  "contact",
  "relationship",
  "living-together",
  "visa-for",
  "pending",
  "background",
  "situation",
  "sponsor",
  "child",
  "sponsor-studies",
  "sponsor-change",
  "permit-held",
  "research-completed",
  "education-completed",
  "other-eu-stay",
  "history",
  "business",
  "exceptional-reasons",
  "purpose",
  "other-eu-permit",
  "search",
  "journey",
  "progress",
  "progress-reasons",
  "work",
  "work-kind",
  "weighty-reasons",
  "stay",
  "means",
  "insurance",
  "support",
  "income",
  "guardians",
  "address",
  "requests",
  "declarations",
] as const;
export type StepId = (typeof STEP_IDS)[number];

const after =
  (later: string, earlier: string): CrossCheck =>
  (values): FieldError[] => {
    const [from, until] = [values[earlier], values[later]];
    return from && until && until < from ? [{ field: later, code: "before-start" }] : [];
  };

const notInFuture =
  (...fields: string[]): CrossCheck =>
  (values, today) =>
    fields
      .filter((field) => values[field] !== undefined && String(values[field]) > today)
      .map((field) => ({ field, code: "in-the-future" }));

const notPast =
  (field: string): CrossCheck =>
  ({ [field]: date }, today) =>
    date && date < today ? [{ field, code: "in-the-past" }] : [];

/** The first fault of each field. */
const inTurn =
  (...checks: CrossCheck[]): CrossCheck =>
  (values, today) => {
    const errors = checks.flatMap((check) => check(values, today));
    return errors.filter(({ field }, index) => errors.findIndex((one) => one.field === field) === index);
  };

const oneNameAtLeast: CrossCheck = ({ givenNames, surname }) =>
  givenNames || surname ? [] : [{ field: "surname", code: "required" }];

/** Who says that it is completed has the day behind them. */
const finishedBy =
  (day: string, claim: string): CrossCheck =>
  (values, today) =>
    values[claim] === true ? notInFuture(day)(values, today) : [];

/** Checks between the fields of a step; apart from the steps, so that a form in the browser need not carry the rules. */
export const STEP_CHECKS: Partial<Record<StepId, CrossCheck>> = {
  identity: inTurn(oneNameAtLeast, notInFuture("birthDate")),
  passport: inTurn(notInFuture("passportIssuedOn"), after("passportValidUntil", "passportIssuedOn")),
  relationship: notInFuture("relationshipSince", "marriedOn"),
  "living-together": notInFuture("livesTogetherSince"),
  pending: notInFuture("pendingLodgedOn"),
  situation: inTurn(
    notInFuture("currentPermitGrantedOn"),
    after("currentPermitValidUntil", "currentPermitGrantedOn"),
  ),
  sponsor: notInFuture("sponsorBirthDate"),
  "research-completed": finishedBy("researchFinishedOn", "researchCompletedCertificate"),
  "education-completed": finishedBy("educationFinishedOn", "educationCompleted"),
  history: checkHistory,
  journey: inTurn(notPast("tripUntil"), after("tripUntil", "tripFrom")),
  stay: inTurn(notPast("stayUntil"), after("stayUntil", "stayFrom")),
  address: notPast("addressUntil"),
};
