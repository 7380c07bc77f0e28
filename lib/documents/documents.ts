import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { db, type Transaction } from "@/lib/db/client";
import { isUuid } from "@/lib/ids";
import {
  type DocumentRow,
  liveDocument,
  ROW,
  record,
  removeBytes,
  requireNew,
  requireRoom,
} from "./document-rows";
import { displayName } from "./file-name";
import type { Received } from "./incoming";
import { inspect } from "./inspection";
import { letInOrShutOut, lockDraft, type Place } from "./letting-in";
import type { MediaType } from "./limits";
import { lockWithCopies, removeCopies } from "./removed-copies";
import { POWER_OF_ATTORNEY, type Requirement } from "./requirement";
import { newStorageKey, storage } from "./storage";

export type { DocumentRow };

const TRANSACTION = { maxWait: 10_000, timeout: 10_000 };

export type NewDocument = Place & { requirement: Requirement; fileName: string; received: Received };
export type Replacement = Place & { documentId: string; fileName: string; received: Received };

/** Marks the row; the bytes are the caller's to remove once the transaction holds. */
async function markRemoved(client: Transaction, place: Place, documentId: string) {
  const document = await liveDocument(client, place.applicationId, documentId);
  await client.document.update({ where: { id: document.id }, data: { removedAt: new Date() } });
  await record(client, place, "document-removed", document);
  return document;
}

/** Where the bytes are, and what they turned out to be. */
export type Stored = { storageKey: string; mediaType: MediaType };

async function insert(client: Transaction, document: NewDocument, stored: Stored): Promise<DocumentRow> {
  const { applicationId, requirement, fileName, received } = document;
  const { sizeBytes, sha256 } = received;
  await requireNew(client, { applicationId, requirement, sha256 });
  await requireRoom(client, applicationId, received);
  const name = displayName(fileName, stored.mediaType);
  const row = await client.document.create({
    data: { applicationId, requirement, fileName: name, ...stored, sizeBytes, sha256 },
    select: ROW,
  });
  await record(client, document, "document-added", row);
  return row;
}

/**
 * Keeps a received file as part of what writes its rows. Bytes first, rows after: at no moment does a row name bytes that
 * are not there. Throws what `inspect` throws.
 */
export async function store<T>(
  received: Received,
  write: (client: Transaction, stored: Stored) => Promise<T>,
): Promise<T> {
  const { mediaType } = await inspect(received.path);
  const storageKey = newStorageKey();
  await storage().put(storageKey, createReadStream(received.path));
  try {
    return await db().$transaction((client) => write(client, { storageKey, mediaType }), TRANSACTION);
  } catch (error) {
    await removeBytes(storageKey);
    throw error;
  }
}

/**
 * Adds a received file to a draft of one's own. Throws AppError: what `inspect` throws, `duplicate` (the same bytes are there
 * for this requirement), `application-full` (over 100 MB together), `too-many-files`, `not-a-draft`, `not-found`.
 */
export function addDocument(document: NewDocument): Promise<DocumentRow> {
  return store(document.received, async (client, stored) => {
    await lockDraft(client, document, document.requirement);
    const row = await insert(client, document, stored);
    await letInOrShutOut(client, document);
    return row;
  });
}

/** Puts a received file in the place of another one, for the same requirement; either both happen or neither. Throws as `addDocument`. */
export async function replaceDocument({ documentId, ...replacement }: Replacement): Promise<DocumentRow> {
  let oldKeys: string[] = [];
  const row = await store(replacement.received, async (client, stored) => {
    const { requirement } = await liveDocument(client, replacement.applicationId, documentId);
    await lockWithCopies(client, replacement.applicationId, documentId);
    await lockDraft(client, replacement, requirement);
    const old = await liveDocument(client, replacement.applicationId, documentId);
    await requireNew(client, { ...old, sha256: replacement.received.sha256 });
    await markRemoved(client, replacement, documentId);
    oldKeys = [old.storageKey, ...(await removeCopies(client, { documentId, userId: replacement.userId }))];
    return insert(client, { ...replacement, requirement: old.requirement as Requirement }, stored);
  });
  for (const key of oldKeys) await removeBytes(key);
  return row;
}

/**
 * Removes a file from a draft, and the copies of it that drafts of the family have; returns what it was. The bytes go at once.
 * Throws AppError `not-found` or `not-a-draft`.
 */
export async function removeDocument({
  documentId,
  ...place
}: Place & { documentId: string }): Promise<DocumentRow> {
  const { removed, copies } = await db().$transaction(async (client) => {
    await liveDocument(client, place.applicationId, documentId);
    await lockWithCopies(client, place.applicationId, documentId);
    await lockDraft(client, place);
    const removed = await markRemoved(client, place, documentId);
    await letInOrShutOut(client, place);
    return { removed, copies: await removeCopies(client, { documentId, userId: place.userId }) };
  }, TRANSACTION);
  const { storageKey, ...document } = removed;
  for (const key of [storageKey, ...copies]) await removeBytes(key);
  return document;
}

/**
 * Removes the powers of attorney from a draft as part of a transaction that has locked it. Returns what removes their bytes,
 * for the caller to run once the transaction holds.
 */
export async function removePowersOfAttorney(
  client: Transaction,
  place: Place,
): Promise<() => Promise<void>> {
  const { applicationId } = place;
  const files = await client.document.findMany({
    where: { applicationId, requirement: POWER_OF_ATTORNEY, removedAt: null },
    select: { id: true, storageKey: true },
  });
  for (const { id } of files) await markRemoved(client, place, id);
  return async () => {
    for (const { storageKey } of files) await removeBytes(storageKey);
  };
}

/** The files of an application, the oldest first. */
export function listDocuments(applicationId: string): Promise<DocumentRow[]> {
  return db().document.findMany({
    where: { applicationId, removedAt: null },
    orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
    select: ROW,
  });
}

/**
 * The application that a file belongs to, or null. Says nothing of whose it is: ask `requireOwnApplication` with it
 * before anything else.
 */
export async function applicationOfDocument(documentId: string): Promise<string | null> {
  if (!isUuid(documentId)) return null;
  const found = await db().document.findFirst({
    where: { id: documentId, removedAt: null },
    select: { applicationId: true },
  });
  return found?.applicationId ?? null;
}

/** A file of this application with its bytes as they were sent. The caller reads the stream to its end or destroys it. */
export async function openDocument(
  applicationId: string,
  documentId: string,
): Promise<{ document: DocumentRow; stream: Readable }> {
  const { storageKey, ...document } = await liveDocument(db(), applicationId, documentId);
  return { document, stream: await storage().get(storageKey) };
}

/**
 * Runs what deletes an application's rows and then removes the bytes of its files. Should the process end between, or a
 * file be added meanwhile, the bytes are orphans, which `removeOrphans` finds.
 */
export async function removingFilesOf<T>(applicationId: string, deleteRows: () => Promise<T>): Promise<T> {
  const rows = await db().document.findMany({
    where: { applicationId, removedAt: null },
    select: { storageKey: true },
  });
  const result = await deleteRows();
  for (const { storageKey } of rows) await removeBytes(storageKey);
  return result;
}
