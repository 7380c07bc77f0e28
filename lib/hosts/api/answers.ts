import * as z from "zod";

const id = z.uuid();
const moment = z.iso.datetime();
const index = z.int().min(0).meta({ description: "Which line of the request, from 0." });

const fault = z.strictObject({
  field: z.string().meta({ description: "Such as `person.birthDate`; empty where it is the whole line." }),
  code: z.enum(["required", "unknown", "invalid"]),
  detail: z.string(),
});

const failed = z.strictObject({
  index,
  subjectRef: z.string().optional(),
  state: z.literal("error"),
  errors: z.array(fault),
});

const counts = z
  .record(z.string(), z.int().min(0))
  .meta({ description: "How many lines came to each state." });

const madeLink = z.strictObject({
  index,
  subjectRef: z.string().optional(),
  state: z.enum(["created", "existing", "updated"]).meta({
    description:
      "`existing`: the same was sent before under this `subjectRef`; `updated`: the person had not opened the link, and now it says this.",
  }),
  id,
  expiresAt: moment,
  isNotified: z.boolean().meta({ description: "A letter is on its way, or was sent before." }),
  url: z
    .url()
    .meta({ description: "The link. Whoever has it can read what it says: give it to the person only." }),
});

export const linksAnswer = z.strictObject({ counts, results: z.array(z.union([madeLink, failed])) });

export const noticesAnswer = z.strictObject({
  counts,
  results: z.array(z.union([z.strictObject({ index, state: z.literal("created"), id }), failed])),
});

export const linkAnswer = z.strictObject({
  id,
  jti: z.string().nullable().meta({ description: "Of a link that you signed yourself." }),
  subjectRef: z.string().nullable(),
  kind: z.string(),
  state: z.enum(["sent", "opened", "started", "submitted", "ended", "expired", "withdrawn"]).meta({
    description:
      "`started`, `submitted` and `ended` (the applicant withdrew the application) are told only while the applicant shares them.",
  }),
  createdAt: moment,
  expiresAt: moment,
  openedAt: moment.nullable(),
  startedAt: moment.nullable(),
  submittedAt: moment.nullable(),
  withdrawnAt: moment.nullable(),
  changedAt: moment,
});

export const linkList = z.strictObject({
  links: z.array(linkAnswer),
  next: id.nullable().meta({ description: "The `cursor` of the next page; null on the last one." }),
});

export const retractedNotice = z.strictObject({ id, retractedAt: moment });

export const keysAnswer = z.strictObject({
  keys: z.array(
    z.strictObject({
      kid: z.string(),
      crv: z.enum(["Ed25519", "P-256"]),
      thumbprint: z.string().meta({ description: "RFC 7638, SHA-256." }),
    }),
  ),
});

/** RFC 9457. */
export const problemAnswer = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().meta({ description: "Stable; the rest may be worded otherwise one day." }),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  errors: z.array(fault).optional(),
});
