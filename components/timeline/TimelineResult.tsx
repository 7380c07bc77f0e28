import { Button } from "@/components/form/Button";
import { Hint } from "@/components/form/Hint";
import { Notice } from "@/components/layout/Notice";
import type { PermitPeriod } from "@/lib/rules";
import type { Timeline } from "@/lib/timeline/timeline";
import { TimelinePath } from "./TimelinePath";
import { DatesList, WaysTable } from "./TimelineTables";
import type { TimelineWords } from "./timeline-words";

type PartProps = { timeline: Timeline; words: TimelineWords };

function Answer({ timeline, words, permanentHref }: PartProps & { permanentHref: string }) {
  const { t, day, way } = words;
  const [first] = timeline.openings;
  const other = (
    <p>
      {t("result.other")} <a href={permanentHref}>{t("result.conditions")}</a>
    </p>
  );
  if (!first) {
    return (
      <Notice kind="warning" heading={t("result.none.heading")}>
        <p>{t("result.none.text")}</p>
        {other}
      </Notice>
    );
  }
  const isOpen = first.from <= timeline.today;
  const { coveredUntil } = timeline;
  const told = { date: day(first.from), way: way(first.way) };
  return (
    <Notice
      kind={isOpen ? "success" : "info"}
      heading={isOpen ? t("result.open.heading") : t("result.later.heading", told)}
    >
      <p>{isOpen ? t("result.open.text", told) : t("result.later.text", told)}</p>
      {coveredUntil !== null && first.from > coveredUntil ? (
        <p>{t("result.extended", { date: day(coveredUntil) })}</p>
      ) : null}
      {first.until ? <p>{t("result.closes", { date: day(first.until) })}</p> : null}
      {other}
    </Notice>
  );
}

function Breaks({ timeline: { breaks, present }, words: { t, day } }: PartProps) {
  const { gaps, overlaps } = breaks;
  if (gaps.length + overlaps.length === 0 && present) return null;
  return (
    <Notice kind="warning" heading={t("notes.heading")}>
      {present ? null : <p>{t("notes.notToday")}</p>}
      {gaps.map(({ from, until, days }) => (
        <p key={from}>{t("notes.gap", { from: day(from), until: day(until), days })}</p>
      ))}
      {overlaps.map(({ from, until }) => (
        <p key={from}>{t("notes.overlap", { from: day(from), until: day(until) })}</p>
      ))}
    </Notice>
  );
}

const ALWAYS = ["decision", "days", "four", "may"] as const;

function Assumptions({ timeline: { runsOn, today }, words: { t, day } }: PartProps) {
  return (
    <section>
      <h2>{t("assumptions.heading")}</h2>
      <ul>
        {runsOn ? <li>{t("assumptions.runsOn")}</li> : null}
        {ALWAYS.map((id) => (
          <li key={id}>{t(`assumptions.${id}`)}</li>
        ))}
        <li>{t("assumptions.law", { date: day(today) })}</li>
      </ul>
    </section>
  );
}

type CalendarProps = { periods: readonly PermitPeriod[]; locale: string; words: TimelineWords };

function CalendarForm({ periods, locale, words: { t } }: CalendarProps) {
  const held = periods.map(({ permit, doctoral, from, until }) => ({ permit, doctoral, from, until }));
  return (
    <form method="post" action="/api/calendar" className="no-print">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="permits" value={JSON.stringify(held)} />
      <Button variant="secondary">{t("calendar.button")}</Button>
      <Hint>{t("calendar.hint")}</Hint>
    </form>
  );
}

type TimelineResultProps = PartProps & { locale: string };

/** What the permits mean: the answer, the way as a picture, the days as tables and as a file for a calendar. */
export function TimelineResult({ timeline, words, locale }: TimelineResultProps) {
  const hasDates = timeline.present !== null || timeline.openings.length > 0;
  return (
    <>
      <Answer timeline={timeline} words={words} permanentHref={`/${locale}/permits/permanent`} />
      <Breaks timeline={timeline} words={words} />
      <h2>{words.t("path.heading")}</h2>
      <TimelinePath timeline={timeline} words={words} />
      <DatesList timeline={timeline} words={words} />
      {hasDates ? <CalendarForm periods={timeline.periods} locale={locale} words={words} /> : null}
      <WaysTable timeline={timeline} words={words} />
      <Assumptions timeline={timeline} words={words} />
    </>
  );
}
