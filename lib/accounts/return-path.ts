import { isLocale, type Locale } from "@/lib/i18n/locales";

const MAX_LENGTH = 500;
/** Any origin will do: what resolves to another one is not a path of this site. */
const SITE = "http://site.invalid";

/**
 * A path of this site to go on to after sign-in, in the given language, or undefined for anything else: another site in any
 * disguise, a path outside the languages, or sign-in itself.
 */
export function safeReturnPath(asked: unknown, locale: Locale): string | undefined {
  if (typeof asked !== "string" || asked.length > MAX_LENGTH || !/^\/[!-~]*$/.test(asked)) return undefined;
  if (asked.includes("\\") || !URL.canParse(asked, SITE)) return undefined;
  const { origin, pathname, search } = new URL(asked, SITE);
  const [, first, ...rest] = pathname.split("/");
  if (origin !== SITE || !isLocale(first) || rest[0] === "sign-in") return undefined;
  return `${["", locale, ...rest].join("/")}${search}`;
}

/** Where somebody goes who did not ask for anything in particular. */
export const homePath = (locale: Locale) => `/${locale}/applications`;
