import { isolatedName } from "@/lib/documents/file-name";
import { formatLocale, type Locale } from "@/lib/i18n/locales";

/** Names as the language lists them, each in its own direction. */
export const nameList = (locale: Locale, names: readonly string[]): string =>
  new Intl.ListFormat(formatLocale(locale), { type: "conjunction" }).format(names.map(isolatedName));
