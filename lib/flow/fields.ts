import type { FactId } from "@/lib/rules/facts";

export type FieldKind =
  | "text"
  | "long-text"
  | "email"
  | "phone"
  | "date"
  | "choice"
  | "yes-no"
  | "country"
  | "money"
  | "number"
  | "confirm"
  | "institution";

/** How one answer is asked for. Words are in `messages`: `facts.<name>` where it is a fact, else `steps.fields.<name>`. */
export type Field = {
  /** Within a step; the id of the fact where it is one. */
  name: string;
  kind: FieldKind;
  fact?: FactId;
  options?: readonly string[];
  optional?: true;
  /** Longest text in characters; for numbers the largest value. */
  max?: number;
  decimals?: true;
  /** A format beyond the kind's own: see `FORMATS` in read-step.ts. */
  format?: "postcode" | "apartment" | "passport-number";
  autocomplete?: string;
  /** Shown and read only while the other field of the same step has one of these values. */
  when?: { field: string; is: readonly string[] };
};

/** What was typed, as it was typed: a string, or the three parts of a date. Kept as it is, also when it is wrong. */
export type RawValue = string | { day: string; month: string; year: string };
export type RawAnswers = Record<string, RawValue>;

/** Dates are ISO `YYYY-MM-DD`, money whole SEK. */
export type AnswerValue = string | number | boolean;
export type Answers = Record<string, AnswerValue>;

const MAX_RAW = 20_000;

/** What a form sent for these fields; names of date parts are `name.day`, `name.month`, `name.year`. */
export function rawFromForm(fields: readonly Field[], form: FormData): RawAnswers {
  const text = (name: string) => {
    const value = form.get(name);
    if (typeof value !== "string") return "";
    // No database takes a NUL, or half of a sign that was cut in two.
    return value
      .replaceAll("\0", "")
      .slice(0, MAX_RAW)
      .replace(/[\ud800-\udbff]$/, "");
  };
  const raw: RawAnswers = {};
  for (const { name, kind } of fields) {
    if (kind === "date") {
      const parts = { day: text(`${name}.day`), month: text(`${name}.month`), year: text(`${name}.year`) };
      if (parts.day || parts.month || parts.year) raw[name] = parts;
    } else if (text(name)) raw[name] = text(name);
  }
  return raw;
}

/** What a form shows for a value that is known otherwise than by typing: the reverse of reading. */
export function rawFromValue(value: AnswerValue, kind: FieldKind): RawValue {
  if (kind === "yes-no") return value ? "yes" : "no";
  if (kind !== "date") return String(value);
  const [year = "", month = "", day = ""] = String(value).split("-");
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** The fields that count, given what was typed in the same step. */
export function relevantFields(fields: readonly Field[], raw: RawAnswers): Field[] {
  const relevant = new Set<string>();
  const result: Field[] = [];
  for (const field of fields) {
    const { when } = field;
    const value = when && raw[when.field];
    if (when && !(relevant.has(when.field) && typeof value === "string" && when.is.includes(value))) continue;
    relevant.add(field.name);
    result.push(field);
  }
  return result;
}
