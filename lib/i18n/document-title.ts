import { getTranslations } from "next-intl/server";
import type { Locale } from "./locales";

/** The name of what a file was given for. */
export async function documentTitle(locale: Locale): Promise<(requirement: string) => string> {
  const [documents, uploads] = await Promise.all([
    getTranslations({ locale, namespace: "documents" }),
    getTranslations({ locale, namespace: "uploads" }),
  ]);
  return (requirement) => {
    const key = `${requirement}.title` as never;
    // What the rules do not ask for has its words beside the uploads.
    return uploads.has(key) ? uploads(key) : documents(key);
  };
}
