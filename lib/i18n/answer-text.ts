import { getTranslations } from "next-intl/server";
import type { AnswerValue, Field } from "@/lib/flow/fields";
import { formatLocale, type Locale } from "./locales";
import { writtenDay } from "./swedish-time";

/** Says an answer as a person would read it: labels for codes, dates and amounts in the manner of the language. */
export async function answerTexts(locale: Locale): Promise<(field: Field, value: AnswerValue) => string> {
  const [facts, steps, common] = await Promise.all([
    getTranslations({ locale, namespace: "facts" }),
    getTranslations({ locale, namespace: "steps" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const format = formatLocale(locale);
  const countries = new Intl.DisplayNames([format], { type: "region" });
  const money = new Intl.NumberFormat(format, {
    style: "currency",
    currency: "SEK",
    maximumFractionDigits: 0,
  });
  const number = new Intl.NumberFormat(format);
  return ({ kind, fact, name }, value) => {
    switch (kind) {
      case "yes-no":
      case "confirm":
        return common(value ? "yes" : "no");
      case "date":
        return writtenDay(String(value), format);
      case "country":
        return countries.of(String(value)) ?? String(value);
      case "money":
        return money.format(Number(value));
      case "number":
        return number.format(Number(value));
      case "choice":
        return fact
          ? facts(`${name}.options.${value}` as never)
          : steps(`fields.${name}.options.${value}` as never);
      default:
        return String(value);
    }
  };
}
