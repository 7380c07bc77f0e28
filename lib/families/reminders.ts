import { db, type Transaction } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/queue";

const DAY_MS = 24 * 60 * 60 * 1_000;
const REMIND_AFTER_DAYS = 7;
/** More at one time can wait for the next. */
const BATCH = 200;

type Due = { id: string };

async function remind(client: Transaction, { id }: Due, now: Date): Promise<number> {
  const { count } = await client.invitation.updateMany({
    where: { id, remindedAt: null, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { remindedAt: now },
  });
  if (count === 1) await enqueue(client, "send-family-invitation", { invitationId: id, isReminder: true });
  return count;
}

/** Closing one that ran out marks that its inviter was told; it still reads as one that ran out. */
async function tellExpired(client: Transaction, { id }: Due, now: Date): Promise<number> {
  const { count } = await client.invitation.updateMany({
    where: { id, usedAt: null, revokedAt: null, expiresAt: { lte: now } },
    data: { revokedAt: now },
  });
  if (count === 1) await enqueue(client, "tell-family-invitation-expired", { invitationId: id });
  return count;
}

/**
 * Reminds once, after a week, of an invitation that was not answered, and tells the inviter once when it has run out. Any
 * number of workers may do it at once. Returns how many letters that made.
 */
export async function followUpInvitations(now = new Date()): Promise<number> {
  const weekAgo = new Date(now.getTime() - REMIND_AFTER_DAYS * DAY_MS);
  const open = { member: { state: "invited" }, usedAt: null, revokedAt: null } as const;
  const [silent, expired] = await Promise.all([
    db().invitation.findMany({
      where: { ...open, remindedAt: null, createdAt: { lte: weekAgo }, expiresAt: { gt: now } },
      take: BATCH,
    }),
    db().invitation.findMany({ where: { ...open, expiresAt: { lte: now } }, take: BATCH }),
  ]);
  let letters = 0;
  for (const due of silent) letters += await db().$transaction((client) => remind(client, due, now));
  for (const due of expired) letters += await db().$transaction((client) => tellExpired(client, due, now));
  return letters;
}
