import { requireOwnApplication } from "@/lib/applications/access";
import { db, type Transaction } from "@/lib/db/client";
import type { Request, RequestReply } from "@/lib/db/generated/client";
import { isoDay } from "@/lib/db/iso-day";
import { AppError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { FILE, type SentFile } from "@/lib/messages/conversation";

export type ReplyView = Pick<RequestReply, "id" | "text" | "at"> & { documents: SentFile[] };

export type RequestView = Omit<Request, "dueOn" | "applicationId"> & {
  /** The last day in Sweden, ISO. */
  dueOn: string;
  replies: ReplyView[];
  /** Files that were added for a reply and not sent yet. */
  waiting: SentFile[];
};

/** What one's own application was asked for, the newest first. */
export async function listRequests(userId: string, applicationId: string): Promise<RequestView[]> {
  const { id } = await requireOwnApplication(userId, applicationId);
  const rows = await db().request.findMany({
    where: { applicationId: id },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    omit: { applicationId: true },
    include: {
      replies: {
        orderBy: { at: "asc" },
        select: { id: true, text: true, at: true, documents: { select: FILE } },
      },
      documents: {
        where: { replyId: null, removedAt: null },
        orderBy: { uploadedAt: "asc" },
        select: FILE,
      },
    },
  });
  return rows.map(({ dueOn, documents, ...row }) => ({
    ...row,
    dueOn: isoDay(dueOn),
    waiting: documents,
  }));
}

/** A request to an application of one's own; somebody else's is not found, like one that does not exist. */
export async function requireOwnRequest(
  userId: string,
  requestId: string,
  client: Transaction = db(),
): Promise<Request> {
  const found = isUuid(requestId) && (await client.request.findUnique({ where: { id: requestId } }));
  if (!found) throw new AppError("not-found");
  await requireOwnApplication(userId, found.applicationId, client);
  return found;
}
