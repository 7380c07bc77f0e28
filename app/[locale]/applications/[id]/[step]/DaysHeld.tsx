import { HeldTable } from "@/components/steps/HeldTable";
import { TimelinePath } from "@/components/timeline/TimelinePath";
import { timelineWords } from "@/components/timeline/timeline-words";
import type { CaseFacts } from "@/lib/flow/steps";
import type { Locale } from "@/lib/i18n/locales";
import { editionsInForce } from "@/lib/law";
import { daysCounted } from "@/lib/timeline/days-counted";
import { timelineOf } from "@/lib/timeline/timeline";

/** The permits told as a way in time, and as a table with the days between them and those that count. */
export async function DaysHeld({ facts, locale }: { facts: CaseFacts; locale: Locale }) {
  const { permitHistory = [], decisionDate } = facts;
  if (permitHistory.length === 0) return null;
  const editions = editionsInForce();
  const words = await timelineWords(locale);
  return (
    <section>
      <h2>{words.t("path.heading")}</h2>
      <TimelinePath timeline={timelineOf(permitHistory, decisionDate, editions)} words={words} />
      <HeldTable
        counted={daysCounted(permitHistory, decisionDate, editions)}
        today={decisionDate}
        locale={locale}
        words={words}
      />
    </section>
  );
}
