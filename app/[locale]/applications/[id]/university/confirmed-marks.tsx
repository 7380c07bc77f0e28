import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConfirmedMark } from "@/components/hosts/ConfirmedMark";
import type { SummaryRow } from "@/components/layout/SummaryList";
import type { FieldStrings } from "@/components/steps/FieldControl";
import { type AnsweredStep, type Compared, compareWithAnswers, confirmedIn } from "@/lib/hosts/confirmed";
import { hostName } from "@/lib/hosts/host-name";
import { answerTexts } from "@/lib/i18n/answer-text";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { writtenDay } from "@/lib/i18n/swedish-time";

/** What hosts say of an answer, by the name of its field. */
export type Marks = Readonly<Record<string, ReactNode>>;

const KEYS = {
  agrees: "agrees",
  differs: "differs",
  unreadable: "unreadable",
  open: "says",
  "not-asked": "says",
} as const;

/** A mark for each answer of which a host says something, by the names of fields. */
export async function confirmedMarks(
  applicationId: string,
  steps: readonly AnsweredStep[],
  locale: Locale,
): Promise<Marks> {
  const confirmed = await confirmedIn(applicationId);
  if (confirmed.length === 0) return {};
  const [t, say] = await Promise.all([getTranslations({ locale, namespace: "hosts" }), answerTexts(locale)]);
  const mark = ({ field, host, day, value, own, state }: Compared) => (
    <ConfirmedMark key={host.code} state={state}>
      {t.rich(`marks.${KEYS[state]}`, {
        host: hostName(host, locale),
        day: writtenDay(day, formatLocale(locale)),
        value: say(field, value),
        own: own === undefined ? "" : say(field, own),
        bdi: (chunks) => <bdi>{chunks}</bdi>,
      })}
    </ConfirmedMark>
  );
  const marks: Record<string, ReactNode[]> = {};
  for (const one of compareWithAnswers(confirmed, steps)) {
    const own = marks[one.fact] ?? [];
    own.push(mark(one));
    marks[one.fact] = own;
  }
  return marks;
}

/** The words of fields, with what hosts say of the answers. */
export async function withMarks(
  strings: Record<string, FieldStrings>,
  applicationId: string,
  steps: readonly AnsweredStep[],
  locale: Locale,
): Promise<Record<string, FieldStrings>> {
  const marks = await confirmedMarks(applicationId, steps, locale);
  return Object.fromEntries(
    Object.entries(strings).map(([name, texts]) => [
      name,
      marks[name] ? { ...texts, mark: marks[name] } : texts,
    ]),
  );
}

/** Rows of answers, by the names of fields, with what hosts say under each. */
export function withMarkedRows(rows: readonly SummaryRow[], marks: Marks): SummaryRow[] {
  const under = (text: ReactNode, name: string) =>
    marks[name] ? (
      <>
        {text}
        {marks[name]}
      </>
    ) : (
      text
    );
  return rows.map((row) =>
    row.value === undefined
      ? { ...row, missingText: under(row.missingText, row.id) }
      : { ...row, value: under(row.value, row.id) },
  );
}
