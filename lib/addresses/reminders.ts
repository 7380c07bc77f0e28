import { addDays } from "@/lib/clock/swedish-holidays";
import { db } from "@/lib/db/client";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { remindOnce } from "@/lib/messages/reminders";

/** Days before the last day of a temporary address, the nearest first. */
const BEFORE_END = [3, 14];
/** Days after the application arrived without a fixed address, the latest first. */
const WITHOUT = [75, 45, 21, 7];
/** Before each term begins people move: from the tenth of these months on, for two weeks. */
const TERMS = ["01", "08"] as const;
/** More are taken at the next sweep. */
const BATCH = 500;

/** A case, and the key under which it is reminded once. */
type Due = { id: string; key: string };

async function remindAll(due: readonly Due[]): Promise<number> {
  let sent = 0;
  for (const { id, key } of due) {
    if (await db().$transaction((client) => remindOnce(client, id, key))) sent += 1;
  }
  return sent;
}

/** Cases whose address told last is a temporary one that ends on or before the day. */
const ending = (today: string, until: string, prefix: string) => db().$queryRaw<Due[]>`
  WITH last AS (
    SELECT a.id, l.kind, l."validUntil", ${prefix}::text || to_char(l."validUntil", 'YYYY-MM-DD') AS key
    FROM "Application" a
    JOIN LATERAL (SELECT kind, "validUntil" FROM "Address" WHERE "applicationId" = a.id
      ORDER BY "validFrom" DESC, "createdAt" DESC LIMIT 1) l ON true
    WHERE a.state IN ('submitted', 'complement_requested', 'decided', 'acknowledged'))
  SELECT id, key FROM last
  WHERE kind = 'temporary' AND "validUntil" BETWEEN ${today}::date AND ${until}::date
    AND NOT EXISTS (SELECT 1 FROM "Reminder" r WHERE r."applicationId" = last.id AND r.key = last.key)
  LIMIT ${BATCH}`;

async function remindOfEnding(today: string): Promise<number> {
  let sent = 0;
  for (const days of BEFORE_END)
    sent += await remindAll(await ending(today, addDays(today, days), `address-ends:${days}:`));
  return sent;
}

/** Undecided cases that came so many days ago, of which the rules ask for a fixed address that is not there (UtlL 5b:9 p5). */
const without = (since: string, key: string) => db().$queryRaw<Due[]>`
  SELECT a.id, ${key}::text AS key FROM "Application" a
  JOIN LATERAL (SELECT assessment, "arrivedAt" FROM "Submission" WHERE "applicationId" = a.id
    ORDER BY "arrivedAt" DESC LIMIT 1) s ON true
  LEFT JOIN LATERAL (SELECT kind FROM "Address" WHERE "applicationId" = a.id
    ORDER BY "validFrom" DESC, "createdAt" DESC LIMIT 1) last ON true
  WHERE a.state IN ('submitted', 'complement_requested') AND s."arrivedAt" < ${since}::date
    AND s."arrivedAt" >= ${addDays(since, -14)}::date
    AND s.assessment->'conditions' @> '[{"id": "swedish-address"}]' AND last.kind IS DISTINCT FROM 'known'
    AND NOT EXISTS (SELECT 1 FROM "Reminder" r WHERE r."applicationId" = a.id AND r.key = ${key})
  LIMIT ${BATCH}`;

async function remindOfMissing(today: string): Promise<number> {
  let sent = 0;
  for (const days of WITHOUT) {
    sent += await remindAll(await without(addDays(today, -days), `address-missing:${days}`));
  }
  return sent;
}

/** Cases that are open, or whose permit lasts, and of which nothing was said about the address for a month. */
const beforeTerm = (today: string, key: string) => db().$queryRaw<Due[]>`
  SELECT a.id, ${key}::text AS key FROM "Application" a LEFT JOIN "Decision" d ON d."applicationId" = a.id
  WHERE (a.state IN ('submitted', 'complement_requested')
      OR (a.state IN ('decided', 'acknowledged') AND d.outcome = 'granted'
        AND (d."validUntil" IS NULL OR d."validUntil" >= ${today}::date)))
    AND EXISTS (SELECT 1 FROM "Address" WHERE "applicationId" = a.id)
    AND NOT EXISTS (SELECT 1 FROM "Address" WHERE "applicationId" = a.id
      AND "createdAt" >= ${addDays(today, -30)}::date)
    AND NOT EXISTS (SELECT 1 FROM "Event" WHERE "applicationId" = a.id
      AND kind = 'address-confirmed' AND at >= ${addDays(today, -30)}::date)
    AND NOT EXISTS (SELECT 1 FROM "Reminder" r WHERE r."applicationId" = a.id AND r.key = ${key})
  LIMIT ${BATCH}`;

async function remindBeforeTerm(today: string): Promise<number> {
  const [year, month, day] = today.split("-");
  const isTime = TERMS.some((term) => term === month) && Number(day) >= 10 && Number(day) <= 24;
  if (!isTime) return 0;
  return remindAll(await beforeTerm(today, `address-term:${year}-${month}`));
}

/**
 * Reminds of the address in Sweden: before a temporary one ends, while the fixed one is missing, and before each term. Each
 * reminder goes out once, however often and by however many workers this runs. Returns how many it queued.
 */
export async function sweepAddressReminders(today = swedishDay()): Promise<number> {
  return (await remindOfEnding(today)) + (await remindOfMissing(today)) + (await remindBeforeTerm(today));
}
