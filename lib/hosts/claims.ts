import * as z from "zod";
import { LOCALES } from "@/lib/i18n/locales";
import type { Facts } from "@/lib/rules";

// Control characters, and the signs that turn the order of what stands around them.
const UNSHOWN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const MAX_CREDITS = 1_000;
const MAX_MONTHLY_SEK = 10_000_000;

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !UNSHOWN.test(text) && text.isWellFormed(), { error: "Takes no control characters." });

const isPast = (date: string) => date >= "1900-01-01" && date <= new Date().toISOString().slice(0, 10);

const LEVELS = ["bachelor", "master", "doctoral", "higher-vocational", "other-post-secondary"] as const;
const PACES = ["full-time", "part-time"] as const;
const TUITIONS = ["paid", "not-charged", "unpaid"] as const;
const PROGRAMMES = ["none", "union", "multilateral", "institution-agreement"] as const;

// What a host may claim, a fact must be able to say.
LEVELS satisfies readonly Facts["studyLevel"][];
PACES satisfies readonly Facts["admission"][];
TUITIONS satisfies readonly Facts["fees"][];
PROGRAMMES satisfies readonly Facts["mobilityProgramme"][];

const name = z
  .strictObject({
    family: line(200).optional().meta({ description: "As in the passport." }),
    given: line(200).optional(),
  })
  .refine(({ family, given }) => family !== undefined || given !== undefined, {
    error: "Takes a family name, a given name or both.",
  });

const person = z.strictObject({
  email: z.email().max(254).optional(),
  name,
  birthDate: z.iso
    .date()
    .refine(isPast, { error: "Takes a day since 1900 that is past." })
    .meta({ description: "Whoever opens the link must have been born on this day." }),
});

const funding = z.strictObject({
  amountMonthlySek: z.int().min(0).max(MAX_MONTHLY_SEK).optional().meta({
    description: "What the host pays the person each month during the stay, before tax.",
  }),
  note: line(500).optional(),
});

/** What a host says of a person, whichever way the link is made: leave out what is not known. */
const claimFields = {
  kind: z.enum(["admission", "hosting-agreement"]).meta({
    description:
      "An admission to higher education (antagning), or a signed hosting agreement (mottagningsavtal) for research.",
  }),
  person,
  programme: line(200).optional().meta({ description: "Programme, courses or doctoral subject." }),
  level: z.enum(LEVELS).optional().meta({
    description: "With a hosting agreement, `doctoral` says that the research is doctoral education.",
  }),
  credits: z.number().min(0).max(MAX_CREDITS).optional().meta({
    description: "Extent of the education in higher education credits (högskolepoäng).",
  }),
  pace: z.enum(PACES).optional(),
  from: z.iso.date().optional().meta({ description: "First day of the education or the research." }),
  until: z.iso.date().optional().meta({ description: "Last day, included." }),
  place: line(100).optional().meta({ description: "Town where it takes place." }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .meta({ description: "Language of instruction, ISO 639." }),
  tuition: z.enum(TUITIONS).optional(),
  mobilityProgramme: z.enum(PROGRAMMES).optional(),
  project: line(500).optional().meta({ description: "Title of the research project." }),
  funding: funding.optional(),
  locale: z.enum(LOCALES).optional().meta({ description: "Language of the letter to the person." }),
  subjectRef: z
    .string()
    .regex(/^[\w.:/@+-]{1,128}$/)
    .optional()
    .meta({ description: "The host's own id of the admission. One id has one link at a time." }),
};

const inOrder = ({ from, until }: { from?: string | undefined; until?: string | undefined }) =>
  from === undefined || until === undefined || from <= until;

/** What a host says of one person. Days are ISO, amounts whole SEK. */
export const claimsSchema = z
  .strictObject(claimFields)
  .refine(inOrder, { error: "Takes a day that is not before `from`.", path: ["until"] });

export type Claims = z.infer<typeof claimsSchema>;

export type ClaimFault = { field: string; code: "required" | "unknown" | "invalid"; detail: string };

const faultCode = ({ code, input }: z.core.$ZodIssue): ClaimFault["code"] =>
  input === undefined && (code === "invalid_type" || code === "invalid_value") ? "required" : "invalid";

function faultsIn(issue: z.core.$ZodIssue): ClaimFault[] {
  const at = issue.path.join(".");
  if (issue.code !== "unrecognized_keys")
    return [{ field: at, code: faultCode(issue), detail: issue.message }];
  return issue.keys.map((key) => ({
    field: [at, key.slice(0, 64)].filter(Boolean).join("."),
    code: "unknown",
    detail: "Is not known here.",
  }));
}

/** Faults, one a field, such as `person.birthDate`; they tell what is taken and never what was sent. */
export function faultsOf({ issues }: z.ZodError): ClaimFault[] {
  const faults = new Map<string, ClaimFault>();
  for (const fault of issues.flatMap(faultsIn)) if (!faults.has(fault.field)) faults.set(fault.field, fault);
  return [...faults.values()];
}

export type ReadClaims = { ok: true; claims: Claims } | { ok: false; faults: ClaimFault[] };

/** Reads what a host says of a person, from either way. */
export function readClaims(input: unknown): ReadClaims {
  // zod keeps the input out of issues unless it is asked to; the code needs to know whether there was one.
  const result = claimsSchema.safeParse(input, { reportInput: true });
  return result.success ? { ok: true, claims: result.data } : { ok: false, faults: faultsOf(result.error) };
}
