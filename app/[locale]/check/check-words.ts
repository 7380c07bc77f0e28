import { getTranslations } from "next-intl/server";
import type { CheckStrings, CheckWords } from "@/components/check/check-strings";
import { asksFor } from "@/lib/flow/asks";
import { factField } from "@/lib/flow/fact-field";
import { factsOf, QUESTIONS, type Question } from "@/lib/flow/questions";
import { PURPOSES } from "@/lib/flow/walk-start";
import { sharedStrings } from "@/lib/i18n/field-strings";
import { formatLocale, LOCALES, type Locale, localeName } from "@/lib/i18n/locales";
import { messagesFor } from "@/lib/i18n/messages";
import { PERMITS, type PermitId, VOLUNTARY_FACTS } from "@/lib/rules";

type Words<T> = Partial<Record<string, T>>;

const permitsChecked = [...new Set<PermitId>(PURPOSES.map(({ facts }) => facts.permit))];

/** Only the words that these permits can need: they travel with the page. */
function only<T>(words: Words<T>, ids: Iterable<string>): Words<T> {
  return Object.fromEntries([...new Set(ids)].map((id) => [id, words[id]]));
}

const factsAsked = (today: string) =>
  (QUESTIONS as readonly Question[])
    .flatMap(factsOf)
    .filter((id) =>
      permitsChecked.some(
        (permit) => asksFor(permit, id, today) || VOLUNTARY_FACTS.some((one) => one === id),
      ),
    );

/** Every word that the check may show in the language. Messages go raw: numbers and days are put in by the browser. */
export async function checkStrings(locale: Locale, today: string): Promise<CheckStrings> {
  const [all, shared, t] = await Promise.all([
    messagesFor(locale),
    sharedStrings(locale, [factField("citizenship")]),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const area = <T>(name: string) => all[name] as Words<T>;
  const permits = permitsChecked.map((id) => PERMITS[id]);
  const alternatives = permits.flatMap((permit) => permit.alternatives.map(({ id }) => id));
  return {
    locale,
    format: formatLocale(locale),
    name: t("name"),
    words: all.check as CheckWords,
    facts: only(area("facts"), factsAsked(today)),
    conditions: only(area("conditions"), [
      "apply-before-entry",
      ...permits.flatMap(({ conditions }) => conditions.map(({ id }) => id)),
    ]),
    documents: only(
      area("documents"),
      permits.flatMap(({ documents }) => documents.map(({ id }) => id)),
    ),
    duties: only(
      area("duties"),
      permits.flatMap(({ duties }) => duties.map(({ id }) => id)),
    ),
    permits: only(area("permits"), [...permitsChecked, ...alternatives]),
    shared,
    errors: (all.errors as { fields: CheckStrings["errors"] }).fields,
    languages: LOCALES.map((other) => ({ locale: other, name: localeName(other) })),
  };
}
