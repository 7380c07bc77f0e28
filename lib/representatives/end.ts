import { requireHeldApplication } from "@/lib/applications/access";
import { db, type Transaction } from "@/lib/db/client";
import type { Representation } from "@/lib/db/generated/client";
import { lockApplications } from "@/lib/db/locks";
import { removePowersOfAttorney } from "@/lib/documents/documents";
import { AppError } from "@/lib/errors";
import { revokeInvitations } from "@/lib/invitations/invitations";
import { enqueue } from "@/lib/jobs/queue";
import { liveRepresentation } from "./appoint";
import { record } from "./record";
import { requireRepresentation } from "./representations";

const nothing = async () => undefined;

/** Within a transaction that has locked the application. Returns what is to be done once it holds. */
async function end(
  client: Transaction,
  representation: Representation,
  userId: string,
): Promise<() => Promise<void>> {
  const { id, applicationId } = representation;
  const { state } = await client.application.findUniqueOrThrow({ where: { id: applicationId } });
  // It names the one who leaves, and would let the next one in. What was submitted stays as it was.
  const afterwards =
    state === "draft" ? await removePowersOfAttorney(client, { applicationId, userId }) : nothing;
  await client.representation.update({ where: { id }, data: { state: "ended", endedAt: new Date() } });
  await revokeInvitations(client, { representationId: id });
  await record(client, representation, userId, "representative-ended");
  return afterwards;
}

/**
 * Ends the representation of this holder's application at once: pages that are open and uploads under way find nothing any
 * more. Whoever had accepted gets a letter. Throws `AppError`: `not-found`, `not-represented` (it has ended already).
 */
export async function endRepresentation(userId: string, applicationId: string): Promise<void> {
  const afterwards = await db().$transaction(async (client) => {
    const { id } = await requireHeldApplication(userId, applicationId, client);
    await lockApplications(client, [id]);
    const live = await liveRepresentation(client, id);
    if (!live) throw new AppError("not-represented");
    if (live.userId)
      await enqueue(client, "send-representative-news", { representationId: live.id, news: "ended" });
    return end(client, live, userId);
  });
  await afterwards();
}

/** The representative leaves; the holder and they themselves get a letter. Throws `AppError("not-found")`, also where it has ended. */
export async function leaveRepresentation(userId: string, representationId: string): Promise<void> {
  const afterwards = await db().$transaction(async (client) => {
    const { applicationId } = await requireRepresentation(userId, representationId, client);
    await lockApplications(client, [applicationId]);
    const representation = await requireRepresentation(userId, representationId, client);
    for (const news of ["left", "ended"] as const)
      await enqueue(client, "send-representative-news", { representationId, news });
    return end(client, representation, userId);
  });
  await afterwards();
}
