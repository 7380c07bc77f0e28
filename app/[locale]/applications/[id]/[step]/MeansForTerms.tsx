import { getTranslations } from "next-intl/server";
import { FundsTable } from "@/components/layout/FundsTable";
import { Notice } from "@/components/layout/Notice";
import { CitationRow } from "@/components/rules/CitationRow";
import type { CaseFacts } from "@/lib/flow/steps";
import { termsOfMeans } from "@/lib/flow/terms-of-means";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { writtenDay } from "@/lib/i18n/swedish-time";
import { editionsInForce } from "@/lib/law";

/** How long the permit is by the means, where the law and not the person sets its time: what 12 and 18 months come to. */
export async function MeansForTerms({ facts, locale }: { facts: CaseFacts; locale: Locale }) {
  const found = termsOfMeans(facts, { editions: editionsInForce() });
  const t = await getTranslations({ locale, namespace: "steps" });
  if (!found) return null;
  const { terms, funds } = found;
  const format = formatLocale(locale);
  const money = new Intl.NumberFormat(format);
  const { value, from, until, cites, isExpired, isComputed } = funds.comparedWith;
  const [longest] = terms.slice(-1);
  const months = { short: terms[0]?.months ?? 0, long: longest?.months ?? 0 };
  return (
    <section>
      <h2>{t("means.terms.heading")}</h2>
      <p>{terms.length > 1 ? t("means.terms.choice", months) : t("means.terms.one", months)}</p>
      <FundsTable
        caption={t("means.terms.caption")}
        headers={{ label: t("means.terms.time"), amount: t("means.terms.amount") }}
        rows={terms.map(({ months: count, required }) => ({
          id: String(count),
          label: t("means.terms.months", { months: count }),
          calculation: `${money.format(count)} × ${money.format(funds.perMonth)}`,
          amount: money.format(required),
          kind: "total",
        }))}
      />
      <p>
        {t("means.terms.source", {
          value: money.format(value),
          from: writtenDay(from, format),
          until: until ? writtenDay(until, format) : "…",
        })}
      </p>
      {isComputed ? <p>{t("means.terms.computed")}</p> : null}
      {funds.parameter.value === null ? <p>{t("means.terms.noFixed")}</p> : null}
      {isExpired ? (
        <Notice kind="warning">
          <p>{t("means.terms.expired")}</p>
        </Notice>
      ) : null}
      <CitationRow cites={cites} />
    </section>
  );
}
