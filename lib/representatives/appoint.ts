import { parseEmail } from "@/lib/accounts/email-address";
import { requireHeldApplication } from "@/lib/applications/access";
import { db, type Transaction } from "@/lib/db/client";
import type { Application, Representation } from "@/lib/db/generated/client";
import { lockApplications } from "@/lib/db/locks";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { newInvitation } from "@/lib/invitations/invitations";
import { sendingWithinLimits } from "@/lib/invitations/sending-limits";
import { enqueue } from "@/lib/jobs/queue";
import { applicantName, requireName } from "./names";
import { record } from "./record";

/** Who is asked to represent, and in which language the letter is. */
export type Appointment = { name: string; email: string; locale: Locale };

type Account = { id: string; email: string };

/** The application of this holder, locked while it may still be changed. */
async function lockHeldDraft(
  client: Transaction,
  userId: string,
  applicationId: string,
): Promise<Application> {
  const held = await requireHeldApplication(userId, applicationId, client);
  await lockApplications(client, [held.id]);
  const application = await requireHeldApplication(userId, applicationId, client);
  if (application.state !== "draft") throw new AppError("not-a-draft");
  return application;
}

/** The one representation of an application that has not ended, or null. */
export const liveRepresentation = (
  client: Transaction,
  applicationId: string,
): Promise<Representation | null> =>
  client.representation.findFirst({ where: { applicationId, state: { not: "ended" } } });

function readAppointment(account: Account, { name, email }: Appointment): { name: string; email: string } {
  const address = parseEmail(email);
  if (!address) throw new AppError("not-an-email");
  if (address === account.email) throw new AppError("own-address");
  return { name: requireName(name), email: address };
}

async function invite(client: Transaction, { id, email }: Representation, locale: Locale): Promise<void> {
  const invitation = await newInvitation(client, { representationId: id }, email);
  await enqueue(client, "send-representative-invitation", { invitationId: invitation.id, locale });
}

/**
 * Asks somebody to represent the applicant, with a letter. Nothing opens for them before they have accepted and a power of
 * attorney is there. Throws `AppError`: `not-found`, `not-a-draft`, `bad-name`, `not-an-email`, `own-address`,
 * `own-name-missing` (the letter says who asks), `already-represented` `{ name }`, `too-many-invitations` `{ max }`,
 * `address-invited-often` `{ max }`.
 */
export async function appointRepresentative(
  account: Account,
  applicationId: string,
  appointment: Appointment,
): Promise<Representation> {
  await requireHeldApplication(account.id, applicationId);
  const chosen = readAppointment(account, appointment);
  return sendingWithinLimits(account.id, chosen.email, () =>
    db().$transaction(async (client) => {
      const { id } = await lockHeldDraft(client, account.id, applicationId);
      if (!(await applicantName(id, client))) throw new AppError("own-name-missing");
      const live = await liveRepresentation(client, id);
      if (live) throw new AppError("already-represented", { name: live.name });
      const representation = await client.representation.create({ data: { applicationId: id, ...chosen } });
      await record(client, representation, account.id, "representative-appointed");
      await invite(client, representation, appointment.locale);
      return representation;
    }),
  );
}

async function lockInvited(client: Transaction, userId: string, applicationId: string) {
  const { id } = await lockHeldDraft(client, userId, applicationId);
  const live = await liveRepresentation(client, id);
  if (live?.state !== "invited") throw new AppError("not-invited");
  return live;
}

/**
 * Sends the letter again, with a new link; the old one is dead. Throws as `appointRepresentative`, and
 * `AppError("not-invited")` where nobody is asked any more or they have answered.
 */
export async function inviteAgain(account: Account, applicationId: string, locale: Locale): Promise<void> {
  await requireHeldApplication(account.id, applicationId);
  const live = await liveRepresentation(db(), applicationId);
  if (live?.state !== "invited") throw new AppError("not-invited");
  await sendingWithinLimits(account.id, live.email, () =>
    db().$transaction(async (client) => {
      const representation = await lockInvited(client, account.id, applicationId);
      if (representation.email !== live.email) throw new AppError("not-invited");
      await record(client, representation, account.id, "representative-invited-again");
      await invite(client, representation, locale);
    }),
  );
}

/** Corrects name or address of somebody who has not answered, and sends a new letter. Throws as `inviteAgain`. */
export async function correctAppointment(
  account: Account,
  applicationId: string,
  appointment: Appointment,
): Promise<void> {
  await requireHeldApplication(account.id, applicationId);
  const chosen = readAppointment(account, appointment);
  await sendingWithinLimits(account.id, chosen.email, () =>
    db().$transaction(async (client) => {
      const { id } = await lockInvited(client, account.id, applicationId);
      const representation = await client.representation.update({ where: { id }, data: chosen });
      await record(client, representation, account.id, "representative-corrected");
      await invite(client, representation, appointment.locale);
    }),
  );
}
