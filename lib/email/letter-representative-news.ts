import type { Locale } from "@/lib/i18n/locales";
import { compose, emailTranslator, isolate, type Letter } from "./letter";

export type RepresentativeNewsParams = {
  /** `open` and `ended` go to the representative, the latter without a reason; the others go to the applicant. */
  news: "accepted" | "declined" | "let-in" | "left" | "open" | "ended";
  /** The other one of the two. */
  name: string;
  link: string;
};

/** Tells an applicant what their representative did, or a representative that it has ended. Nothing of the case. */
export async function representativeNewsLetter(
  locale: Locale,
  { news, name, link }: RepresentativeNewsParams,
): Promise<Letter> {
  const t = await emailTranslator(locale);
  const who = { name: isolate(name) };
  const pieces = [
    { text: t(`representative.news.${news}.text`, who) },
    { href: link, label: t(`representative.news.${news}.link`) },
    { text: t("automatic") },
  ];
  return compose(locale, t(`representative.news.${news}.subject`, who), pieces, link);
}
