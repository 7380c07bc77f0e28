import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishMoment } from "@/lib/i18n/swedish-time";
import { compose, emailTranslator, isolate, type Letter } from "./letter";

export type ReceiptParams = {
  reference: string;
  arrivedAt: Date;
  /** Absolute address of the receipt, which asks for sign-in. */
  link: string;
  /** How many files came with the application. */
  files: number;
};

/** Tells that an application arrived, and where its receipt is. Nothing of what was written in it. */
export async function receiptLetter(locale: Locale, params: ReceiptParams): Promise<Letter> {
  const { reference, arrivedAt, link, files } = params;
  const t = await emailTranslator(locale);
  const pieces = [
    { text: t("receipt.arrived", { when: swedishMoment(arrivedAt, formatLocale(locale)) }) },
    { value: reference, label: t("receipt.reference") },
    { text: t("receipt.files", { files }) },
    { href: link, label: t("receipt.link") },
    { text: t("receipt.signIn") },
    { text: t("receipt.keep") },
    { text: t("automatic") },
  ];
  return compose(locale, t("receipt.subject", { reference: isolate(reference) }), pieces, link);
}
