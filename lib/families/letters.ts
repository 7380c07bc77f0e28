import { db } from "@/lib/db/client";
import { familyInvitationLetter } from "@/lib/email/letter-family-invitation";
import { familyInvitationExpiredLetter } from "@/lib/email/letter-family-invitation-expired";
import { sendEmail } from "@/lib/email/send";
import { env } from "@/lib/env";
import { asLocale, type Locale } from "@/lib/i18n/locales";
import { invitationToken, stateOfInvitation } from "@/lib/invitations/invitations";
import type { Jobs } from "@/lib/jobs/queue";

async function invitationOf(id: string) {
  const invitation = await db().invitation.findUnique({
    where: { id },
    include: {
      member: {
        include: {
          family: {
            include: {
              members: {
                where: { role: "main", state: "joined" },
                include: { application: { include: { user: true } } },
              },
            },
          },
        },
      },
    },
  });
  const [main] = invitation?.member?.family.members ?? [];
  if (!invitation?.member || !main?.application) return null;
  const { application } = main;
  const locale: Locale = asLocale(application.locale);
  return { invitation, member: invitation.member, inviter: main.name, application, locale };
}

/** Sends the link to the invited address, in the language of the inviter; nothing where it was answered or taken back meanwhile. */
export async function sendFamilyInvitation(job: Jobs["send-family-invitation"]): Promise<void> {
  const found = await invitationOf(job.invitationId);
  if (!found || stateOfInvitation(found.invitation) !== "open") return;
  const { invitation, inviter, locale } = found;
  const letter = await familyInvitationLetter(locale, {
    inviter,
    link: `${env().APP_URL}/${locale}/join/${invitationToken(invitation.id)}`,
    expiresAt: invitation.expiresAt,
    isReminder: job.isReminder,
  });
  await sendEmail(invitation.email, letter);
}

/** Tells the inviter that nobody answered; nothing where they have sent it again meanwhile. */
export async function tellFamilyInvitationExpired(
  job: Jobs["tell-family-invitation-expired"],
): Promise<void> {
  const found = await invitationOf(job.invitationId);
  if (found?.member.state !== "invited") return;
  const { invitation, member, application, locale } = found;
  const later = { memberId: member.id, createdAt: { gt: invitation.createdAt } };
  if (await db().invitation.count({ where: later })) return;
  const letter = await familyInvitationExpiredLetter(locale, {
    name: member.name,
    link: `${env().APP_URL}/${locale}/applications/${application.id}/family`,
  });
  await sendEmail(application.user.email, letter);
}
