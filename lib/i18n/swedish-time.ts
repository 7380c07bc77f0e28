const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", dateStyle: "short" });

/** The calendar day in Sweden at a moment, ISO `YYYY-MM-DD`. Law and deadlines follow it wherever the person is. */
export const swedishDay = (moment: Date = new Date()): string => DAY.format(moment);

/** A moment as shown to people: day and time in Sweden; the caller names the zone. */
export function swedishMoment(moment: Date, format: string): string {
  return new Intl.DateTimeFormat(format, {
    timeZone: "Europe/Stockholm",
    dateStyle: "long",
    timeStyle: "short",
  }).format(moment);
}

/** An ISO day as shown to people. */
export function writtenDay(day: string, format: string): string {
  return new Intl.DateTimeFormat(format, { timeZone: "UTC", dateStyle: "long" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
