import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/queue";
import { POWER_OF_ATTORNEY } from "./requirement";

/** Where something is done with a file, and who does it. */
export type Place = { applicationId: string; userId: string };

/**
 * Locks an application that is open to this account at this very moment: as its holder, as a representative who was let in,
 * or, for a power of attorney, as one who accepted; returns its state. A file may take half an hour to arrive: whoever was
 * shut out meanwhile gets AppError `not-found`.
 */
export async function lockOpen(client: Transaction, place: Place, requirement?: string): Promise<string> {
  const { applicationId, userId } = place;
  const [row] = await client.$queryRaw<{ state: string; userId: string }[]>`
    SELECT state::text, "userId" FROM "Application" WHERE id = ${applicationId}::uuid FOR UPDATE`;
  if (!row) throw new AppError("not-found");
  if (row.userId === userId) return row.state;
  const states = ["active" as const, ...(requirement === POWER_OF_ATTORNEY ? (["accepted"] as const) : [])];
  const where = { applicationId, userId, state: { in: states } };
  if (!(await client.representation.findFirst({ where }))) throw new AppError("not-found");
  return row.state;
}

/** As `lockOpen`, for a draft; else AppError `not-a-draft`. */
export async function lockDraft(client: Transaction, place: Place, requirement?: string): Promise<void> {
  if ((await lockOpen(client, place, requirement)) !== "draft") throw new AppError("not-a-draft");
}

/**
 * Lets the representative who accepted in, or shuts them out, as the power of attorney is there or not; whichever of the two
 * let them in, the other one gets a letter. Call it with the application locked, whenever either may have changed. Returns
 * whether they were let in now.
 */
export async function letInOrShutOut(
  client: Transaction,
  { applicationId, userId }: Place,
): Promise<boolean> {
  const isThere =
    (await client.document.count({
      where: { applicationId, requirement: POWER_OF_ATTORNEY, removedAt: null },
    })) > 0;
  const [from, to] = isThere ? (["accepted", "active"] as const) : (["active", "accepted"] as const);
  const found = await client.representation.findFirst({
    where: { applicationId, state: from },
    include: { application: { select: { userId: true } } },
  });
  if (!found) return false;
  await client.representation.update({ where: { id: found.id }, data: { state: to } });
  const kind = isThere ? "representative-let-in" : "representative-shut-out";
  await client.event.create({ data: { applicationId, userId, kind, data: { representationId: found.id } } });
  const news = found.application.userId === userId ? "open" : "let-in";
  if (isThere) await enqueue(client, "send-representative-news", { representationId: found.id, news });
  return isThere;
}
