import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { log } from "@/lib/log";
import type { Received } from "./incoming";
import type { Place } from "./letting-in";
import { MAX_APPLICATION_BYTES, MAX_FILES, MAX_ROWS, MEGABYTE } from "./limits";
import { storage } from "./storage";

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

/** What of a row is shown. */
export const ROW = {
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

/** A file that is there, with where its bytes are, or `AppError("not-found")`. */
export async function liveDocument(client: Transaction, applicationId: string, documentId: string) {
  if (!isUuid(documentId)) throw new AppError("not-found");
  const found = await client.document.findFirst({
    where: { id: documentId, applicationId, removedAt: null },
    select: { ...ROW, storageKey: true },
  });
  if (!found) throw new AppError("not-found");
  return found;
}

/** What was reviewed is no longer what is there: the revision grows. */
export async function record(
  client: Transaction,
  place: Place,
  kind: string,
  document: DocumentRow,
): Promise<void> {
  const { applicationId, userId } = place;
  const data = { documentId: document.id, requirement: document.requirement };
  await client.event.create({ data: { applicationId, userId, kind, data } });
  await client.application.update({ where: { id: applicationId }, data: { revision: { increment: 1 } } });
}

/** Throws AppError `too-many-files` or `application-full`. */
export async function requireRoom(
  client: Transaction,
  applicationId: string,
  received: Pick<Received, "sizeBytes">,
): Promise<void> {
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

/** Throws AppError `duplicate`. */
export async function requireNew(
  client: Transaction,
  file: { applicationId: string; requirement: string; sha256: string },
) {
  const { applicationId, requirement, sha256 } = file;
  const twin = await client.document.findFirst({
    where: { applicationId, requirement, sha256, removedAt: null },
  });
  if (twin) throw new AppError("duplicate");
}

/** What cannot be removed now is an orphan, which `removeOrphans` finds. */
export async function removeBytes(storageKey: string): Promise<void> {
  await storage()
    .remove(storageKey)
    .catch((error) => log.warn({ code: (error as NodeJS.ErrnoException).code }, "bytes left behind"));
}
