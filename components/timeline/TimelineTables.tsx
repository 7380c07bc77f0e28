import { SummaryList } from "@/components/layout/SummaryList";
import { Table, type TableRow } from "@/components/layout/Table";
import { CitationRow } from "@/components/rules/CitationRow";
import type { Citation } from "@/lib/rules";
import type { Timeline } from "@/lib/timeline/timeline";
import { CITES, WAYS, type Way } from "@/lib/timeline/ways";
import type { TimelineWords } from "./timeline-words";

type PartProps = { timeline: Timeline; words: TimelineWords };

function noteOn(way: Way, { openings, coveredUntil }: Timeline, { t, day }: TimelineWords): string {
  const opening = openings.find((one) => one.way === way);
  if (!opening) return "";
  const notes = [
    coveredUntil !== null && opening.from > coveredUntil
      ? t("ways.extension", { date: day(coveredUntil) })
      : "",
    opening.until ? t("ways.until", { date: day(opening.until) }) : "",
    way === "two-years-of-business" ? t("ways.established") : "",
  ];
  return notes.filter(Boolean).join(". ");
}

/** Each way to permanent residence, with the first day on which it is open. */
export function WaysTable({ timeline, words }: PartProps) {
  const { t, day } = words;
  const rows = WAYS.map((way): TableRow => {
    const opening = timeline.openings.find((one) => one.way === way);
    const name = (
      <>
        {t(`ways.${way}.title`)}
        <CitationRow cites={CITES[way]} />
      </>
    );
    const from = opening ? day(opening.from) : t("ways.never");
    return { id: way, cells: { way: name, from, note: noteOn(way, timeline, words) || "–" } };
  });
  const columns = (["way", "from", "note"] as const).map((id) => ({ id, header: t(`ways.${id}`) }));
  return <Table caption={t("ways.heading")} columns={columns} rows={rows} />;
}

type DateEntry = { id: string; day: string; when: string; what: string; cites: readonly Citation[] };

/** The last day of the present permit, what holds until then, and the days from which a way is open. */
function datesOf({ present, openings, today }: Timeline, words: TimelineWords): DateEntry[] {
  const { t, day } = words;
  const opens = openings
    .filter(({ from }) => from > today)
    .map(({ way, from }) => ({
      id: way,
      day: from,
      when: t("dates.from", { date: day(from) }),
      what: t("dates.open", { way: words.way(way) }),
      cites: CITES[way],
    }));
  if (!present) return opens;
  const { period, canBeExtended, duties } = present;
  const last = period.until;
  const what = canBeExtended ? t("dates.extend") : t("dates.replace");
  const until = t("dates.until", { date: day(last) });
  return [
    ...duties.map(({ id, cites }) => ({
      id,
      day: last,
      when: until,
      what: t(`dates.${id}`),
      cites,
    })),
    { id: "last", day: last, when: day(last), what, cites: [] },
    ...opens,
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** What to do until when, the earliest first. */
export function DatesList({ timeline, words }: PartProps) {
  const rows = datesOf(timeline, words).map(({ id, when, what, cites }) => {
    const value = (
      <>
        <p>{what}</p>
        <CitationRow cites={cites} />
      </>
    );
    return { id, term: when, value };
  });
  return rows.length > 0 ? <SummaryList heading={words.t("dates.heading")} rows={rows} /> : null;
}
