import { getTranslations } from "next-intl/server";
import type { Field } from "@/lib/flow/fields";
import { COUNTRIES } from "@/lib/rules/countries";
import { formatLocale, type Locale } from "./locales";

type Strings = { label: string; hint?: string; options?: Record<string, string> };

/** The words of fields: `facts.<name>` for a fact, else `steps.fields.<name>`. */
export async function fieldStrings(
  locale: Locale,
  fields: readonly Field[],
): Promise<Record<string, Strings>> {
  const [facts, steps] = await Promise.all([
    getTranslations({ locale, namespace: "facts" }),
    getTranslations({ locale, namespace: "steps" }),
  ]);
  const entries = fields.map((field): [string, Strings] => {
    const t = field.fact ? facts : steps;
    const key = field.fact ? field.name : `fields.${field.name}`;
    const strings: Strings = { label: t(`${key}.label` as never) };
    if (t.has(`${key}.hint` as never)) strings.hint = t(`${key}.hint` as never);
    if (field.options) {
      strings.options = Object.fromEntries(
        field.options.map((value) => [value, t(`${key}.options.${value}` as never)]),
      );
    }
    return [field.name, strings];
  });
  return Object.fromEntries(entries);
}

/** All countries, code and name, sorted as the language sorts. */
export function countryNames(locale: Locale): [string, string][] {
  const names = new Intl.DisplayNames([formatLocale(locale)], { type: "region" });
  const compare = new Intl.Collator(formatLocale(locale)).compare;
  return [...COUNTRIES]
    .map((code): [string, string] => [code, names.of(code) ?? code])
    .sort(([, a], [, b]) => compare(a, b));
}

export type SharedStrings = Record<
  "yes" | "no" | "day" | "month" | "year" | "optional" | "choose",
  string
> & {
  countries?: [string, string][];
};

/** The words that fields share, with the names of countries where one is asked for. */
export async function sharedStrings(locale: Locale, fields: readonly Field[]): Promise<SharedStrings> {
  const t = await getTranslations({ locale, namespace: "common" });
  const shared: SharedStrings = {
    yes: t("yes"),
    no: t("no"),
    day: t("day"),
    month: t("month"),
    year: t("year"),
    optional: t("optional"),
    choose: t("choose"),
  };
  if (fields.some(({ kind }) => kind === "country")) shared.countries = countryNames(locale);
  return shared;
}
