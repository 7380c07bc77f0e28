import type { Locale } from "./locales";

/** One file an area in every locale's folder; the file's name is the namespace. */
export const AREAS = [
  "common",
  "start",
  "permits",
  "facts",
  "conditions",
  "documents",
  "duties",
  "check",
  "account",
  "applications",
  "steps",
  "uploads",
  "receipt",
  "email",
  "errors",
  "catalogue",
  "timeline",
  "addresses",
  "cases",
  "writing",
  "decisions",
  "families",
  "representatives",
  "hosts",
] as const;

type Messages = Record<string, unknown>;

/** All messages of a locale, by area. */
export async function messagesFor(locale: Locale): Promise<Messages> {
  const areas = await Promise.all(
    AREAS.map(
      async (area) => [area, (await import(`../../messages/${locale}/${area}.json`)).default] as const,
    ),
  );
  return Object.fromEntries(areas);
}
