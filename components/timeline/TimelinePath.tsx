import { PathTimeline, type PathYear } from "@/components/pictures/PathTimeline";
import { dayAfter } from "@/lib/rules/calendar";
import type { CountedPeriod, Timeline } from "@/lib/timeline/timeline";
import type { TimelineWords } from "./timeline-words";

type Counting = "both" | "four" | "business" | "none";

function countingOf({ countsFor }: Pick<CountedPeriod, "countsFor">): Counting {
  if (countsFor.includes("three-unbroken-years")) return "both";
  if (countsFor.includes("four-years")) return "four";
  return countsFor.includes("two-years-of-business") ? "business" : "none";
}

const BAND = { both: "full", four: "half", business: "full", none: "none" } as const;

type Stretch = PathYear & { from: string };

const spanOf = ({ t, month }: TimelineWords, from: string, until: string) =>
  month(from) === month(until) ? month(from) : t("path.span", { from: month(from), until: month(until) });

function permits({ periods }: Timeline, words: TimelineWords): Stretch[] {
  return periods.map((period, index) => {
    const counting = countingOf(period);
    return {
      id: `permit-${index}`,
      from: period.from,
      when: spanOf(words, period.from, period.until),
      title: words.permit(period),
      detail: words.t(`path.counts.${counting}`),
      counts: BAND[counting],
      isHere: period.isPresent,
    };
  });
}

const gaps = ({ breaks }: Timeline, words: TimelineWords): Stretch[] =>
  breaks.gaps.map(({ from, until, days }) => ({
    id: `gap-${from}`,
    from,
    when: spanOf(words, from, until),
    title: words.t("path.gap"),
    detail: words.t("path.gapDetail", { days }),
    counts: "none",
  }));

/** What is assumed to follow the permits until the time is enough, and the day itself. */
function ahead(
  { openings, coveredUntil, runsOn, periods, today }: Timeline,
  words: TimelineWords,
): PathYear[] {
  const [first] = openings;
  if (!first) return [];
  const { t } = words;
  const last = periods.find(({ until }) => until === coveredUntil);
  const goal: PathYear = {
    id: "goal",
    when: first.from <= today ? t("path.here") : words.day(first.from),
    title: t("path.goal"),
    detail: t("path.goalDetail", { way: words.way(first.way) }),
    isGoal: true,
  };
  if (!runsOn || coveredUntil === null || first.from <= coveredUntil || first.from <= today || !last)
    return [goal];
  const extension: PathYear = {
    id: "extension",
    when: spanOf(words, dayAfter(coveredUntil), first.from),
    title: t("path.extension"),
    detail: t("path.extensionDetail"),
    counts: BAND[countingOf(last)] === "none" ? "none" : "half",
  };
  return [extension, goal];
}

/** The permits as a way with the present marked and the goal at its end. */
export function TimelinePath({ timeline, words }: { timeline: Timeline; words: TimelineWords }) {
  const past = [...permits(timeline, words), ...gaps(timeline, words)].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );
  return (
    <PathTimeline
      label={words.t("path.label")}
      hereText={words.t("path.here")}
      years={[...past, ...ahead(timeline, words)]}
    />
  );
}
