import { Fragment, type ReactNode } from "react";
import { SummaryList, type SummaryRow } from "@/components/layout/SummaryList";
import { Tag } from "@/components/layout/Tag";
import { type Period, periodUnder } from "@/lib/catalogue/period";
import type { EditionId, FactId, PermitId } from "@/lib/rules";
import type { RulesWords } from "./rules-words";

type ClauseRowsProps = {
  clause: Period & { permits: readonly PermitId[]; asks?: readonly FactId[] };
  /** What it means and what follows from it. */
  told: readonly { id: "meaning" | "effect" | "exceptions"; value: ReactNode }[];
  tests: readonly string[];
  editions: readonly EditionId[];
  words: RulesWords;
};

export function periodText({ from, until }: Period, { t, day }: RulesWords): string {
  return until === null
    ? t("rules.period.open", { from: day(from) })
    : t("rules.period.closed", { from: day(from), until: day(until) });
}

/** The period in the law, and what becomes of it with the laws that are used here. */
function inForceText(clause: Period, editions: readonly EditionId[], words: RulesWords): string {
  const used = periodUnder(clause, editions);
  const note = used === null ? "off" : used.until === null && clause.until !== null ? "stays" : null;
  return [periodText(clause, words), note && words.t(`rules.period.${note}`)].filter(Boolean).join(". ");
}

/** When it comes or went, where it is not what always was so; and where its law is not in use here. */
export function ClauseTag({
  clause,
  editions,
  words,
}: Pick<ClauseRowsProps, "clause" | "editions" | "words">) {
  const { t, day } = words;
  const used = periodUnder(clause, editions);
  if (used === null) return <Tag>{t("tags.never")}</Tag>;
  if (used.until !== null) return <Tag>{t("tags.until", { date: day(used.until) })}</Tag>;
  return used.from > "2025-01-01" ? <Tag>{t("tags.from", { date: day(used.from) })}</Tag> : null;
}

/** Everything about one clause, as a list of terms. */
export function ClauseRows({ clause, told, tests, editions, words }: ClauseRowsProps) {
  const { t, permits, permitHref } = words;
  const { asks = [] } = clause;
  const concerned = clause.permits.map((id, index) => (
    <Fragment key={id}>
      {index > 0 ? "; " : null}
      <a href={permitHref(id)}>{permits(`${id}.name`)}</a>
    </Fragment>
  ));
  const asked = asks.map((id) => words.facts(`${id}.label`)).join(" ");
  const rows: SummaryRow[] = [
    ...told.map(({ id, value }) => ({ id, term: t(`rules.rows.${id}`), value })),
    { id: "permits", term: t("rules.rows.permits"), value: concerned },
    { id: "inForce", term: t("rules.rows.inForce"), value: inForceText(clause, editions, words) },
    ...(asked ? [{ id: "asks", term: t("rules.rows.asks"), value: asked }] : []),
    {
      id: "tests",
      term: t("rules.rows.tests"),
      value: tests.length > 0 ? <code>{tests.join(" ")}</code> : t("rules.allTests"),
    },
  ];
  return <SummaryList rows={rows} />;
}
