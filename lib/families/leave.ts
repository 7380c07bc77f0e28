import { requireHeldApplication } from "@/lib/applications/access";
import { leaveGroup, lockFamilyOf } from "@/lib/applications/leave-group";
import { lockApplications } from "@/lib/db/locks";
import { AppError } from "@/lib/errors";
import { recordEvent, transact } from "./group";

/**
 * Takes an application out of its family, at any time, by the account that holds it. The application goes on alone as it is;
 * the others see that this place was left and no more. Files that were shared stay with whoever has them. Nothing is submitted
 * by it: who waited says so again. Throws `AppError`: `not-found`, `not-in-family`.
 */
export function leaveFamily(userId: string, applicationId: string): Promise<void> {
  return transact(async (client) => {
    const { id } = await requireHeldApplication(userId, applicationId, client);
    const familyId = await lockFamilyOf(client, id);
    await lockApplications(client, [id]);
    if (!familyId || !(await leaveGroup(client, id, familyId))) throw new AppError("not-in-family");
    await recordEvent(client, { applicationId: id, userId, kind: "family-left", data: { familyId } });
  });
}
