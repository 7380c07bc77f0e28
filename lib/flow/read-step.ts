import { type Answers, type AnswerValue, type Field, type RawAnswers, relevantFields } from "./fields";

/** Keys of `messages/<locale>/errors.json`. */
export type FieldErrorCode =
  | "required"
  | "too-long"
  | "not-a-date"
  | "not-a-number"
  | "not-whole"
  | "too-large"
  | "not-an-email"
  | "not-a-phone"
  | "not-a-country"
  | "not-an-option"
  | "not-a-postcode"
  | "not-an-apartment"
  | "not-a-passport-number"
  | "strange-characters"
  | "in-the-future"
  | "in-the-past"
  | "before-start"
  | "must-confirm";

export type FieldError = { field: string; code: FieldErrorCode };

type Read = { value: AnswerValue } | { error: FieldErrorCode };

const DEFAULT_MAX = { text: 200, "long-text": 4_000, money: 100_000_000, number: 10_000 } as const;
const YEARS = { first: 1900, last: 2150 };

/** Digits of Arabic and Persian, and full-width ones, as 0–9. */
export const westernDigits = (text: string) =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));

// Control characters, and the marks that reorder text so that it reads otherwise than it is stored.
const STRANGE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const STRANGE_IN_LINES = /(?![\n\r\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

function readText(field: Field, text: string): Read {
  const lines = field.kind === "long-text";
  const value = lines ? text.trim() : text.trim().replace(/\s+/g, " ");
  if ((lines ? STRANGE_IN_LINES : STRANGE).test(value)) return { error: "strange-characters" };
  if ([...value].length > (field.max ?? DEFAULT_MAX[lines ? "long-text" : "text"]))
    return { error: "too-long" };
  return field.format ? FORMATS[field.format](value) : { value: value.normalize("NFC") };
}

const FORMATS: Record<NonNullable<Field["format"]>, (text: string) => Read> = {
  postcode(text) {
    const digits = westernDigits(text).replace(/\s/g, "");
    // Swedish postcodes run from 100 00 to 984 99.
    if (!/^[1-9]\d{4}$/.test(digits)) return { error: "not-a-postcode" };
    return { value: `${digits.slice(0, 3)} ${digits.slice(3)}` };
  },
  apartment(text) {
    const digits = westernDigits(text).replace(/^(lgh|lägenhet)\.?\s*/i, "");
    return /^\d{4}$/.test(digits) ? { value: digits } : { error: "not-an-apartment" };
  },
  "passport-number"(text) {
    const number = westernDigits(text).toUpperCase().replace(/[\s-]/g, "");
    return /^[A-Z0-9]{4,20}$/.test(number) ? { value: number } : { error: "not-a-passport-number" };
  },
};

function readNumber(field: Field, text: string): Read {
  const isMoney = field.kind === "money";
  const plain = westernDigits(text)
    .replace(/[\s\u00a0\u202f'’]|kr$|sek$/gi, "")
    .replace("٫", ".");
  // "12,500" is twelve and a half to some and twelve thousand five hundred to others: money takes neither for granted.
  const separated = isMoney
    ? plain.replace(/^(\d{1,3})([.,]\d{3})+$/, (all) => all.replace(/[.,]/g, ""))
    : plain;
  const normal = separated.replace(",", ".");
  if (!/^\d+(\.\d+)?$/.test(normal)) return { error: "not-a-number" };
  const value = Number(normal);
  if (value > (field.max ?? DEFAULT_MAX[isMoney ? "money" : "number"])) return { error: "too-large" };
  if (!field.decimals && !Number.isInteger(value)) return { error: "not-whole" };
  return { value };
}

function readDate(raw: unknown): Read | null {
  if (typeof raw !== "object" || raw === null) return null;
  const parts = raw as Record<string, unknown>;
  const [day, month, year] = ["day", "month", "year"].map((part) =>
    westernDigits(String(parts[part] ?? "").trim()),
  ) as [string, string, string];
  if (!day && !month && !year) return null;
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year))
    return { error: "not-a-date" };
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (!exists || Number(year) < YEARS.first || Number(year) > YEARS.last) return { error: "not-a-date" };
  return { value: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}

function readEmail(text: string): Read {
  const value = text.trim();
  const isAddress = value.length <= 254 && /^[^\s@<>"(),:;[\]\\]+@[^\s@]+\.[^\s@.]{2,}$/.test(value);
  return isAddress ? { value } : { error: "not-an-email" };
}

function readPhone(text: string): Read {
  const value = westernDigits(text).trim().replace(/\s+/g, " ");
  const digits = value.replace(/\D/g, "").length;
  return /^\+?[\d\s().-]+$/.test(value) && digits >= 5 && digits <= 20 ? { value } : { error: "not-a-phone" };
}

function readOne(field: Field, raw: unknown): Read | null {
  if (field.kind === "date") return readDate(raw);
  const text = typeof raw === "string" ? raw : "";
  if (text.trim() === "") return null;
  switch (field.kind) {
    case "email":
      return readEmail(text);
    case "phone":
      return readPhone(text);
    case "money":
    case "number":
      return readNumber(field, text);
    case "yes-no":
      return text === "yes" || text === "no" ? { value: text === "yes" } : { error: "not-an-option" };
    case "confirm":
      return text === "on" ? { value: true } : { error: "must-confirm" };
    case "choice":
      return field.options?.includes(text) ? { value: text } : { error: "not-an-option" };
    case "country":
      return /^[A-Z]{2}$/.test(text) ? { value: text } : { error: "not-a-country" };
    default:
      return readText(field, text);
  }
}

function readField(field: Field, raw: unknown): Read | null {
  const read = readOne(field, raw);
  if (read || field.optional) return read;
  return { error: field.kind === "confirm" ? "must-confirm" : "required" };
}

/** Checks between the fields of a step, on what could be read. */
export type CrossCheck = (values: Answers, today: string) => FieldError[];

/**
 * Values and faults of what was typed in a step; a field with a fault has no value. `today` is an ISO date.
 * The browser and the server run this very function, and the server is the authority (docs/adr/0006).
 */
export function readStep(
  fields: readonly Field[],
  raw: RawAnswers,
  today: string,
  check?: CrossCheck,
): { values: Answers; errors: FieldError[] } {
  const values: Answers = {};
  const errors: FieldError[] = [];
  for (const field of relevantFields(fields, raw)) {
    const read = readField(field, raw[field.name]);
    if (!read) continue;
    if ("value" in read) values[field.name] = read.value;
    else errors.push({ field: field.name, code: read.error });
  }
  for (const error of check?.(values, today) ?? []) {
    // What could not be read has been told of already.
    if (errors.some(({ field }) => field === error.field)) continue;
    errors.push(error);
    delete values[error.field];
  }
  return { values, errors };
}
