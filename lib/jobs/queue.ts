import PgBoss from "pg-boss";
import type { Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { log } from "@/lib/log";

/** The last two are for the representative, the others for the one who is represented. */
export type RepresentativeNews = "accepted" | "declined" | "let-in" | "left" | "open" | "ended";

/** What the worker does, and what it is told; ids only, so that a queue holds nothing personal. */
export type Jobs = {
  "send-receipt": { submissionId: string };
  "send-family-invitation": { invitationId: string; isReminder: boolean };
  "tell-family-invitation-expired": { invitationId: string };
  "send-representative-invitation": { invitationId: string; locale: Locale };
  "send-representative-started": { representationId: string; locale: Locale };
  "send-representative-news": { representationId: string; news: RepresentativeNews };
  "tell-something-new": { applicationId: string; kind: "new" | "waiting" };
  "deliver-submission": { deliveryId: string };
  "send-host-links": { linkIds: string[] };
  "send-draft-ending": { applicationId: string; deletedOn: string };
};
export type JobName = keyof Jobs;
export const JOB_NAMES: readonly JobName[] = [
  "send-receipt",
  "send-family-invitation",
  "tell-family-invitation-expired",
  "tell-something-new",
  "deliver-submission",
  "send-representative-invitation",
  "send-representative-started",
  "send-representative-news",
  "send-host-links",
  "send-draft-ending",
];

const holder = globalThis as unknown as { ankomstQueue?: Promise<PgBoss> };

async function open(): Promise<PgBoss> {
  const queue = new PgBoss({
    connectionString: env().DATABASE_URL ?? "",
    application_name: "ankomst",
    max: 3,
    supervise: false,
    schedule: false,
  });
  queue.on("error", (error) => log.error({ code: error.name }, "queue"));
  await queue.start();
  for (const name of JOB_NAMES) {
    await queue.createQueue(name, {
      name,
      retryLimit: 10,
      retryBackoff: true,
      retryDelay: 30,
      expireInSeconds: 120,
    });
  }
  return queue;
}

/** The queue, opened at the first use; one a process. A failure to open is not remembered. */
export function jobQueue(): Promise<PgBoss> {
  holder.ankomstQueue ??= open().catch((error) => {
    holder.ankomstQueue = undefined;
    throw error;
  });
  return holder.ankomstQueue;
}

/** Queues a job as part of a transaction: it runs if and only if that commits, at once or after a moment. */
export async function enqueue<N extends JobName>(
  client: Transaction,
  name: N,
  data: Jobs[N],
  startAfter?: Date,
): Promise<void> {
  const queue = await jobQueue();
  await queue.send(name, data, {
    ...(startAfter && { startAfter }),
    db: {
      executeSql: async (text, values) => ({
        rows: await client.$queryRawUnsafe<unknown[]>(text, ...values.map((value) => value ?? null)),
      }),
    },
  });
}
