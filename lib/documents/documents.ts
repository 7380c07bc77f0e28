import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { db, type Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { displayName } from "./file-name";
import type { Received } from "./incoming";
import { inspect } from "./inspection";
import { MAX_APPLICATION_BYTES, MAX_FILES, MAX_ROWS, MEGABYTE, type MediaType } from "./limits";
import type { Requirement } from "./requirement";
import { newStorageKey, storage } from "./storage";

/** A file as people and the rest of the product know it; where its bytes are stays in here. */
export type DocumentRow = {
  id: string;
  applicationId: string;
  requirement: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  /** Of the bytes as they were sent, lower-case hexadecimal. */
  sha256: string;
  /** Who in the family shared it; null for the applicant's own. */
  givenBy: string | null;
  uploadedAt: Date;
};

const ROW = {
  id: true,
  applicationId: true,
  requirement: true,
  fileName: true,
  mediaType: true,
  sizeBytes: true,
  sha256: true,
  givenBy: true,
  uploadedAt: true,
} as const;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TRANSACTION = { maxWait: 10_000, timeout: 10_000 };

type Place = { applicationId: string; userId: string };
export type NewDocument = Place & { requirement: Requirement; fileName: string; received: Received };
export type Replacement = Place & { documentId: string; fileName: string; received: Received };

async function requireDraft(client: Transaction, applicationId: string): Promise<void> {
  const [row] = await client.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM "Application" WHERE id = ${applicationId}::uuid FOR UPDATE`;
  if (!row) throw new AppError("not-found");
  if (row.state !== "draft") throw new AppError("not-a-draft");
}

async function liveDocument(client: Transaction, applicationId: string, documentId: string) {
  if (!UUID.test(documentId)) throw new AppError("not-found");
  const found = await client.document.findFirst({
    where: { id: documentId, applicationId, removedAt: null },
    select: { ...ROW, storageKey: true },
  });
  if (!found) throw new AppError("not-found");
  return found;
}

async function record(client: Transaction, place: Place, kind: string, document: DocumentRow): Promise<void> {
  const { applicationId, userId } = place;
  const data = { documentId: document.id, requirement: document.requirement };
  await client.event.create({ data: { applicationId, userId, kind, data } });
}

async function requireRoom(client: Transaction, applicationId: string, received: Received): Promise<void> {
  const live = await client.document.aggregate({
    where: { applicationId, removedAt: null },
    _sum: { sizeBytes: true },
    _count: true,
  });
  const rows = await client.document.count({ where: { applicationId } });
  if (live._count >= MAX_FILES || rows >= MAX_ROWS)
    throw new AppError("too-many-files", { count: MAX_FILES });
  if ((live._sum.sizeBytes ?? 0) + received.sizeBytes > MAX_APPLICATION_BYTES) {
    throw new AppError("application-full", { megabytes: MAX_APPLICATION_BYTES / MEGABYTE });
  }
}

async function requireNew(
  client: Transaction,
  file: { applicationId: string; requirement: string; sha256: string },
) {
  const { applicationId, requirement, sha256 } = file;
  const twin = await client.document.findFirst({
    where: { applicationId, requirement, sha256, removedAt: null },
  });
  if (twin) throw new AppError("duplicate");
}

/** Marks the row; the bytes are the caller's to remove once the transaction holds. */
async function markRemoved(client: Transaction, place: Place, documentId: string) {
  const document = await liveDocument(client, place.applicationId, documentId);
  await client.document.update({ where: { id: document.id }, data: { removedAt: new Date() } });
  await record(client, place, "document-removed", document);
  return document;
}

type Stored = { storageKey: string; mediaType: MediaType };

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

/** What cannot be removed now is an orphan, which `removeOrphans` finds. */
async function removeBytes(storageKey: string): Promise<void> {
  await storage()
    .remove(storageKey)
    .catch((error) => log.warn({ code: (error as NodeJS.ErrnoException).code }, "bytes left behind"));
}

/** Bytes first, rows after: at no moment does a row name bytes that are not there. */
async function store(
  received: Received,
  write: (client: Transaction, stored: Stored) => Promise<DocumentRow>,
) {
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
    await requireDraft(client, document.applicationId);
    return insert(client, document, stored);
  });
}

/** Puts a received file in the place of another one, for the same requirement; either both happen or neither. Throws as `addDocument`. */
export async function replaceDocument({ documentId, ...replacement }: Replacement): Promise<DocumentRow> {
  let oldKey: string | undefined;
  const row = await store(replacement.received, async (client, stored) => {
    await requireDraft(client, replacement.applicationId);
    const old = await liveDocument(client, replacement.applicationId, documentId);
    await requireNew(client, { ...old, sha256: replacement.received.sha256 });
    await markRemoved(client, replacement, documentId);
    oldKey = old.storageKey;
    return insert(client, { ...replacement, requirement: old.requirement as Requirement }, stored);
  });
  if (oldKey) await removeBytes(oldKey);
  return row;
}

/** Removes a file from a draft, and returns what it was; its bytes go at once. Throws AppError `not-found` or `not-a-draft`. */
export async function removeDocument({
  documentId,
  ...place
}: Place & { documentId: string }): Promise<DocumentRow> {
  const { storageKey, ...document } = await db().$transaction(async (client) => {
    await requireDraft(client, place.applicationId);
    return markRemoved(client, place, documentId);
  }, TRANSACTION);
  await removeBytes(storageKey);
  return document;
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
  if (!UUID.test(documentId)) return null;
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
