import type { Locale } from "@/lib/i18n/locales";
import { compose, emailTranslator, isolate, type Letter } from "./letter";

export type RepresentativeStartedParams = {
  /** Who started it, as they call themselves. */
  name: string;
  /** The address that they have proved to have. */
  email: string;
  /** Absolute address of the page where it is seen and ended, which asks for sign-in. */
  link: string;
};

/** Tells somebody that an application was started in their name, and that they can end it. */
export async function representativeStartedLetter(
  locale: Locale,
  { name, email, link }: RepresentativeStartedParams,
): Promise<Letter> {
  const t = await emailTranslator(locale);
  const who = { name: isolate(name), email: isolate(email) };
  const pieces = [
    { text: t("representative.started.who", who) },
    { text: t("representative.started.means", { name: who.name }) },
    { href: link, label: t("representative.started.link") },
    { text: t("representative.started.signIn") },
    { text: t("representative.started.notYours") },
    { text: t("automatic") },
  ];
  return compose(locale, t("representative.started.subject", { name: who.name }), pieces, link);
}
