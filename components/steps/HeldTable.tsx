import { getTranslations } from "next-intl/server";
import { Table } from "@/components/layout/Table";
import type { TimelineWords } from "@/components/timeline/timeline-words";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import type { DaysCounted, Stretch } from "@/lib/timeline/days-counted";

type HeldTableProps = { counted: DaysCounted; today: string; locale: Locale; words: TimelineWords };

function countingOf({ kind, countsFor = [] }: Stretch) {
  if (kind !== "permit") return kind;
  if (countsFor.includes("three-unbroken-years")) return "both";
  if (countsFor.includes("four-years")) return "four";
  return countsFor.includes("two-years-of-business") ? "business" : "none";
}

/** Each permit held, each gap and overlap, with its days and how they count, and what the days come to. */
export async function HeldTable({ counted, today, locale, words }: HeldTableProps) {
  const t = await getTranslations({ locale, namespace: "steps" });
  const number = new Intl.NumberFormat(formatLocale(locale));
  const { stretches, windowFrom, days, unbrokenSince } = counted;
  const rows = stretches.map((stretch) => ({
    id: `${stretch.kind}-${stretch.from}-${stretch.until}`,
    cells: {
      what: stretch.permit ? words.permit(stretch.permit) : t(`history.${stretch.kind as "gap"}`),
      from: words.day(stretch.from),
      until: words.day(stretch.until),
      days: number.format(stretch.days),
      counts: t(`history.counts.${countingOf(stretch)}`),
    },
  }));
  const columns = [
    { id: "what", header: t("history.what") },
    { id: "from", header: t("history.from") },
    { id: "until", header: t("history.until") },
    { id: "days", header: t("history.days"), isNumeric: true },
    { id: "counts", header: t("history.countsHeader") },
  ];
  return (
    <>
      <Table caption={t("history.caption")} columns={columns} rows={rows} />
      <p>{t("history.sum", { days, from: words.day(windowFrom), until: words.day(today) })}</p>
      <p>
        {unbrokenSince ? t("history.unbroken", { from: words.day(unbrokenSince) }) : t("history.notUnbroken")}
      </p>
    </>
  );
}
