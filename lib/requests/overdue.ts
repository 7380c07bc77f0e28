import { db } from "@/lib/db/client";
import { isoDay } from "@/lib/db/iso-day";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { remindOnce } from "@/lib/messages/reminders";

/**
 * Marks requests whose last day in Sweden has passed, and tells their applicants, who may still reply; those of one application,
 * or of all. Returns how many.
 */
export async function markOverdue(now = new Date(), ofApplication?: string): Promise<number> {
  const today = new Date(swedishDay(now));
  return db().$transaction(async (client) => {
    const overdue = await client.request.updateManyAndReturn({
      where: {
        ...{ state: "open", dueOn: { lt: today } },
        ...(ofApplication && { applicationId: ofApplication }),
      },
      data: { state: "overdue" },
      select: { id: true, applicationId: true, dueOn: true },
    });
    for (const { id, applicationId, dueOn } of overdue) {
      await client.event.create({
        data: { applicationId, kind: "request-overdue", data: { requestId: id } },
      });
      await remindOnce(client, applicationId, `request:${id}:${isoDay(dueOn)}:overdue`);
    }
    return overdue.length;
  });
}
