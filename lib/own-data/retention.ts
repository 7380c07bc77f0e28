import { addDays } from "@/lib/clock/swedish-holidays";
import { db } from "@/lib/db/client";
import { removingFilesOf } from "@/lib/documents/documents";
import { env } from "@/lib/env";
import { swedishDay } from "@/lib/i18n/swedish-time";

const BATCH = 200;

/** Cases that were over before the day: withdrawn, or decided and the permit, if there was one, at its end. */
const overBefore = (day: string) => db().$queryRaw<{ id: string }[]>`
  SELECT a.id FROM "Application" a LEFT JOIN "Decision" d ON d."applicationId" = a.id
  WHERE (a.state IN ('decided', 'acknowledged') AND greatest(d.at::date, d."validUntil") < ${day}::date)
    OR (a.state = 'withdrawn' AND NOT EXISTS (SELECT 1 FROM "Event" e
      WHERE e."applicationId" = a.id AND e.at >= ${day}::date))
  LIMIT ${BATCH}`;

/** An account that its holder deleted goes with the last thing that was kept of it. */
async function removeEmptyAccounts(): Promise<number> {
  const { count } = await db().user.deleteMany({
    where: { deletedAt: { not: null }, applications: { none: {} } },
  });
  return count;
}

/**
 * Removes what this service keeps of cases that have been over for `RETENTION_DAYS`: the authority has its own file of them.
 * `today` is an ISO day in Sweden. Returns how many cases and accounts went.
 */
export async function removePastRetention(today = swedishDay()): Promise<number> {
  let count = 0;
  for (const { id } of await overBefore(addDays(today, -env().RETENTION_DAYS))) {
    const { count: gone } = await removingFilesOf(id, () => db().application.deleteMany({ where: { id } }));
    count += gone;
  }
  return count + (await removeEmptyAccounts());
}
