import { db } from "@/lib/db/client";
import { requireHeldApplication } from "./access";
import { lockOwnCase, moveTo } from "./states";

/**
 * Withdraws a submitted application for good; again is no error. Only its holder may. Throws `AppError`: `not-found`,
 * `not-submitted` (delete the draft instead), `wrong-state` once it was decided.
 */
export async function withdrawApplication(userId: string, applicationId: string): Promise<void> {
  await db().$transaction(async (client) => {
    await requireHeldApplication(userId, applicationId, client);
    const application = await lockOwnCase(client, userId, applicationId);
    if (application.state === "withdrawn") return;
    await moveTo(client, application, "withdrawn");
    await client.request.updateMany({
      where: { applicationId: application.id, state: { in: ["open", "overdue"] } },
      data: { state: "cancelled", closedAt: new Date() },
    });
    await client.event.create({
      data: { applicationId: application.id, userId, kind: "application-withdrawn" },
    });
  });
}
