/** Swedish is the source language; the order is that of the language switch. */
export const LOCALES = ["sv", "en", "ar"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "en";

const TABLE: Record<Locale, { name: string; dir: "ltr" | "rtl"; format: string }> = {
  sv: { name: "Svenska", dir: "ltr", format: "sv-SE" },
  en: { name: "English", dir: "ltr", format: "en-GB" },
  // Western digits: amounts, dates and citations must match the Swedish letters that the person receives.
  ar: { name: "العربية", dir: "rtl", format: "ar-u-nu-latn" },
};

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && (LOCALES as readonly string[]).includes(value);
}

/** The locale that a form, a cookie or a row names; the default one where it names none. */
export const asLocale = (value: unknown): Locale => (isLocale(value) ? value : DEFAULT_LOCALE);

export const localeName = (locale: Locale) => TABLE[locale].name;
export const textDirection = (locale: Locale) => TABLE[locale].dir;
/** The BCP 47 tag for Intl formatters. */
export const formatLocale = (locale: Locale) => TABLE[locale].format;
