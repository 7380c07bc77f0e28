import { AppError } from "@/lib/errors";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { FACTS } from "@/lib/rules";
import { isCalendarDate } from "@/lib/rules/calendar";

const MAX_NAME = 200;
const FIRST_DAY = "1900-01-01";
// Control characters, and the marks that reorder text so that it reads otherwise than it is stored.
const STRANGE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

const CHILDREN: readonly string[] = ["child", "child-of-partner"];
const RELATIONSHIPS = FACTS.flatMap((fact): readonly string[] =>
  fact.id === "relationship" ? fact.values : [],
);

/** A name as others will see it. Throws `AppError("bad-name")`. */
export function givenName(typed: unknown): string {
  const name = typeof typed === "string" ? typed.normalize("NFC").trim().replace(/\s+/g, " ") : "";
  if (!name || [...name].length > MAX_NAME || STRANGE.test(name)) throw new AppError("bad-name");
  return name;
}

/** A date of birth, ISO. Throws `AppError("bad-birth-date")`. */
export function givenBirthDate(typed: unknown): string {
  const isDay = typeof typed === "string" && isCalendarDate(typed);
  if (!isDay || typed < FIRST_DAY || typed > swedishDay()) throw new AppError("bad-birth-date");
  return typed;
}

/** What an adult is to the main applicant. Throws `AppError("bad-relationship")`. */
export function givenAdultRelationship(typed: unknown): string {
  const known = RELATIONSHIPS.find((one) => one === typed);
  if (!known || CHILDREN.includes(known)) throw new AppError("bad-relationship");
  return known;
}

/** What a child is to the main applicant. Throws `AppError("bad-relationship")`. */
export function givenChildRelationship(typed: unknown): string {
  const known = CHILDREN.find((one) => one === typed);
  if (!known) throw new AppError("bad-relationship");
  return known;
}

export const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
