import { db, type Transaction } from "@/lib/db/client";
import { somethingNewLetter } from "@/lib/email/letter-something-new";
import { sendEmail } from "@/lib/email/send";
import { env } from "@/lib/env";
import { asLocale } from "@/lib/i18n/locales";
import { enqueue, type Jobs } from "@/lib/jobs/queue";

/** Something has come, or something that came still waits. */
type Kind = Jobs["tell-something-new"]["kind"];

/** Queues a letter that says that there is something in the case, never what; it goes out if the transaction commits. */
export const tellApplicant = (
  client: Transaction,
  applicationId: string,
  kind: Kind = "new",
): Promise<void> => enqueue(client, "tell-something-new", { applicationId, kind });

/** Tells the holder and whoever represents them, each in the language of their account. */
export async function sendSomethingNew({ applicationId, kind }: Jobs["tell-something-new"]): Promise<void> {
  const application = await db().application.findUnique({
    where: { id: applicationId },
    include: {
      user: true,
      representations: { where: { state: "active" }, include: { user: true } },
    },
  });
  // Deleted with its account meanwhile: there is nobody to tell.
  if (!application) return;
  const { reference, user, representations } = application;
  for (const { email, locale: chosen } of [user, ...representations.flatMap((one) => one.user ?? [])]) {
    const locale = asLocale(chosen);
    const link = `${env().APP_URL}/${locale}/applications/${applicationId}`;
    await sendEmail(email, await somethingNewLetter(locale, { reference, link, kind }));
  }
}
