import PgBoss from "pg-boss";
import type { Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/** What the worker does, and what it is told; ids only, so that a queue holds nothing personal. */
export type Jobs = {
  "send-receipt": { submissionId: string };
};
export type JobName = keyof Jobs;
export const JOB_NAMES: readonly JobName[] = ["send-receipt"];

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

/** Queues a job as part of a transaction: it runs if and only if that commits. */
export async function enqueue<N extends JobName>(client: Transaction, name: N, data: Jobs[N]): Promise<void> {
  const queue = await jobQueue();
  await queue.send(name, data, {
    db: {
      executeSql: async (text, values) => ({
        rows: await client.$queryRawUnsafe<unknown[]>(text, ...values.map((value) => value ?? null)),
      }),
    },
  });
}
