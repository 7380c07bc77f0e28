import { requireHeldApplication } from "@/lib/applications/access";
import { db, type Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

type Consent = { userId: string; applicationId: string; hostCode: string; isShared: boolean };

/** Notes what the applicant has decided; the caller knows that the application is theirs and the host has sent them in. */
export async function setConsentWithin(client: Transaction, consent: Consent): Promise<void> {
  const { userId, applicationId, hostCode, isShared } = consent;
  const decided = { isShared, changedAt: new Date() };
  await client.hostConsent.upsert({
    where: { applicationId_hostCode: { applicationId, hostCode } },
    create: { applicationId, hostCode, ...decided },
    update: decided,
  });
  const data = { host: hostCode, isShared };
  await client.event.create({ data: { applicationId, userId, kind: "host-consent", data } });
}

/**
 * Lets a host see how far an application has come, or no longer. Only for its holder, and a host that sent them in; else
 * `AppError("not-found")`.
 */
export async function setConsent(consent: Consent): Promise<void> {
  const { userId, applicationId, hostCode } = consent;
  await db().$transaction(async (client) => {
    await requireHeldApplication(userId, applicationId, client);
    const sent = await client.hostLink.count({ where: { applicationId, hostCode } });
    if (sent === 0) throw new AppError("not-found");
    await setConsentWithin(client, consent);
  });
}
