import { type Field, type RawAnswers, type RawValue, relevantFields } from "@/lib/flow/fields";
import { HISTORY } from "@/lib/flow/history-rows";
import { type Case, type CaseInput, type RawByStep, readCase } from "./case";

// For tests: somebody who answers whatever is asked.

const TODAY = "2026-11-22";

export const day = (iso: string) => {
  const [year = "", month = "", date = ""] = iso.split("-");
  return { day: date, month, year };
};

/** Answers by the name of the field, whatever step it stands in. */
export type Person = Record<string, RawValue>;

const DAYS: Person = {
  birthDate: day("1998-05-04"),
  passportValidUntil: day("2033-01-01"),
  currentPermitGrantedOn: day("2026-03-10"),
  currentPermitValidUntil: day("2027-03-09"),
  otherEuResearchPermitValidUntil: day("2030-01-01"),
  stayFrom: day("2027-01-15"),
  stayUntil: day("2029-01-14"),
  tripFrom: day("2027-01-15"),
  tripUntil: day("2027-02-14"),
  addressUntil: day("2027-06-01"),
};

/** Rows that are left empty. */
export const IN_TABLE = new RegExp(`^${HISTORY}-`);

/** What somebody answers to a field that the person says nothing of. */
export function plainAnswer({ name, kind, options = [], format }: Field): RawValue {
  if (IN_TABLE.test(name)) return "";
  switch (kind) {
    case "date":
      return DAYS[name] ?? day("2024-02-03");
    case "yes-no":
      return "no";
    case "choice":
      return options[0] ?? "";
    case "country":
      return "IN";
    case "money":
      return name === "housingCostMonthlySek" ? "9000" : "30000";
    case "number":
      return "60";
    case "confirm":
      return "on";
    case "email":
      return "asha@example.com";
    case "phone":
      return "+46 70 123 45 67";
    default:
      return format === "postcode" ? "114 28" : format === "apartment" ? "1203" : "Z1234567";
  }
}

/** Answers every field that is asked, looks what is asked now, and so on until nothing more is. */
export function answered(
  input: Omit<CaseInput, "raw" | "today">,
  answerTo: (field: Field) => RawValue,
): Case {
  const raw: RawByStep = {};
  let reading = readCase({ ...input, today: TODAY, raw });
  for (let round = 0; round < 40; round++) {
    let isNew = false;
    for (const { step } of reading.steps) {
      const before: RawAnswers = raw[step.id] ?? {};
      const typed = { ...before };
      for (const field of step.fields) {
        const isAsked = relevantFields(step.fields, typed).some(({ name }) => name === field.name);
        if (isAsked && typed[field.name] === undefined) typed[field.name] = answerTo(field);
      }
      if (raw[step.id] !== undefined && Object.keys(typed).length === Object.keys(before).length) continue;
      raw[step.id] = typed;
      isNew = true;
    }
    if (!isNew) return reading;
    reading = readCase({ ...input, today: TODAY, raw });
  }
  throw new Error("the steps do not settle");
}
