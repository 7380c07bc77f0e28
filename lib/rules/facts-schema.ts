import * as z from "zod/mini";
import { isCalendarDate } from "./calendar";
import { COUNTRIES } from "./countries";
import { FACTS, type FactDefinition, type Facts, HELD_PERMITS } from "./facts";

/** What is wrong with a value, for a message in the reader's language. */
export type FaultCode =
  | "not-an-object"
  | "unknown-fact"
  | "boolean"
  | "date"
  | "integer"
  | "number"
  | "one-of"
  | "country"
  | "periods"
  | "ends-before-it-begins";

export type Fault = {
  /** Where: the fact, and for an array the index and the name within. */
  path: (string | number)[];
  code: FaultCode;
  params: Record<string, string | number>;
};

export type ParsedFacts = { ok: true; facts: Facts } | { ok: false; faults: Fault[] };

/** Larger than any sum or count that means anything, and exact as a number. */
const LARGEST_NUMBER = 1_000_000_000;
/** More permits than anyone has held; keeps the input bounded. */
const MOST_PERIODS = 100;

const LARGEST = { largest: LARGEST_NUMBER };

/** A fault travels as the message of zod's issue, so that the schema exists once and words elsewhere. */
const says = (code: FaultCode, params: Fault["params"] = {}) => ({ error: JSON.stringify({ code, params }) });

const date = z.string(says("date")).check(z.refine(isCalendarDate, says("date")));

const bounded = z
  .number(says("number", LARGEST))
  .check(z.gte(0, says("number", LARGEST)), z.lte(LARGEST_NUMBER, says("number", LARGEST)));

const integer = z
  .number(says("integer", LARGEST))
  .check(z.refine((n) => Number.isInteger(n) && n >= 0 && n <= LARGEST_NUMBER, says("integer", LARGEST)));

const oneOf = (values: readonly string[]) => z.enum(values, says("one-of", { values: values.join(", ") }));

const period = z
  .strictObject(
    {
      permit: oneOf(HELD_PERMITS),
      doctoral: z.optional(z.boolean(says("boolean"))),
      from: date,
      until: date,
    },
    says("periods"),
  )
  .check(z.refine(({ from, until }) => until >= from, { ...says("ends-before-it-begins"), path: ["until"] }));

const periods = z.array(period, says("periods")).check(z.maxLength(MOST_PERIODS, says("periods")));

const BY_TYPE = {
  boolean: z.boolean(says("boolean")),
  date,
  money: integer,
  integer,
  number: bounded,
  country: z.string(says("country")).check(z.refine((code) => COUNTRIES.has(code), says("country"))),
  array: periods,
};

const schemaOf = (fact: FactDefinition) =>
  fact.type === "enum" ? oneOf(fact.values ?? []) : BY_TYPE[fact.type];

const SHAPE = Object.fromEntries(FACTS.map((fact) => [fact.id, z.optional(schemaOf(fact))]));

const factsSchema = z
  .strictObject(SHAPE, says("not-an-object"))
  .check(
    z.refine(
      (facts) =>
        !(typeof facts.stayFrom === "string" && typeof facts.stayUntil === "string") ||
        facts.stayUntil >= facts.stayFrom,
      { ...says("ends-before-it-begins"), path: ["stayUntil"] },
    ),
  );

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue): Fault[] {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key], code: "unknown-fact", params: {} }));
  }
  const { code, params } = JSON.parse(issue.message) as Pick<Fault, "code" | "params">;
  return [{ path, code, params }];
}

/**
 * Facts from outside: every value as the table of facts says, nothing else, dates that the calendar has, money and
 * credits not negative. Derived from `FACTS`.
 */
export function parseFacts(input: unknown): ParsedFacts {
  const result = z.safeParse(factsSchema, input);
  if (result.success) return { ok: true, facts: result.data as Facts };
  return { ok: false, faults: result.error.issues.flatMap(faultsOf) };
}

const TAKES: Record<FaultCode, (params: Fault["params"]) => string> = {
  "not-an-object": () => "facts are one JSON object",
  "unknown-fact": () => "is no fact",
  boolean: () => "takes true or false",
  date: () => "takes a calendar date, YYYY-MM-DD",
  integer: ({ largest }) => `takes a whole number from 0 to ${largest}`,
  number: ({ largest }) => `takes a number from 0 to ${largest}`,
  "one-of": ({ values }) => `takes one of ${values}`,
  country: () => "takes an ISO 3166-1 alpha-2 country code in capitals",
  periods: () => `takes a list of at most ${MOST_PERIODS} { permit, doctoral?, from, until }`,
  "ends-before-it-begins": () => "takes a date on or after the first day",
};

/** One line in English, for the command line and for logs: the fact, and what it takes. */
export function describeFault({ path, code, params }: Fault): string {
  return [path.join("."), TAKES[code](params)].filter(Boolean).join(": ");
}
