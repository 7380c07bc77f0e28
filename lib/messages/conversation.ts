import { limit } from "@/lib/accounts/attempts";
import { requireOwnApplication } from "@/lib/applications/access";
import { isUnderExamination, lockOwnCase } from "@/lib/applications/states";
import { db, type Transaction } from "@/lib/db/client";
import type { Application, Message, MessageKind } from "@/lib/db/generated/client";
import { sendWaitingDocuments } from "@/lib/documents/later-documents";
import { AppError } from "@/lib/errors";
import { tellApplicant } from "./tell";
import { requireKey, requireText } from "./written";

/** A file as it stands beside a message or a reply. */
export const FILE = { id: true, fileName: true, mediaType: true, sizeBytes: true, sha256: true } as const;
export type SentFile = { id: string; fileName: string; mediaType: string; sizeBytes: number; sha256: string };

export type MessageView = Pick<Message, "id" | "direction" | "kind" | "text" | "at" | "readAt"> & {
  documents: SentFile[];
};

export type Written = {
  text: string;
  /** Made with the form; the same key sends once. */
  key: string;
  /** Files that wait to be sent; all of them where none are named. */
  documentIds?: readonly string[];
};

/** More than anyone writes in an hour; stops a script from filling the case. */
const MAX_MESSAGES = 30;
const HOUR_SECONDS = 3_600;

/** The conversation of one's own application, the oldest first; empty while it is a draft. */
export async function listMessages(userId: string, applicationId: string): Promise<MessageView[]> {
  const { id } = await requireOwnApplication(userId, applicationId);
  return db().message.findMany({
    where: { applicationId: id },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, direction: true, kind: true, text: true, at: true, readAt: true },
      documents: { select: FILE },
    },
  });
}

/** Notes that the applicant's side has seen what the authority wrote; the first time counts. */
export async function markMessagesRead(userId: string, applicationId: string): Promise<void> {
  const { id } = await requireOwnApplication(userId, applicationId);
  await db().message.updateMany({
    where: { applicationId: id, direction: "from_authority", readAt: null },
    data: { readAt: new Date() },
  });
}

async function write(
  client: Transaction,
  { id: applicationId }: Application,
  userId: string,
  kind: MessageKind,
  { text, key, documentIds }: Written,
): Promise<Message> {
  const message = await client.message.create({
    data: { applicationId, direction: "from_applicant", kind, userId, key, text: requireText(text, true) },
  });
  const along = { messageId: message.id };
  const files = await sendWaitingDocuments(client, { applicationId, requestId: null }, along, documentIds);
  if (message.text === "" && files === 0) throw new AppError("nothing-to-send");
  const event = kind === "correction" ? "correction-sent" : "message-sent";
  await client.event.create({ data: { applicationId, userId, kind: event, data: along } });
  return message;
}

async function send(
  userId: string,
  applicationId: string,
  kind: MessageKind,
  written: Written,
): Promise<Message> {
  requireKey(written.key);
  return db().$transaction(async (client) => {
    const application = await lockOwnCase(client, userId, applicationId);
    const place = { applicationId: application.id, direction: "from_applicant", key: written.key } as const;
    const before = await client.message.findUnique({ where: { applicationId_direction_key: place } });
    if (before) return before;
    const { state } = application;
    const isOver = kind === "correction" ? !isUnderExamination(state) : state === "withdrawn";
    if (isOver) throw new AppError("wrong-state", { state });
    if (!(await limit(["message", userId], MAX_MESSAGES, HOUR_SECONDS)).isAllowed)
      throw new AppError("too-many-messages", { max: MAX_MESSAGES });
    return write(client, application, userId, kind, written);
  });
}

/** Writes to the authority, also after the decision. Twice with one key is once. Throws as the README says. */
export const sendMessage = (userId: string, applicationId: string, written: Written): Promise<Message> =>
  send(userId, applicationId, "message", written);

/** Corrects or adds something of one's own accord, until the decision. Throws as the README says. */
export const correctAnswers = (userId: string, applicationId: string, written: Written): Promise<Message> =>
  send(userId, applicationId, "correction", written);

/** A message of the authority to a locked case, and the letter that there is something. Throws `AppError("wrong-state")` once it was withdrawn. */
export async function writeToApplicant(
  client: Transaction,
  { id: applicationId, state }: Application,
  { text, key }: { text: string; key: string },
): Promise<Message> {
  if (state === "withdrawn") throw new AppError("wrong-state", { state });
  const message = await client.message.create({
    data: { applicationId, direction: "from_authority", key, text: requireText(text) },
  });
  await client.event.create({
    data: { applicationId, kind: "message-received", data: { messageId: message.id } },
  });
  await tellApplicant(client, applicationId);
  return message;
}
