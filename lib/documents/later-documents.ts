import { db, type Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { type DocumentRow, ROW, removeBytes } from "./document-rows";
import { store } from "./documents";
import { displayName } from "./file-name";
import type { Received } from "./incoming";
import { lockOpen } from "./letting-in";
import { MAX_APPLICATION_BYTES, MAX_FILES, MAX_ROWS, MEGABYTE } from "./limits";

/** Files given after an application was submitted: they wait, seen by the applicant only, until they are sent with a reply or a message. */
type Place = {
  applicationId: string;
  userId: string;
  /** The request that they answer; null where they come of one's own accord. */
  requestId: string | null;
};

const waiting = ({ applicationId, requestId }: Omit<Place, "userId">) => ({
  applicationId,
  requestId,
  isLater: true,
  replyId: null,
  messageId: null,
  removedAt: null,
});

async function requireSubmitted(client: Transaction, place: Place): Promise<void> {
  const { applicationId, requestId } = place;
  if ((await lockOpen(client, place)) === "draft") throw new AppError("not-submitted");
  if (requestId && !(await client.request.count({ where: { id: requestId, applicationId } })))
    throw new AppError("not-found");
}

async function requireRoom(
  client: Transaction,
  place: Place,
  { sizeBytes, sha256 }: Received,
): Promise<void> {
  const where = waiting(place);
  if (await client.document.count({ where: { ...where, sha256 } })) throw new AppError("duplicate");
  const { _sum, _count } = await client.document.aggregate({
    where,
    _sum: { sizeBytes: true },
    _count: true,
  });
  const rows = await client.document.count({ where: { applicationId: place.applicationId } });
  if (_count >= MAX_FILES || rows >= MAX_ROWS) throw new AppError("too-many-files", { count: MAX_FILES });
  if ((_sum.sizeBytes ?? 0) + sizeBytes > MAX_APPLICATION_BYTES)
    throw new AppError("application-full", { megabytes: MAX_APPLICATION_BYTES / MEGABYTE });
}

/**
 * Keeps a received file for a reply or a message that is still to be sent. The caller has asked `requireOwnApplication`. Throws
 * AppError: what `inspect` throws, `duplicate`, `application-full`, `too-many-files`, `not-submitted`, `not-found`.
 */
export function addLaterDocument(
  place: Place & { fileName: string; received: Received },
): Promise<DocumentRow> {
  const { applicationId, userId, requestId, fileName, received } = place;
  const { sizeBytes, sha256 } = received;
  return store(received, async (client, stored) => {
    await requireSubmitted(client, place);
    await requireRoom(client, place, received);
    const row = await client.document.create({
      data: {
        ...{ applicationId, requestId, requirement: "other", isLater: true, sizeBytes, sha256 },
        ...stored,
        fileName: displayName(fileName, stored.mediaType),
      },
      select: ROW,
    });
    const data = { documentId: row.id };
    await client.event.create({ data: { applicationId, userId, kind: "later-document-added", data } });
    return row;
  });
}

/** Takes back a file that was not sent yet; its bytes go at once. Throws AppError `not-found`, also for one that was sent. */
export async function removeLaterDocument(applicationId: string, documentId: string): Promise<void> {
  if (!isUuid(documentId)) throw new AppError("not-found");
  const unsent = {
    id: documentId,
    applicationId,
    isLater: true,
    replyId: null,
    messageId: null,
    removedAt: null,
  };
  const [row] = await db().document.updateManyAndReturn({
    where: unsent,
    data: { removedAt: new Date() },
    select: { storageKey: true },
  });
  if (!row) throw new AppError("not-found");
  await removeBytes(row.storageKey);
}

/** The files that wait to be sent with this reply, or with a message, the oldest first. */
export const listWaitingDocuments = (
  applicationId: string,
  requestId: string | null,
): Promise<DocumentRow[]> =>
  db().document.findMany({
    where: waiting({ applicationId, requestId }),
    orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
    select: ROW,
  });

/**
 * Sends waiting files along with a reply or a message: those named, or without names all. Returns how many. Throws
 * AppError `unknown-document` where one of them does not wait there.
 */
export async function sendWaitingDocuments(
  client: Transaction,
  place: Omit<Place, "userId">,
  along: { replyId: string } | { messageId: string },
  ids?: readonly string[],
): Promise<number> {
  const named = ids && [...new Set(ids)];
  if (named?.some((id) => !isUuid(id))) throw new AppError("unknown-document");
  const { count } = await client.document.updateMany({
    where: { ...waiting(place), ...(named && { id: { in: named } }) },
    data: along,
  });
  if (named && count !== named.length) throw new AppError("unknown-document");
  return count;
}
