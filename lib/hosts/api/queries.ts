import * as z from "zod";
import { faultsOf } from "../claims";
import { MAX_LINK_DAYS } from "../signed-link";
import { Refusal } from "./refusal";

/** Query strings, as text. */
export const createLinksQuery = z.strictObject({
  notify: z
    .enum(["true", "false"])
    .default("false")
    .meta({ description: "Whether everybody with an address gets a letter with their link." }),
  expiresInDays: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_LINK_DAYS)
    .default(MAX_LINK_DAYS)
    .meta({ description: "How long the links may be accepted." }),
});

export const listLinksQuery = z.strictObject({
  since: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: "Only links of which something that you may see changed at this moment or later." }),
  subjectRef: z.string().max(128).optional(),
  cursor: z.uuid().optional().meta({ description: "`next` of the page before." }),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

/** The query of a request; throws a `Refusal` (400) that names each fault. */
export function readQuery<S extends z.ZodType>(schema: S, url: URL): z.infer<S> {
  const result = schema.safeParse(Object.fromEntries(url.searchParams), { reportInput: true });
  if (result.success) return result.data;
  throw new Refusal(400, "bad-query", "The query is not as it should be.", {
    errors: faultsOf(result.error),
  });
}
