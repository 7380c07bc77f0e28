import { db } from "@/lib/db/client";
import type { Delivery } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { enqueue, type Jobs } from "@/lib/jobs/queue";
import { faultOf, log } from "@/lib/log";
import { packageOf } from "./package";
import { post } from "./post";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** After each attempt that failed; then it is dead. Five days in all, so that no weekend is too long. */
const PAUSES_MS = [
  ...[5 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE],
  ...[HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR, 24 * HOUR, 24 * HOUR],
];

/** Longer than an attempt takes. Whoever takes a delivery has it for so long; if killed, the next one may take it then. */
const LEASE_MS = 60 * SECOND;
const MAX_QUEUED = 500;

const inMs = (ms: number) => new Date(Date.now() + ms);

/** Takes a delivery that is due, so that no other worker does; null where there is nothing to do. */
async function take(deliveryId: string): Promise<Delivery | null> {
  const [taken] = await db().delivery.updateManyAndReturn({
    where: { id: deliveryId, state: "pending", nextAt: { lte: new Date() } },
    data: { attempts: { increment: 1 }, nextAt: inMs(LEASE_MS) },
  });
  return taken ?? null;
}

async function succeed({ id }: Delivery): Promise<void> {
  await db().delivery.updateMany({
    where: { id, state: { not: "delivered" } },
    data: { state: "delivered", deliveredAt: new Date(), lastError: null },
  });
}

async function fail({ id, attempts }: Delivery, code: string): Promise<void> {
  const pause = PAUSES_MS[attempts - 1];
  const isDead = pause === undefined;
  const nextAt = inMs(pause ?? 0);
  log[isDead ? "error" : "warn"](
    { delivery: id, code, attempts },
    isDead ? "delivery dead" : "delivery failed",
  );
  await db().$transaction(async (client) => {
    const { count } = await client.delivery.updateMany({
      // A receipt may have come meanwhile.
      where: { id, state: "pending", attempts },
      data: { lastError: code, nextAt, ...(isDead && { state: "dead" }) },
    });
    if (count > 0 && !isDead) await enqueue(client, "deliver-submission", { deliveryId: id }, nextAt);
  });
}

/** One attempt at one delivery, for the worker. What goes wrong on the way is noted and tried again later. */
export async function deliver({ deliveryId }: Jobs["deliver-submission"]): Promise<void> {
  const url = env().DELIVERY_URL;
  const delivery = url && (await take(deliveryId));
  if (!url || !delivery) return;
  try {
    const parcel = await packageOf(db(), delivery.submissionId);
    if (!parcel) return;
    const fault = await post(url, parcel);
    await (fault ? fail(delivery, fault) : succeed(delivery));
  } catch (error) {
    log.error({ delivery: deliveryId, ...faultOf(error) }, "delivery failed");
    await fail(delivery, "unexpected");
  }
}

/**
 * Queues deliveries that are due and that no job is there for: those that a killed worker had taken, and what was submitted while
 * `DELIVERY_URL` was not set. A job too many does nothing. Returns how many.
 */
export async function queueDueDeliveries(): Promise<number> {
  if (!env().DELIVERY_URL) return 0;
  const due = await db().delivery.findMany({
    where: { state: "pending", nextAt: { lte: inMs(-5 * SECOND) } },
    orderBy: { nextAt: "asc" },
    take: MAX_QUEUED,
    select: { id: true },
  });
  for (const { id } of due) await enqueue(db(), "deliver-submission", { deliveryId: id });
  return due.length;
}

export type DeliveryLine = Pick<Delivery, "state" | "attempts" | "nextAt" | "lastError" | "deliveredAt"> & {
  reference: string;
};

/** Deliveries as an operator sees them, the newest first; without a state those that have not arrived. */
export async function listDeliveries(state?: Delivery["state"], take = 1_000): Promise<DeliveryLine[]> {
  const rows = await db().delivery.findMany({
    where: { state: state ?? { not: "delivered" } },
    include: { submission: { select: { application: { select: { reference: true } } } } },
    orderBy: { id: "desc" },
    take,
  });
  return rows.map(({ state, attempts, nextAt, lastError, deliveredAt, submission }) => ({
    ...{ reference: submission.application.reference, state, attempts, nextAt, lastError, deliveredAt },
  }));
}

/** Sends again from the start: one application's submission, whatever its state, or without a reference all that are dead. Returns how many. */
export async function resendDeliveries(reference?: string): Promise<number> {
  const which = reference ? { submission: { application: { reference } } } : { state: "dead" as const };
  return db().$transaction(async (client) => {
    const rows = await client.delivery.findMany({ where: which, select: { id: true } });
    for (const { id } of rows) {
      const data = {
        state: "pending" as const,
        attempts: 0,
        nextAt: new Date(),
        lastError: null,
        deliveredAt: null,
      };
      await client.delivery.update({ where: { id }, data });
      if (env().DELIVERY_URL) await enqueue(client, "deliver-submission", { deliveryId: id });
    }
    return rows.length;
  });
}
