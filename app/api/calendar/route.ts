import { timelineWords } from "@/components/timeline/timeline-words";
import { readOwnForm, refused } from "@/lib/accounts/same-site";
import { problem } from "@/lib/http/problem";
import { asLocale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { editionsInForce } from "@/lib/law";
import type { PermitPeriod } from "@/lib/rules";
import { parseFacts } from "@/lib/rules/facts-schema";
import { MOST_ROWS } from "@/lib/timeline/held-permits";
import { timelineOf } from "@/lib/timeline/timeline";
import { calendarFile } from "./calendar-file";

function permitsOf(text: string | null): readonly PermitPeriod[] | null {
  try {
    const parsed = parseFacts({ permitHistory: JSON.parse(text ?? "") });
    const permits = parsed.ok ? parsed.facts.permitHistory : undefined;
    return permits && permits.length > 0 && permits.length <= MOST_ROWS ? permits : null;
  } catch {
    return null;
  }
}

/**
 * The dates of a timeline as a file: a form with `locale` and `permits`, the JSON of `PermitPeriod[]`. Counted anew from the
 * permits, so that the file says what the page says. Nothing is stored or logged.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request);
  if (!form) return refused();
  const asked = form.get("locale");
  const permits = permitsOf(form.get("permits"));
  if (!permits) return problem(400, "bad-request", { detail: "The permits could not be read." });
  const words = await timelineWords(asLocale(asked));
  const timeline = timelineOf(permits, swedishDay(), editionsInForce());
  if (!timeline.present && timeline.openings.length === 0) {
    return problem(422, "no-dates", { detail: "There is no date to save." });
  }
  return new Response(calendarFile(timeline, words), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${words.t("calendar.file")}.ics"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
