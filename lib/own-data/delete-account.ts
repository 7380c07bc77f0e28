import { randomUUID } from "node:crypto";
import { deleteDraft } from "@/lib/applications/applications";
import { db, type Transaction } from "@/lib/db/client";
import { lockAccount } from "@/lib/db/locks";
import { removingFilesOf } from "@/lib/documents/documents";
import { endRepresentation, leaveRepresentation } from "@/lib/representatives/end";

async function removeDrafts(userId: string): Promise<void> {
  const drafts = await db().application.findMany({ where: { userId, state: "draft" }, select: { id: true } });
  for (const { id } of drafts) await removingFilesOf(id, () => deleteDraft(userId, id));
}

/** Nobody acts any more for somebody who is gone, nor somebody who is gone for others. */
async function endRepresentations(userId: string): Promise<void> {
  const live = await db().representation.findMany({
    where: { state: { not: "ended" }, OR: [{ userId }, { application: { userId } }] },
    select: { id: true, userId: true, applicationId: true },
  });
  for (const one of live) {
    if (one.userId === userId) await leaveRepresentation(userId, one.id);
    else await endRepresentation(userId, one.applicationId);
  }
}

/** What was submitted stays for its time, without a name on the account; the authority is told that it must serve otherwise. */
async function close(client: Transaction, userId: string): Promise<void> {
  const cases = await client.application.findMany({ where: { userId }, select: { id: true } });
  await client.session.deleteMany({ where: { userId } });
  await client.account.deleteMany({ where: { userId } });
  await client.person.deleteMany({ where: { userId, applications: { none: {} } } });
  if (cases.length === 0) {
    await client.user.delete({ where: { id: userId } });
    return;
  }
  await client.event.createMany({
    data: cases.map(({ id }) => ({ applicationId: id, userId, kind: "account-closed" })),
  });
  await client.user.update({
    where: { id: userId },
    data: {
      ...{ email: `${randomUUID()}@deleted.invalid`, emailVerified: false, name: "", image: null },
      deletedAt: new Date(),
    },
  });
}

/**
 * Deletes an account: its drafts with their files at once, its sessions, its address. Cases that were submitted are kept for
 * `RETENTION_DAYS` after they are over, since the decision rests on them, but nobody can open them here any more.
 * Begun again where it broke off.
 */
export async function deleteAccount(userId: string): Promise<void> {
  await endRepresentations(userId);
  await removeDrafts(userId);
  await db().$transaction(async (client) => {
    await lockAccount(client, userId);
    await close(client, userId);
  });
}

/** How much there is, for the question before. */
export async function whatIsKept(userId: string): Promise<{ drafts: number; cases: number }> {
  const [drafts, cases] = await Promise.all([
    db().application.count({ where: { userId, state: "draft" } }),
    db().application.count({ where: { userId, state: { not: "draft" } } }),
  ]);
  return { drafts, cases };
}
