import type { Transaction } from "@/lib/db/client";
import { lockApplications, lockFamilies } from "@/lib/db/locks";

/**
 * Locks an application together with the drafts that have a copy of this file of its, in the order of `lib/db/locks.ts`, so
 * that `removeCopies` can follow.
 */
export async function lockWithCopies(
  client: Transaction,
  applicationId: string,
  documentId: string,
): Promise<void> {
  const member = await client.familyMember.findUnique({ where: { applicationId } });
  if (member) await lockFamilies(client, [member.familyId]);
  const copies = await client.document.findMany({
    where: { sharedFromId: documentId, removedAt: null, application: { state: "draft" } },
  });
  await lockApplications(client, [applicationId, ...copies.map((copy) => copy.applicationId)]);
}

export type RemovedCopies = { documentId: string; userId: string; applicationIds?: readonly string[] };

/**
 * Marks the copies of a file in drafts as removed, in those applications or in all; what was submitted stays as it was.
 * Returns where their bytes are, for the caller to remove once the transaction holds.
 */
export async function removeCopies(
  client: Transaction,
  { documentId, userId, applicationIds }: RemovedCopies,
): Promise<string[]> {
  const copies = await client.document.findMany({
    where: {
      sharedFromId: documentId,
      removedAt: null,
      application: { state: "draft" },
      ...(applicationIds && { applicationId: { in: [...applicationIds] } }),
    },
  });
  for (const { id, applicationId, requirement } of copies) {
    await client.document.update({ where: { id }, data: { removedAt: new Date() } });
    const data = { documentId: id, requirement };
    await client.event.create({ data: { applicationId, userId, kind: "document-removed", data } });
    await client.application.update({
      where: { id: applicationId },
      data: { revision: { increment: 1 } },
    });
  }
  return copies.map(({ storageKey }) => storageKey);
}
