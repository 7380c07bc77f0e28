import type { Locale } from "@/lib/i18n/locales";
import { compose, emailTranslator, isolate, type Letter } from "./letter";

export type SomethingNewParams = {
  reference: string;
  /** Absolute address of the application, which asks for sign-in. */
  link: string;
  /** Something has come, or something that came still waits. */
  kind: "new" | "waiting";
};

/** Tells that there is something in the case, and where. Never what: mail is read by others too. */
export async function somethingNewLetter(
  locale: Locale,
  { reference, link, kind }: SomethingNewParams,
): Promise<Letter> {
  const t = await emailTranslator(locale);
  const pieces = [
    { text: t(`something.${kind}.text`) },
    { value: reference, label: t("receipt.reference") },
    { href: link, label: t("something.link") },
    { text: t("something.signIn") },
    { text: t("something.notHere") },
    { text: t("automatic") },
  ];
  return compose(locale, t(`something.${kind}.subject`, { reference: isolate(reference) }), pieces, link);
}
