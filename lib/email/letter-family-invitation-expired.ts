import type { Locale } from "@/lib/i18n/locales";
import { compose, emailTranslator, isolate, type Letter } from "./letter";

export type FamilyInvitationExpiredParams = {
  /** Of whom was invited, as the inviter gave it. */
  name: string;
  /** Absolute address of the page about the family, which asks for sign-in. */
  link: string;
};

/** Tells the inviter that an invitation ran out without an answer. */
export async function familyInvitationExpiredLetter(
  locale: Locale,
  { name, link }: FamilyInvitationExpiredParams,
): Promise<Letter> {
  const t = await emailTranslator(locale);
  const pieces = [
    { text: t("familyInvitationExpired.text", { name: isolate(name) }) },
    { text: t("familyInvitationExpired.choice") },
    { href: link, label: t("familyInvitationExpired.link") },
    { text: t("automatic") },
  ];
  return compose(locale, t("familyInvitationExpired.subject"), pieces, link);
}
