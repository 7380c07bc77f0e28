import { db } from "@/lib/db/client";
import { representativeInvitationLetter } from "@/lib/email/letter-representative-invitation";
import { representativeNewsLetter } from "@/lib/email/letter-representative-news";
import { representativeStartedLetter } from "@/lib/email/letter-representative-started";
import { sendEmail } from "@/lib/email/send";
import { env } from "@/lib/env";
import { asLocale } from "@/lib/i18n/locales";
import { invitationToken, stateOfInvitation } from "@/lib/invitations/invitations";
import type { Jobs } from "@/lib/jobs/queue";
import { applicantName, nameInLetter } from "./names";

const localeOf = (value: string) => asLocale(value);

/** The letter with the link, unless it was replaced, revoked or answered meanwhile. */
export async function sendRepresentativeInvitation(
  data: Jobs["send-representative-invitation"],
): Promise<void> {
  const { invitationId, locale } = data;
  const invitation = await db().invitation.findUnique({
    where: { id: invitationId },
    include: { representation: true },
  });
  if (!invitation?.representation || stateOfInvitation(invitation) !== "open") return;
  const { applicationId, name } = invitation.representation;
  const letter = await representativeInvitationLetter(locale, {
    personName: await applicantName(applicationId),
    name: nameInLetter(name),
    link: `${env().APP_URL}/${locale}/represent/${invitationToken(invitationId)}`,
    until: invitation.expiresAt,
  });
  await sendEmail(invitation.email, letter);
}

const withHolder = { application: { include: { user: true } }, user: true } as const;

/** Tells somebody that an application was started for them, by whom, and how to end it. */
export async function sendRepresentativeStarted(data: Jobs["send-representative-started"]): Promise<void> {
  const { representationId, locale } = data;
  const found = await db().representation.findUnique({
    where: { id: representationId },
    include: withHolder,
  });
  if (!found?.user) return;
  const letter = await representativeStartedLetter(locale, {
    name: nameInLetter(found.name),
    email: found.user.email,
    link: `${env().APP_URL}/${locale}/applications/${found.applicationId}/representative`,
  });
  await sendEmail(found.application.user.email, letter);
}

/** Tells the holder what a representative did, or the representative that it has ended. */
export async function sendRepresentativeNews(data: Jobs["send-representative-news"]): Promise<void> {
  const { representationId, news } = data;
  const found = await db().representation.findUnique({
    where: { id: representationId },
    include: withHolder,
  });
  if (!found) return;
  const { application, user, name } = found;
  if (news === "open" || news === "ended") {
    if (!user) return;
    const locale = localeOf(user.locale);
    const page = news === "open" ? `representations/${representationId}` : "applications";
    const link = `${env().APP_URL}/${locale}/${page}`;
    const letter = await representativeNewsLetter(locale, {
      news,
      name: await applicantName(application.id),
      link,
    });
    await sendEmail(user.email, letter);
    return;
  }
  const locale = localeOf(application.user.locale);
  const link = `${env().APP_URL}/${locale}/applications/${application.id}/representative`;
  const letter = await representativeNewsLetter(locale, { news, name: nameInLetter(name), link });
  await sendEmail(application.user.email, letter);
}
