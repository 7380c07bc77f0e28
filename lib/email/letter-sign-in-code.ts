import type { Locale } from "@/lib/i18n/locales";
import { compose, emailTranslator, isolate, type Letter } from "./letter";

export type SignInCodeParams = {
  code: string;
  /** How long the code works. */
  minutes: number;
  /** The only place where the code is to be entered, such as `ankomst.example`. */
  site: string;
};

/** The letter with the one-time code. The subject does not hold the code: subjects end up in the logs of mail servers. */
export async function signInCodeLetter(
  locale: Locale,
  { code, minutes, site }: SignInCodeParams,
): Promise<Letter> {
  const t = await emailTranslator(locale);
  const pieces = [
    { value: code, label: t("code.label") },
    { text: t("code.works", { minutes }) },
    { text: t("code.secret", { site: isolate(site) }) },
    { text: t("code.notYou") },
    { text: t("automatic") },
  ];
  return compose(locale, t("code.subject"), pieces, code);
}
