import { db } from "@/lib/db/client";
import { deliver } from "@/lib/delivery/deliveries";
import { receiptLetter } from "@/lib/email/letter-receipt";
import { sendEmail } from "@/lib/email/send";
import { env } from "@/lib/env";
import { sendFamilyInvitation, tellFamilyInvitationExpired } from "@/lib/families/letters";
import { sendLinks } from "@/lib/hosts/send-links";
import { asLocale } from "@/lib/i18n/locales";
import { sendSomethingNew } from "@/lib/messages/tell";
import { sendDraftEnding } from "@/lib/own-data/unused-drafts";
import { receiptOf } from "@/lib/receipts/receipt";
import {
  sendRepresentativeInvitation,
  sendRepresentativeNews,
  sendRepresentativeStarted,
} from "@/lib/representatives/letters";
import type { JobName, Jobs } from "./queue";

/** Tells the account's address that an application arrived, in the language in which it was sent. */
async function sendReceipt({ submissionId }: Jobs["send-receipt"]): Promise<void> {
  const submission = await db().submission.findUnique({
    where: { id: submissionId },
    include: { application: { include: { user: true } } },
  });
  // Deleted with its account meanwhile: there is nobody to tell.
  if (!submission) return;
  const { reference, arrivedAt, files } = receiptOf(submission);
  const locale = asLocale(submission.locale);
  const link = `${env().APP_URL}/${locale}/applications/${submission.applicationId}/receipt`;
  const letter = await receiptLetter(locale, { reference, arrivedAt, link, files: files.length });
  await sendEmail(submission.application.user.email, letter);
}

/** What is done for each kind of job. A handler that throws is tried again, so each may run twice. */
export const JOB_HANDLERS: { [N in JobName]: (data: Jobs[N]) => Promise<void> } = {
  "send-receipt": sendReceipt,
  "send-family-invitation": sendFamilyInvitation,
  "tell-family-invitation-expired": tellFamilyInvitationExpired,
  "send-representative-invitation": sendRepresentativeInvitation,
  "send-representative-started": sendRepresentativeStarted,
  "send-representative-news": sendRepresentativeNews,
  "tell-something-new": sendSomethingNew,
  "deliver-submission": deliver,
  "send-draft-ending": sendDraftEnding,
  "send-host-links": ({ linkIds }) => sendLinks(linkIds),
};
