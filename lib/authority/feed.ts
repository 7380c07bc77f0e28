import { db } from "@/lib/db/client";

/** What is told of a case after it was submitted. */
export const EVENT_KINDS = [
  "application-submitted",
  "application-withdrawn",
  "address-changed",
  "address-confirmed",
  "account-closed",
  "request-made",
  "request-answered",
  "request-overdue",
  "more-time-asked",
  "message-sent",
  "correction-sent",
  "decision-demanded",
  "decision-issued",
  "decision-opened",
  "decision-acknowledged",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Longer than any transaction lives: an event that was begun so long ago is there or never will be. */
const SETTLED = "15 minutes";

/**
 * Gives every event that is new to the authority its position. Ids are given before transactions commit, so a lower one may
 * appear later; positions are given to what is there, by one at a time, so that whoever reads on from one misses nothing.
 */
export async function extendFeed(): Promise<void> {
  await db().$transaction(async (client) => {
    await client.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('authority-feed', 0))`;
    await client.$executeRaw`
      INSERT INTO "AuthorityFeed" ("eventId")
      SELECT e.id FROM "Event" e
      WHERE e.kind = ANY(${[...EVENT_KINDS]})
        AND e.at > coalesce(
          (SELECT last.at FROM "AuthorityFeed" f JOIN "Event" last ON last.id = f."eventId"
            ORDER BY f.position DESC LIMIT 1) - ${SETTLED}::interval,
          '-infinity')
        AND NOT EXISTS (SELECT 1 FROM "AuthorityFeed" f WHERE f."eventId" = e.id)
      ORDER BY e.id`;
  });
}
