import { getTranslations } from "next-intl/server";
import type { Locale } from "./locales";

/** The name of what a file was given for. */
export async function documentTitle(locale: Locale): Promise<(requirement: string) => string> {
  const [documents, uploads] = await Promise.all([
    getTranslations({ locale, namespace: "documents" }),
    getTranslations({ locale, namespace: "uploads" }),
  ]);
  return (requirement) =>
    requirement === "other" ? uploads("other.title" as never) : documents(`${requirement}.title` as never);
}
