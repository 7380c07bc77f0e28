import { requireHeldApplication } from "@/lib/applications/access";
import { loadAnswers } from "@/lib/applications/answers";
import { readApplication } from "@/lib/applications/applications";
import { documentRequirements } from "@/lib/applications/requirements";
import { db, type Transaction } from "@/lib/db/client";
import type { Application } from "@/lib/db/generated/client";
import { removeBytes } from "@/lib/documents/document-rows";
import { removeCopies } from "@/lib/documents/removed-copies";
import { copyBytes, copyInto, requireShareable, type Shareable } from "@/lib/documents/shared-copies";
import { AppError } from "@/lib/errors";
import { type Group, type GroupMember, lockGroup, membersOf, recordEvent, transact } from "./group";

type Recipient = GroupMember & { application: Application };

export type Sharing = {
  /** The others; a file goes only to a draft. */
  members: { id: string; name: string; canReceive: boolean }[];
  /** One's own files, and the ids of the members who have a copy of each. */
  documents: { id: string; requirement: string; fileName: string; sharedWith: string[] }[];
};

/** What of one's own files is shared with whom. Throws `AppError`: `not-found`, `not-in-family`. */
export async function openSharing(userId: string, applicationId: string): Promise<Sharing> {
  const { id } = await requireHeldApplication(userId, applicationId);
  const own = await db().familyMember.findUnique({ where: { applicationId: id } });
  if (!own) throw new AppError("not-in-family");
  const others = (await membersOf(db(), own.familyId)).filter(
    (member) => member.state === "joined" && member.id !== own.id,
  );
  const documents = await db().document.findMany({
    where: { applicationId: id, removedAt: null, isLater: false, givenBy: null },
    include: { copies: { where: { removedAt: null } } },
    orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
  });
  return {
    members: others.map(({ id: memberId, name, application }) => ({
      id: memberId,
      name,
      canReceive: application?.state === "draft",
    })),
    documents: documents.map(({ id: documentId, requirement, fileName, copies }) => {
      const holders = new Set(copies.map((copy) => copy.applicationId));
      const sharedWith = others.filter((member) => holders.has(member.applicationId ?? ""));
      return { id: documentId, requirement, fileName, sharedWith: sharedWith.map((member) => member.id) };
    }),
  };
}

function recipientsOf({ own, members }: Group, memberIds: readonly string[]): Recipient[] {
  return [...new Set(memberIds)].map((memberId) => {
    const member = members.find(({ id }) => id === memberId && id !== own.id);
    if (!member?.application || member.state !== "joined") throw new AppError("not-found");
    const { name, application } = member;
    if (application.state !== "draft") throw new AppError("already-submitted", { name });
    return { ...member, application };
  });
}

/** Under what it is needed for there, or under what else the person gives. */
async function requirementFor(client: Transaction, application: Application, wanted: string) {
  const reading = readApplication(application, await loadAnswers(application.id, client));
  return documentRequirements(reading).some(({ id }) => id === wanted) ? wanted : "other";
}

type Copying = { group: Group; original: Shareable; userId: string };

/** Returns false where the copy, or the same file, is there already and the bytes are not needed. */
async function give(
  client: Transaction,
  { group, original, userId }: Copying,
  { name, application }: Recipient,
  storageKey: string,
): Promise<boolean> {
  const requirement = await requirementFor(client, application, original.requirement);
  const copy = { applicationId: application.id, userId, requirement, storageKey, givenBy: group.own.name };
  try {
    return await copyInto(client, original, copy);
  } catch (error) {
    if (error instanceof AppError) throw new AppError("recipient-full", { name });
    throw error;
  }
}

/**
 * Gives members of the family a copy of one's own file, each into their draft. They may remove theirs; it goes when the
 * original goes or is no longer shared, unless it was submitted. Throws `AppError`: see README.md.
 */
export async function shareDocument(
  userId: string,
  applicationId: string,
  documentId: string,
  memberIds: readonly string[],
): Promise<void> {
  const { id } = await requireHeldApplication(userId, applicationId);
  const source = await requireShareable(db(), id, documentId);
  const wanted = [...new Set(memberIds)];
  await requireMembers(id, wanted);
  const unused = new Map<string, string>();
  try {
    for (const memberId of wanted) unused.set(memberId, await copyBytes(source.storageKey));
    const kept = await transact(async (client) => {
      const group = await lockGroup(client, id);
      const original = await requireShareable(client, id, documentId);
      const given: string[] = [];
      for (const recipient of recipientsOf(group, wanted)) {
        const key = unused.get(recipient.id) ?? "";
        if (await give(client, { group, original, userId }, recipient, key)) given.push(recipient.id);
      }
      const data = { documentId, memberIds: given.join(" ") };
      await recordEvent(client, { applicationId: id, userId, kind: "document-shared", data });
      return given;
    });
    for (const memberId of kept) unused.delete(memberId);
  } finally {
    for (const key of unused.values()) await removeBytes(key);
  }
}

/** Before anything is copied: all of them are others in this family. */
async function requireMembers(applicationId: string, memberIds: readonly string[]): Promise<void> {
  const own = await db().familyMember.findUnique({ where: { applicationId } });
  if (!own) throw new AppError("not-in-family");
  const others = (await membersOf(db(), own.familyId)).filter(
    ({ id, state }) => state === "joined" && id !== own.id,
  );
  const known = new Set(others.map(({ id }) => id));
  if (!memberIds.every((id) => known.has(id))) throw new AppError("not-found");
}

/**
 * Takes the copies of one's own file out of the drafts of these members, or of all; what was submitted stays as it was.
 * Throws `AppError`: see README.md.
 */
export async function stopSharing(
  userId: string,
  applicationId: string,
  documentId: string,
  memberIds?: readonly string[],
): Promise<void> {
  const { id } = await requireHeldApplication(userId, applicationId);
  const keys = await transact(async (client) => {
    const { members } = await lockGroup(client, id);
    await requireShareable(client, id, documentId);
    const chosen = memberIds && members.filter((member) => memberIds.includes(member.id));
    const applicationIds = chosen?.flatMap((member) => member.applicationId ?? []);
    const removed = await removeCopies(client, {
      documentId,
      userId,
      ...(applicationIds && { applicationIds }),
    });
    const data = { documentId };
    await recordEvent(client, { applicationId: id, userId, kind: "document-sharing-ended", data });
    return removed;
  });
  for (const key of keys) await removeBytes(key);
}
