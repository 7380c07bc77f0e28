import { createEvents, type DateArray, type EventAttributes } from "ics";
import type { TimelineWords } from "@/components/timeline/timeline-words";
import type { Timeline } from "@/lib/timeline/timeline";

/** Days before the last day of a permit on which the calendar reminds of it; written in hours, since `ics` writes days as `P90DT`, which is no duration. */
const REMINDERS = [90, 14];

function dateOf(day: string): DateArray {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return [year, month, date];
}

/** An event of a whole day: it begins on it and has no end of its own (RFC 5545, 3.6.1). */
const wholeDay = (day: string): Pick<EventAttributes, "start"> & { end: DateArray } => ({
  start: dateOf(day),
  end: dateOf(day),
});

function eventsOf({ present, openings, today }: Timeline, { t, way }: TimelineWords): EventAttributes[] {
  const shared = {
    uid: "",
    description: t("calendar.note"),
    busyStatus: "FREE",
    transp: "TRANSPARENT",
  } as const;
  const opens = openings
    .filter(({ from }) => from > today)
    .map((opening) => ({
      ...shared,
      ...wholeDay(opening.from),
      title: t("calendar.open", { way: way(opening.way) }),
    }));
  if (!present) return opens;
  const title = present.canBeExtended ? t("calendar.extend") : t("calendar.replace");
  const alarms = REMINDERS.map((days) => ({
    action: "display" as const,
    description: title,
    trigger: { hours: days * 24, before: true },
  }));
  const duties = present.duties.map(({ id }) => t(`dates.${id}`));
  const description = [...duties, shared.description].join("\n");
  return [{ ...shared, ...wholeDay(present.period.until), title, description, alarms }, ...opens];
}

/** The dates of a timeline as a file for calendars (RFC 5545), in the language of the words. */
export function calendarFile(timeline: Timeline, words: TimelineWords): string {
  const events = eventsOf(timeline, words).map((event) => ({ ...event, uid: crypto.randomUUID() }));
  const header = { productId: "-//Ankomst//Ankomst//SV", calName: words.t("calendar.name") };
  const { error, value } = createEvents(events, header);
  if (error || !value) throw error ?? new Error("the calendar is empty");
  return value;
}
