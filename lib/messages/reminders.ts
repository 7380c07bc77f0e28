import { addDays } from "@/lib/clock/swedish-holidays";
import { db, type Transaction } from "@/lib/db/client";
import { isoDay } from "@/lib/db/iso-day";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { dayNumber } from "@/lib/rules/calendar";
import { tellApplicant } from "./tell";

/** Days before the last day of a request, the nearest first. */
const BEFORE_REQUEST = [2, 7];
/** Days after a decision that has not been received yet, the latest first. */
const AFTER_DECISION = [14, 7, 3];

/** Queues a reminder unless this one was queued before; false then. `key` names what it is about and which it is. */
export async function remindOnce(client: Transaction, applicationId: string, key: string): Promise<boolean> {
  const { count } = await client.reminder.createMany({ data: { applicationId, key }, skipDuplicates: true });
  if (count > 0) await tellApplicant(client, applicationId, "waiting");
  return count > 0;
}

const inOne = (applicationId: string, key: string) =>
  db().$transaction((client) => remindOnce(client, applicationId, key));

/** Of requests that were there before the time of the reminder; somebody who is just told is not reminded too. */
async function remindOfRequests(today: string, of: { applicationId?: string }): Promise<number> {
  const open = await db().request.findMany({
    where: { ...of, state: "open", dueOn: { gte: new Date(today), lte: new Date(addDays(today, 7)) } },
  });
  let sent = 0;
  for (const { id, applicationId, dueOn, createdAt } of open) {
    const last = isoDay(dueOn);
    const left = dayNumber(last) - dayNumber(today);
    const days = BEFORE_REQUEST.find((one) => left <= one);
    if (days === undefined || swedishDay(createdAt) >= addDays(last, -days)) continue;
    if (await inOne(applicationId, `request:${id}:${last}:${days}`)) sent += 1;
  }
  return sent;
}

async function remindOfDecisions(today: string, of: { applicationId?: string }): Promise<number> {
  const waiting = await db().decision.findMany({
    where: { ...of, acknowledgement: null },
    select: { id: true, applicationId: true, at: true },
  });
  let sent = 0;
  for (const { id, applicationId, at } of waiting) {
    const gone = dayNumber(today) - dayNumber(swedishDay(at));
    const days = AFTER_DECISION.find((one) => gone >= one);
    if (days !== undefined && (await inOne(applicationId, `decision:${id}:${days}`))) sent += 1;
  }
  return sent;
}

/**
 * Reminds of requests 7 and 2 days before their last day, and of decisions that nobody has confirmed to have received after 3, 7
 * and 14 days; each once, however often and by however many workers this runs. Of one application, or of all. Returns how many
 * it queued.
 */
export async function sweepReminders(now = new Date(), applicationId?: string): Promise<number> {
  const today = swedishDay(now);
  const of = applicationId ? { applicationId } : {};
  return (await remindOfRequests(today, of)) + (await remindOfDecisions(today, of));
}
