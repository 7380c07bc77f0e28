import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay, writtenDay } from "@/lib/i18n/swedish-time";
import { compose, emailTranslator, isolate, type Letter } from "./letter";

export type RepresentativeInvitationParams = {
  /** Who asks, as their application has the name. */
  personName: string;
  /** Who is asked, as that person wrote it. */
  name: string;
  /** Absolute address with the token in it. */
  link: string;
  until: Date;
};

/** Asks somebody to represent an applicant. Says who asks, and nothing of the case. */
export async function representativeInvitationLetter(
  locale: Locale,
  { personName, name, link, until }: RepresentativeInvitationParams,
): Promise<Letter> {
  const t = await emailTranslator(locale);
  const person = isolate(personName);
  const pieces = [
    { text: t("representative.invitation.hello", { name: isolate(name) }) },
    { text: t("representative.invitation.asks", { person }) },
    { text: t("representative.invitation.means", { person }) },
    { href: link, label: t("representative.invitation.link") },
    {
      text: t("representative.invitation.until", {
        until: writtenDay(swedishDay(until), formatLocale(locale)),
      }),
    },
    { text: t("representative.invitation.notYou", { person }) },
    { text: t("automatic") },
  ];
  return compose(locale, t("representative.invitation.subject", { person }), pieces, link);
}
