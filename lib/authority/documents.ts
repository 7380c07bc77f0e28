import type { Readable } from "node:stream";
import { db } from "@/lib/db/client";
import { applicationOfDocument, type DocumentRow, openDocument } from "@/lib/documents/documents";
import { AppError } from "@/lib/errors";
import { SUBMITTED } from "./cases";

/** Whether a file is part of what was submitted or sent; one that still waits to be sent is not. */
async function isSent(documentId: string, applicationId: string): Promise<boolean> {
  const application = await db().application.findFirst({
    where: { id: applicationId, ...SUBMITTED },
    select: {
      submissions: { select: { manifest: true } },
      documents: { where: { id: documentId, removedAt: null }, select: { replyId: true, messageId: true } },
    },
  });
  if (!application) return false;
  if (application.documents.some(({ replyId, messageId }) => replyId ?? messageId)) return true;
  const submitted = application.submissions.flatMap(({ manifest }) => manifest as { id: string }[]);
  return submitted.some(({ id }) => id === documentId);
}

/** A file with its bytes, for the authority. The caller reads the stream to its end or destroys it. Throws `AppError("not-found")`. */
export async function openSentDocument(
  documentId: string,
): Promise<{ document: DocumentRow; stream: Readable }> {
  const applicationId = await applicationOfDocument(documentId);
  if (!applicationId || !(await isSent(documentId, applicationId))) throw new AppError("not-found");
  return openDocument(applicationId, documentId);
}
