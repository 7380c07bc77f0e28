import type { Transaction } from "@/lib/db/client";
import { lockFamilies } from "@/lib/db/locks";

/** What a place in a family holds only while somebody is in it. */
const NOT_READY = { readyAt: null, readyRevision: null, readyKey: null, readyLocale: null } as const;
const GONE = { state: "left", applicationId: null, sharesAddress: false, birthDate: null } as const;

/** Locks the family that an application is in and returns its id, or null. To be done before the application is locked. */
export async function lockFamilyOf(client: Transaction, applicationId: string): Promise<string | null> {
  const member = await client.familyMember.findUnique({ where: { applicationId } });
  if (member) await lockFamilies(client, [member.familyId]);
  return member?.familyId ?? null;
}

/** Files that were given stay where they are, and belong to whoever has them. */
async function endSharing(client: Transaction, applicationId: string): Promise<void> {
  const shared = { sharedFromId: { not: null } };
  await client.document.updateMany({
    where: { OR: [{ sharedFrom: { applicationId } }, { applicationId, ...shared }] },
    data: { sharedFromId: null },
  });
}

/**
 * Takes an application out of its family; the application itself goes on as it is. With the main applicant go the
 * invitations that are open, and the family goes with its last application. Returns whether it was in one. Call it with the
 * family (`lockFamilyOf`) and then the application locked.
 */
export async function leaveGroup(
  client: Transaction,
  applicationId: string,
  lockedFamilyId: string | null,
): Promise<boolean> {
  const member = await client.familyMember.findUnique({ where: { applicationId } });
  if (!member) return false;
  const { id, familyId, role } = member;
  await client.familyMember.update({ where: { id }, data: { ...GONE, ...NOT_READY } });
  await endSharing(client, applicationId);
  if (familyId !== lockedFamilyId) return true;
  if (role === "main") await client.familyMember.deleteMany({ where: { familyId, state: "invited" } });
  const others = await client.familyMember.count({ where: { familyId, state: "joined" } });
  if (others === 0) await client.family.delete({ where: { id: familyId } });
  return true;
}

/** Forgets that an application waits for the others of its family. */
export async function clearReady(client: Transaction, applicationId: string): Promise<number> {
  const { count } = await client.familyMember.updateMany({
    where: { applicationId, readyAt: { not: null } },
    data: NOT_READY,
  });
  return count;
}
