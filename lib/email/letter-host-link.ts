import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay, writtenDay } from "@/lib/i18n/swedish-time";
import { compose, emailTranslator, type Letter } from "./letter";

export type HostLinkParams = {
  /** The host's name in the letter's language. */
  host: string;
  link: string;
  expiresAt: Date;
};

/** The letter with which a host sends somebody in. It names the host, and tells nothing of what the host says of the person. */
export async function hostLinkLetter(locale: Locale, params: HostLinkParams): Promise<Letter> {
  const { host, link, expiresAt } = params;
  const t = await emailTranslator(locale);
  const day = writtenDay(swedishDay(expiresAt), formatLocale(locale));
  const pieces = [
    { text: t("hostLink.text", { host }) },
    { href: link, label: t("hostLink.link") },
    { text: t("hostLink.until", { day }) },
    { text: t("hostLink.yours") },
    { text: t("hostLink.notYou", { host }) },
    { text: t("automatic") },
  ];
  return compose(locale, t("hostLink.subject", { host }), pieces, link);
}
