import { db, type Transaction } from "@/lib/db/client";
import type { Application, Representation } from "@/lib/db/generated/client";
import { lockApplications } from "@/lib/db/locks";
import { letInOrShutOut } from "@/lib/documents/letting-in";
import { AppError } from "@/lib/errors";
import {
  spendInvitation as consumeInvitation,
  type FoundInvitation,
  findInvitation,
  lockInvitation,
} from "@/lib/invitations/invitations";
import { enqueue } from "@/lib/jobs/queue";
import { applicantName } from "./names";
import { record } from "./record";

type Account = { id: string; email: string };
type Asked = Representation & { application: Application };

/** What somebody sees who was asked: who asks, and nothing of the case. */
export type InvitationShown = { personName: string; name: string; expiresAt: Date };

/** Throws unless this account may answer this invitation now. */
async function requireAsked(
  client: Transaction,
  account: Account,
  invitation: FoundInvitation | null,
): Promise<Asked> {
  const representation = invitation?.representationId
    ? await client.representation.findUnique({
        where: { id: invitation.representationId },
        include: { application: true },
      })
    : null;
  if (!invitation || !representation) throw new AppError("closed-invitation");
  if (representation.application.userId === account.id) throw new AppError("own-address");
  // A letter gone astray opens nothing: what it leads to is a stranger's passport and means.
  if (invitation.email !== account.email) throw new AppError("other-address");
  const isOpen =
    invitation.state === "open" &&
    representation.state === "invited" &&
    representation.application.state === "draft";
  if (!isOpen) throw new AppError("closed-invitation");
  return representation;
}

/** The representation that this account has accepted with this very link, so that a double click leads on. */
async function acceptedBefore(client: Transaction, account: Account, invitation: FoundInvitation | null) {
  if (invitation?.state !== "used" || !invitation.representationId) return null;
  return client.representation.findFirst({
    where: {
      id: invitation.representationId,
      userId: account.id,
      state: { in: ["accepted", "active"] },
    },
  });
}

/**
 * What the link of a letter leads to; looking changes nothing. Throws `AppError`: `closed-invitation` (unknown, used,
 * replaced, revoked, too old, or no longer needed: alike), `other-address` (sent to another address than this account's),
 * `own-address` (one's own application).
 */
export async function seeInvitation(
  account: Account,
  token: string,
): Promise<InvitationShown | { acceptedId: string }> {
  const invitation = await findInvitation(token);
  const before = await acceptedBefore(db(), account, invitation);
  if (before) return { acceptedId: before.id };
  const { applicationId, name } = await requireAsked(db(), account, invitation);
  const personName = await applicantName(applicationId);
  return { personName, name, expiresAt: invitation?.expiresAt ?? new Date(0) };
}

/** Runs an answer with the application and then the invitation locked. */
async function answer<T>(
  account: Account,
  token: string,
  work: (client: Transaction, asked: Asked) => Promise<T>,
  again: (representation: Representation) => T,
): Promise<T> {
  return db().$transaction(async (client) => {
    const seen = await findInvitation(token, client);
    const { representationId } = seen ?? {};
    const target = representationId
      ? await client.representation.findUnique({ where: { id: representationId } })
      : null;
    if (target) await lockApplications(client, [target.applicationId]);
    const invitation = await lockInvitation(client, token);
    const before = await acceptedBefore(client, account, invitation);
    if (before) return again(before);
    const asked = await requireAsked(client, account, invitation);
    const invitationId = invitation?.id ?? "";
    if (!(await consumeInvitation(client, invitationId))) throw new AppError("closed-invitation");
    return work(client, asked);
  });
}

/**
 * Accepts, and returns the id of the representation; a second time with the same link it returns the same. The application
 * opens at once where the power of attorney is there already. Throws as `seeInvitation`.
 */
export function acceptInvitation(account: Account, token: string): Promise<string> {
  return answer(
    account,
    token,
    async (client, asked) => {
      const { id, applicationId } = await client.representation.update({
        where: { id: asked.id },
        data: { userId: account.id, state: "accepted", acceptedAt: new Date() },
      });
      await record(client, asked, account.id, "representative-accepted");
      const isLetIn = await letInOrShutOut(client, { applicationId, userId: account.id });
      if (!isLetIn)
        await enqueue(client, "send-representative-news", { representationId: id, news: "accepted" });
      return id;
    },
    ({ id }) => id,
  );
}

/** Says no. Throws as `seeInvitation`, and `AppError("closed-invitation")` once it was accepted: then one ends it. */
export function declineInvitation(account: Account, token: string): Promise<void> {
  return answer(
    account,
    token,
    async (client, asked) => {
      await client.representation.update({
        where: { id: asked.id },
        data: { state: "ended", endedAt: new Date() },
      });
      await record(client, asked, account.id, "representative-declined");
      await enqueue(client, "send-representative-news", { representationId: asked.id, news: "declined" });
    },
    () => {
      throw new AppError("closed-invitation");
    },
  );
}
