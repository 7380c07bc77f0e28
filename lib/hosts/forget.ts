import { db } from "@/lib/db/client";

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Links that nobody accepted are kept so long after their time, so that whoever opens one late is told that it ran out. */
const LINK_KEPT_MS = 30 * DAY_MS;
/** Answers to requests with an idempotency key. */
const ANSWER_KEPT_MS = DAY_MS;

/** Removes what hosts sent and nobody needs any more: links that nobody accepted, and old answers. Returns how many rows. */
export async function forgetHostData(now = new Date()): Promise<number> {
  const removed = await db().$transaction([
    db().hostLink.deleteMany({
      where: { acceptedAt: null, expiresAt: { lt: new Date(now.getTime() - LINK_KEPT_MS) } },
    }),
    db().hostRequest.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - ANSWER_KEPT_MS) } } }),
  ]);
  return removed.reduce((sum, { count }) => sum + count, 0);
}
