import { getTranslations } from "next-intl/server";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { writtenDay } from "@/lib/i18n/swedish-time";
import type { PermitPeriod } from "@/lib/rules";
import { choiceOf } from "@/lib/timeline/held-permits";
import type { Way } from "@/lib/timeline/ways";

/** The words of the timeline in one language, and days as they are written in it. */
export async function timelineWords(locale: Locale) {
  const read = (namespace: string) => getTranslations({ locale, namespace });
  const [t, facts, errors, common] = (await Promise.all(
    ["timeline", "facts", "errors", "common"].map(read),
  )) as [Words, Words, Words, Words];
  const format = formatLocale(locale);
  const month = new Intl.DateTimeFormat(format, { timeZone: "UTC", month: "short", year: "numeric" });
  const choice = (id: string) =>
    facts.has(`currentPermit.options.${id}`) ? facts(`currentPermit.options.${id}`) : t("form.doctoral");
  return {
    t,
    errors,
    common,
    choice,
    permit: (period: Pick<PermitPeriod, "permit" | "doctoral">) => choice(choiceOf(period)),
    day: (day: string) => writtenDay(day, format),
    month: (day: string) => month.format(new Date(`${day}T00:00:00Z`)),
    way: (way: Way) => t(`ways.${way}.name`),
  };
}

type Words = Awaited<ReturnType<typeof getTranslations>>;

export type TimelineWords = Awaited<ReturnType<typeof timelineWords>>;
