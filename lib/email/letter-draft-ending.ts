import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { writtenDay } from "@/lib/i18n/swedish-time";
import { compose, emailTranslator, isolate, type Letter } from "./letter";

export type DraftEndingParams = {
  reference: string;
  /** ISO day in Sweden. */
  deletedOn: string;
  /** Absolute address of the draft, which asks for sign-in. */
  link: string;
};

/** Warns that a draft that nobody uses is going to be deleted. */
export async function draftEndingLetter(
  locale: Locale,
  { reference, deletedOn, link }: DraftEndingParams,
): Promise<Letter> {
  const t = await emailTranslator(locale);
  const day = writtenDay(deletedOn, formatLocale(locale));
  const pieces = [
    { text: t("draftEnding.text", { day }) },
    { value: reference, label: t("receipt.reference") },
    { text: t("draftEnding.keep") },
    { href: link, label: t("draftEnding.link") },
    { text: t("draftEnding.nothing") },
    { text: t("automatic") },
  ];
  return compose(locale, t("draftEnding.subject", { reference: isolate(reference) }), pieces, link);
}
