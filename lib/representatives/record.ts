import type { Transaction } from "@/lib/db/client";
import type { Representation } from "@/lib/db/generated/client";

export type RepresentationEvent =
  | "representative-appointed"
  | "representative-invited-again"
  | "representative-corrected"
  | "representative-started"
  | "representative-accepted"
  | "representative-declined"
  | "representative-ended";

/** Writes down who did what with a representation. */
export async function record(
  client: Transaction,
  { id, applicationId }: Pick<Representation, "id" | "applicationId">,
  userId: string,
  kind: RepresentationEvent,
): Promise<void> {
  await client.event.create({ data: { applicationId, userId, kind, data: { representationId: id } } });
}
