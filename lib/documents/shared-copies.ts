import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { liveDocument, ROW, record, requireRoom } from "./document-rows";
import { POWER_OF_ATTORNEY } from "./requirement";
import { newStorageKey, storage } from "./storage";

/** A file of one's own with where its bytes are. */
export type Shareable = Awaited<ReturnType<typeof liveDocument>>;

/**
 * A file of this application that may be shared: neither a copy of another's, nor a power of attorney, which would let a
 * representative in elsewhere, nor given after it was submitted. Throws AppError `not-found` or `not-yours-to-share`.
 */
export async function requireShareable(
  client: Transaction,
  applicationId: string,
  documentId: string,
): Promise<Shareable> {
  const document = await liveDocument(client, applicationId, documentId);
  const row = await client.document.findUniqueOrThrow({ where: { id: document.id } });
  if (row.givenBy !== null || row.isLater || row.requirement === POWER_OF_ATTORNEY)
    throw new AppError("not-yours-to-share");
  return document;
}

/**
 * Copies bytes, so that what one application holds never depends on another. Returns where the copy is. Throws AppError
 * `not-found` where they have just been removed.
 */
export async function copyBytes(storageKey: string): Promise<string> {
  const key = newStorageKey();
  const source = await storage()
    .get(storageKey)
    .catch(async (error) => {
      if (await storage().exists(storageKey)) throw error;
      throw new AppError("not-found");
    });
  await storage().put(key, source);
  return key;
}

export type Copy = {
  applicationId: string;
  /** Who shares it. */
  userId: string;
  requirement: string;
  storageKey: string;
  /** As the family sees whoever shares it. */
  givenBy: string;
};

/**
 * Writes down a copy in a draft that the caller has locked. Returns false where that draft has the same file already. Throws
 * AppError `too-many-files` or `application-full`, of the one who gets it.
 */
export async function copyInto(client: Transaction, original: Shareable, copy: Copy): Promise<boolean> {
  const { applicationId, userId, requirement } = copy;
  const { sha256, sizeBytes, fileName, mediaType, id } = original;
  const same = [{ sharedFromId: id }, { requirement, sha256 }];
  if (await client.document.count({ where: { applicationId, removedAt: null, OR: same } })) return false;
  await requireRoom(client, applicationId, original);
  const { storageKey, givenBy } = copy;
  const file = { fileName, mediaType, sizeBytes, sha256, storageKey };
  const row = await client.document.create({
    data: { ...file, applicationId, requirement, givenBy, sharedFromId: id },
    select: ROW,
  });
  await record(client, { applicationId, userId }, "document-added", row);
  return true;
}
