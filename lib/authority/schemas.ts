import * as z from "zod/mini";
import { isCalendarDate } from "@/lib/rules/calendar";

/** What calls of the authority take. The OpenAPI document is made from these very schemas. */

const day = () =>
  z.iso
    .date({ abort: true })
    .check(z.refine(isCalendarDate, "takes a calendar date, YYYY-MM-DD"))
    .check(z.describe("A day in Sweden, YYYY-MM-DD"));
const text = (max: number, about: string) =>
  z.string().check(z.minLength(1), z.maxLength(max), z.describe(about));

const MAX_TEXT = 10_000;
/** As the longest time to appeal that a statute gives, and then some. */
const MAX_APPEAL_DAYS = 90;
/** Base64 of 20 MB. */
const MAX_FILE_TEXT = 28_000_000;

export const STAGES = ["assigned", "examining", "delayed", "deciding"] as const;

export const Receipt = z.strictObject({
  sha256: z
    .string()
    .check(z.regex(/^[0-9a-f]{64}$/), z.describe("SHA-256 of the submission's content, as it was received")),
});

export const EventsReceipt = z.strictObject({
  upTo: z.string().check(z.regex(/^\d{1,18}$/), z.describe("The cursor up to which all events are kept")),
});

export const Complement = z.strictObject({
  what: text(MAX_TEXT, "What is to be sent in"),
  why: text(MAX_TEXT, "Why it is needed"),
  consequence: text(MAX_TEXT, "What happens when nothing comes"),
  dueOn: day(),
});

export const MoreTime = z.discriminatedUnion("granted", [
  z.strictObject({ granted: z.literal(true), dueOn: day() }),
  z.strictObject({ granted: z.literal(false), reason: text(MAX_TEXT, "Why not") }),
]);

export const Nothing = z.strictObject({});

export const Words = z.strictObject({ text: text(MAX_TEXT, "What the applicant is told") });

export const Stage = z.strictObject({
  stage: z.enum(STAGES),
  note: z.optional(text(MAX_TEXT, "For the applicant; why, where it is delayed")),
});

export const Judgment = z.strictObject({
  outcome: z.enum(["granted", "refused", "dismissed"]),
  reasons: text(MAX_TEXT, "The reasons, as the applicant reads them"),
  decidedOn: day(),
  validFrom: z.optional(day()),
  validUntil: z.optional(day()),
  appeal: z.optional(
    z.strictObject({
      how: text(MAX_TEXT, "How to appeal: form, content and where to"),
      withinDays: z
        .int()
        .check(z.minimum(1), z.maximum(MAX_APPEAL_DAYS), z.describe("Days from the day of service")),
    }),
  ),
  file: z.optional(
    z.strictObject({
      fileName: text(200, "Name of the file"),
      base64: z
        .string()
        .check(z.maxLength(MAX_FILE_TEXT), z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.describe("A PDF, in base64")),
    }),
  ),
});

export type Judgment = z.infer<typeof Judgment>;

export const Since = z.object({
  since: z.optional(z.iso.datetime({ offset: true })),
  cursor: z.optional(z.string().check(z.regex(/^\d{1,18}$/))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 100),
});
export type Since = z.infer<typeof Since>;
