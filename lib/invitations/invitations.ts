import { createHash, randomUUID } from "node:crypto";
import { keyedHash } from "@/lib/accounts/keys";
import { db, type Transaction } from "@/lib/db/client";
import type { Invitation } from "@/lib/db/generated/client";

/** What an invitation is for: a place in a family, or to represent somebody. */
export type InvitationTarget = { memberId: string } | { representationId: string };
export type InvitationState = "open" | "used" | "expired" | "revoked";
/** An invitation with its state at the moment of asking. */
export type FoundInvitation = Invitation & { state: InvitationState };

const DAYS_VALID = 30;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** Enough for slips of the finger; far too few to guess a date of birth. */
export const MAX_WRONG_ANSWERS = 5;
/** 32 bytes in base64url. */
const TOKEN = /^[\w-]{43}$/;

const hashOf = (token: string): string => createHash("sha256").update(token, "utf8").digest("hex");

/**
 * The token of an invitation: 32 bytes that nobody can tell from its id without the secret of this installation. For the
 * letter only; it is stored nowhere.
 */
export const invitationToken = (invitationId: string): string => keyedHash("invitation", [invitationId]);

/** Where an invitation stands. One that ran out before it was closed has run out. */
export function stateOfInvitation(
  { usedAt, revokedAt, expiresAt }: Pick<Invitation, "usedAt" | "revokedAt" | "expiresAt">,
  now = new Date(),
): InvitationState {
  if (usedAt) return "used";
  if (expiresAt <= (revokedAt ?? now)) return "expired";
  return revokedAt ? "revoked" : "open";
}

/**
 * Writes a new invitation, open for 30 days, and closes the earlier ones of the same target: sent again, the old link is
 * dead. Call it with the target's row locked. The letter's job needs the id only: see `invitationToken`.
 */
export async function newInvitation(
  client: Transaction,
  target: InvitationTarget,
  email: string,
): Promise<{ id: string; token: string }> {
  await revokeInvitations(client, target);
  const id = randomUUID();
  const token = invitationToken(id);
  const expiresAt = new Date(Date.now() + DAYS_VALID * DAY_MS);
  await client.invitation.create({ data: { id, ...target, tokenHash: hashOf(token), email, expiresAt } });
  return { id, token };
}

/** Closes what is open of this target. Returns how many were. */
export async function revokeInvitations(client: Transaction, target: InvitationTarget): Promise<number> {
  const now = new Date();
  const { count } = await client.invitation.updateMany({
    where: { ...target, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  });
  return count;
}

/** The invitation of a token, in whatever state, or null. What is no token is looked for like one that is unknown. */
export async function findInvitation(
  token: unknown,
  client: Transaction = db(),
): Promise<FoundInvitation | null> {
  const text = typeof token === "string" && TOKEN.test(token) ? token : "";
  const found = await client.invitation.findUnique({ where: { tokenHash: hashOf(text) } });
  return found && { ...found, state: stateOfInvitation(found) };
}

/**
 * As `findInvitation`, locked until the transaction ends: whoever compares an answer with what is known of the invitee
 * does it under this lock, so that a hundred guesses at once are counted one after the other.
 */
export async function lockInvitation(client: Transaction, token: unknown): Promise<FoundInvitation | null> {
  const seen = await findInvitation(token, client);
  if (!seen) return null;
  await client.$queryRaw`SELECT 1 FROM "Invitation" WHERE id = ${seen.id}::uuid FOR UPDATE`;
  return findInvitation(token, client);
}

/** Uses an open invitation up, once: of two at the same moment one gets true. */
export async function spendInvitation(client: Transaction, invitationId: string): Promise<boolean> {
  const now = new Date();
  const { count } = await client.invitation.updateMany({
    where: { id: invitationId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Counts a wrong answer, and closes the invitation at the fifth. Returns how many more are allowed. */
export async function wrongAnswer(client: Transaction, invitationId: string): Promise<number> {
  const { wrongAnswers } = await client.invitation.update({
    where: { id: invitationId },
    data: { wrongAnswers: { increment: 1 } },
  });
  if (wrongAnswers >= MAX_WRONG_ANSWERS) {
    await client.invitation.updateMany({
      where: { id: invitationId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
  }
  return Math.max(0, MAX_WRONG_ANSWERS - wrongAnswers);
}

/** Notes when a link was opened for the first time. */
export async function noteOpened(invitationId: string): Promise<void> {
  await db().invitation.updateMany({
    where: { id: invitationId, openedAt: null },
    data: { openedAt: new Date() },
  });
}
