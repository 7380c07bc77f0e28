import { db } from "@/lib/db/client";
import { keyedHash } from "./keys";

export type Limited = {
  isAllowed: boolean;
  /** How many more are allowed before `until`. */
  left: number;
  /** When the window ends and counting starts over. */
  until: Date;
};

const keyOf = (parts: readonly string[]) => keyedHash("attempts", parts);

/**
 * Counts one attempt at something and tells whether it is within `max` in a window of so many seconds, which starts with the
 * first attempt. One statement, so it holds for any number of instances and requests at once. `parts` name what is limited,
 * as in `["upload", userId]`; only a keyed hash of them is stored. Refused attempts count, but prolong nothing.
 */
export async function limit(parts: readonly string[], max: number, windowSeconds: number): Promise<Limited> {
  const rows = await db().$queryRaw<{ count: number; expiresAt: Date }[]>`
    INSERT INTO "Attempt" AS a (key, count, "expiresAt")
    VALUES (${keyOf(parts)}, 1, now() + make_interval(secs => ${windowSeconds}))
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN a."expiresAt" <= now() THEN 1 ELSE least(a.count, 1000000) + 1 END,
      "expiresAt" = CASE WHEN a."expiresAt" <= now() THEN excluded."expiresAt" ELSE a."expiresAt" END
    RETURNING count, "expiresAt"`;
  const [row] = rows;
  if (!row) throw new Error("An attempt was not counted.");
  return { isAllowed: row.count <= max, left: Math.max(0, max - row.count), until: row.expiresAt };
}

/**
 * Takes back one attempt that turned out not to count: the code was right, or the letter could not be sent. With the last one
 * its window ends too.
 */
export async function takeBack(parts: readonly string[]): Promise<void> {
  // A millisecond ago, since the column rounds to it.
  await db().$executeRaw`
    UPDATE "Attempt" SET
      count = greatest(count - 1, 0),
      "expiresAt" = CASE WHEN count <= 1 THEN now() - interval '1 ms' ELSE "expiresAt" END
    WHERE key = ${keyOf(parts)}`;
}

/** Whether anything was counted under these parts whose window has not ended. Counts nothing itself. */
export async function isCounted(parts: readonly string[]): Promise<boolean> {
  return (await db().attempt.count({ where: { key: keyOf(parts), expiresAt: { gt: new Date() } } })) > 0;
}

/** Removes what no longer counts: attempts, codes and sessions past their time. Returns how many rows. */
export async function forgetExpired(now = new Date()): Promise<number> {
  const where = { expiresAt: { lt: now } };
  const removed = await db().$transaction([
    db().attempt.deleteMany({ where }),
    db().verification.deleteMany({ where }),
    db().session.deleteMany({ where }),
  ]);
  return removed.reduce((sum, { count }) => sum + count, 0);
}
