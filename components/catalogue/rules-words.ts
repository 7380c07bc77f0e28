import { getTranslations } from "next-intl/server";
import { groundKey } from "@/components/rules/ground-key";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { writtenDay } from "@/lib/i18n/swedish-time";
import type { Amount, Citation, EditionId, Parameter, PermitId } from "@/lib/rules";
import { EDITIONS } from "@/lib/rules";

/** The words of the pages about the law in one language: of the catalogue itself, and of every id of the rules. */
export async function rulesWords(locale: Locale) {
  const read = (namespace: string) => getTranslations({ locale, namespace });
  const [t, permits, conditions, documents, duties, facts, check] = (await Promise.all(
    ["catalogue", "permits", "conditions", "documents", "duties", "facts", "check"].map(read),
  )) as [Words, Words, Words, Words, Words, Words, Words];
  const format = formatLocale(locale);
  const number = new Intl.NumberFormat(format);
  const day = (iso: string) => writtenDay(iso, format);
  const money = (value: number, currency: string) =>
    new Intl.NumberFormat(format, { style: "currency", currency, maximumFractionDigits: 0 }).format(value);
  const measured = (value: number, unit: string) =>
    unit.startsWith("SEK") || unit === "EUR" ? money(value, unit.slice(0, 3)) : number.format(value);
  return {
    locale,
    t,
    permits,
    conditions,
    documents,
    duties,
    facts,
    check,
    day,
    money,
    edition: (id: EditionId) => {
      const { titleId, from } = EDITIONS.find((edition) => edition.id === id) ?? EDITIONS[0];
      return t("editionFrom", { name: t(`editions.${titleId}`), date: day(from) });
    },
    ground: ([first = ""]: readonly Citation[]) => check(`result.grounds.${groundKey(first)}`),
    quantity: (value: Amount["value"], unit: Parameter["unit"] | string) =>
      value === null
        ? t("amount.none")
        : t(`units.${unit.replace("/", "-")}`, { value: measured(value, unit) }),
    validity: (permit: PermitId, from: string | undefined) =>
      from === undefined ? t("validityNone") : t(`validity.${permit}-${from}`),
    permitHref: (permit: PermitId) => `/${locale}/permits/${permit}`,
  };
}

type Words = Awaited<ReturnType<typeof getTranslations>>;

export type RulesWords = Awaited<ReturnType<typeof rulesWords>>;

type Work = { workHoursPerWeek: number | string; termTimeOnly?: boolean };

/** The right to work in a sentence or two. */
export function workText({ workHoursPerWeek: hours, termTimeOnly }: Work, { check }: RulesWords): string {
  if (typeof hours !== "number") return check(`result.rights.${hours}`);
  const limit = check("result.rights.hours", { hours });
  return termTimeOnly ? `${limit} ${check("result.rights.termTimeOnly")}` : limit;
}
