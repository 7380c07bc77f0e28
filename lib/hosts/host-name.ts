import type { Locale } from "@/lib/i18n/locales";

export type HostName = { nameSv: string; nameEn: string };

/** The name by which readers of a language know a host: the Swedish one, and for everyone else the English one. */
export const hostName = ({ nameSv, nameEn }: HostName, locale: Locale): string =>
  locale === "sv" ? nameSv : nameEn;
