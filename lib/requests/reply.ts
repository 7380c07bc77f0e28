import { lockOwnCase, moveTo } from "@/lib/applications/states";
import { db, type Transaction } from "@/lib/db/client";
import type { Application, Request, RequestReply } from "@/lib/db/generated/client";
import { sendWaitingDocuments } from "@/lib/documents/later-documents";
import { AppError } from "@/lib/errors";
import type { Written } from "@/lib/messages/conversation";
import { requireKey, requireText } from "@/lib/messages/written";
import { requireOwnRequest } from "./requests";

const isAwaited = ({ state }: Request) => state === "open" || state === "overdue";

/** A request to an application of one's own, both locked; somebody else's is not found. */
async function lockOwnRequest(
  client: Transaction,
  userId: string,
  requestId: string,
): Promise<{ application: Application; request: Request }> {
  const found = await requireOwnRequest(userId, requestId, client);
  const application = await lockOwnCase(client, userId, found.applicationId);
  await client.$queryRaw`SELECT 1 FROM "Request" WHERE id = ${found.id}::uuid FOR UPDATE`;
  return { application, request: await client.request.findUniqueOrThrow({ where: { id: found.id } }) };
}

/** Back to the authority once nothing is awaited any more. */
export async function goOnWhereNothingIsAwaited(
  client: Transaction,
  application: Application,
): Promise<void> {
  const awaited = await client.request.count({
    where: { applicationId: application.id, state: { in: ["open", "overdue"] } },
  });
  if (awaited === 0 && application.state === "complement_requested")
    await moveTo(client, application, "submitted");
}

/**
 * Sends a reply with its files, also after the last day as long as nothing was decided; it has come in at its `at` (FL 22).
 * Twice with one key is once. Throws as the README says.
 */
export async function replyToRequest(
  userId: string,
  requestId: string,
  { text, key, documentIds }: Written,
): Promise<RequestReply> {
  requireKey(key);
  return db().$transaction(async (client) => {
    const { application, request } = await lockOwnRequest(client, userId, requestId);
    const before = await client.requestReply.findUnique({
      where: { requestId_key: { requestId: request.id, key } },
    });
    if (before) return before;
    if (!isAwaited(request)) throw new AppError("request-closed");
    const applicationId = application.id;
    const reply = await client.requestReply.create({
      data: { requestId: request.id, userId, key, text: requireText(text, true) },
    });
    const place = { applicationId, requestId: request.id };
    const files = await sendWaitingDocuments(client, place, { replyId: reply.id }, documentIds);
    if (reply.text === "" && files === 0) throw new AppError("nothing-to-send");
    await client.request.update({
      where: { id: request.id },
      data: { state: "answered", closedAt: reply.at },
    });
    await goOnWhereNothingIsAwaited(client, application);
    const data = { requestId: request.id, replyId: reply.id };
    await client.event.create({ data: { applicationId, userId, kind: "request-answered", data } });
    return reply;
  });
}

/** Asks for more time, once until the authority has answered. Throws as the README says. */
export async function askMoreTime(userId: string, requestId: string, reason: string): Promise<void> {
  await db().$transaction(async (client) => {
    const { application, request } = await lockOwnRequest(client, userId, requestId);
    if (!isAwaited(request)) throw new AppError("request-closed");
    if (request.moreTimeAskedAt && !request.moreTimeAnsweredAt) throw new AppError("already-asked");
    await client.request.update({
      where: { id: request.id },
      data: {
        moreTimeAskedAt: new Date(),
        moreTimeReason: requireText(reason),
        moreTimeAnsweredAt: null,
        isMoreTimeGranted: null,
        moreTimeAnswer: null,
      },
    });
    const data = { requestId: request.id };
    const { id: applicationId } = application;
    await client.event.create({ data: { applicationId, userId, kind: "more-time-asked", data } });
  });
}
