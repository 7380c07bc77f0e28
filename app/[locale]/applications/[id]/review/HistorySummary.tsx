import { getTranslations } from "next-intl/server";
import { SummaryList } from "@/components/layout/SummaryList";
import { timelineWords } from "@/components/timeline/timeline-words";
import type { CaseFacts } from "@/lib/flow/steps";
import type { Locale } from "@/lib/i18n/locales";
import { editionsInForce } from "@/lib/law";
import { daysCounted } from "@/lib/timeline/days-counted";

type HistorySummaryProps = { facts: CaseFacts; locale: Locale; base: string };

/** The permits held in their order, with gaps and overlaps, and what the days come to. */
export async function HistorySummary({ facts, locale, base }: HistorySummaryProps) {
  const [t, common, words] = await Promise.all([
    getTranslations({ locale, namespace: "steps" }),
    getTranslations({ locale, namespace: "common" }),
    timelineWords(locale),
  ]);
  const title = t("history.title");
  const { permitHistory = [], decisionDate } = facts;
  const { stretches, days, windowFrom } = daysCounted(permitHistory, decisionDate, editionsInForce());
  const rows = stretches.map((stretch) => ({
    id: `${stretch.kind}-${stretch.from}-${stretch.until}`,
    term: stretch.permit ? words.permit(stretch.permit) : t(`history.${stretch.kind as "gap"}`),
    value: t("history.span", {
      from: words.day(stretch.from),
      until: words.day(stretch.until),
      days: stretch.days,
    }),
  }));
  const none = {
    id: "none",
    term: title,
    missingText: facts.permitHistory ? t("history.none") : common("notAnswered"),
  };
  const sum = {
    id: "sum",
    term: t("history.countsHeader"),
    value: t("history.sum", { days, from: words.day(windowFrom), until: words.day(decisionDate) }),
  };
  return (
    <SummaryList
      heading={title}
      action={{ href: `${base}/history`, label: common("change"), about: title }}
      rows={rows.length > 0 ? [...rows, sum] : [none]}
    />
  );
}
