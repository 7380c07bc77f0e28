import type { ReactNode } from "react";
import { Notice } from "@/components/layout/Notice";
import { Table, type TableRow } from "@/components/layout/Table";
import type { Path } from "@/lib/flow/walk";
import { type Compared, compare, preferenceFor } from "@/lib/flow/walk-compare";
import type { WalkDay } from "@/lib/flow/walk-step";
import type { CheckStrings } from "./check-strings";
import { formatMessage } from "./format-message";

type ResultCompareProps = { path: Path; strings: CheckStrings; day: WalkDay };

type CellOf = (compared: Compared, strings: CheckStrings) => ReactNode;

const mainCondition: CellOf = ({ assessment }, strings) => {
  // To be a citizen of a third country is everybody's condition and nobody's question.
  const main = assessment.conditions.find(({ id }) => id !== "third-country-national");
  if (!main) return null;
  return `${strings.conditions[main.id]?.title ?? main.id}: ${strings.words.result.states[main.state]}`;
};

const validityOf: CellOf = ({ validity }, { words, format }) => {
  const { validity: texts } = words.result.compare;
  if (!validity) return texts.none;
  const { kind, months } = validity;
  if (months === undefined && (kind === "at-least" || kind === "exactly")) return texts["at-leastNoMonths"];
  return formatMessage(texts[kind], { months: months ?? 0 }, format);
};

const workOf: CellOf = ({ rights }, { words, format }) => {
  const { work } = words.result.compare;
  if (!rights) return null;
  const { workHoursPerWeek: hours } = rights;
  return typeof hours === "number" ? formatMessage(work.hours, { hours }, format) : work[hours];
};

const timeOf: CellOf = ({ decisionWithinDays: days }, { words, format }) => {
  const { time } = words.result.compare;
  return days === null ? time.none : formatMessage(time.days, { days }, format);
};

/** What is compared, in the order of the rows. */
const ROWS = {
  outcome: ({ outcome }, { words }) => words.result.compare.outcomes[outcome],
  condition: mainCondition,
  validity: validityOf,
  work: workOf,
  family: ({ family }, { words }) => family && words.result.compare.family[family],
  permanent: ({ countsTowardsPermanent: counts }, { words }) =>
    counts === null ? null : words.result.compare.permanent[counts ? "yes" : "no"],
  time: timeOf,
  more: ({ permit }, { locale, words, permits }) => (
    <a href={`/${locale}/permits/${permit}`}>
      {words.result.compare.about}
      <span className="sr-only"> ({permits[permit]?.name})</span>
    </a>
  ),
} satisfies Record<string, CellOf>;

type RowId = keyof typeof ROWS;

/** A row where at least one of the permits has something to say. */
function rowOf(id: RowId, permits: readonly Compared[], strings: CheckStrings): TableRow[] {
  const cells = permits.map((one) => [one.permit, ROWS[id](one, strings)] as const);
  if (cells.every(([, cell]) => cell === null)) return [];
  return [{ id, cells: { aspect: strings.words.result.compare.rows[id], ...Object.fromEntries(cells) } }];
}

/** The permits that may fit, side by side on the same answers, and which is better where the law makes that plain. */
export function ResultCompare({ path, strings, day }: ResultCompareProps) {
  const { compare: words } = strings.words.result;
  const { today: _, ...options } = day;
  const permits = compare(path.facts, options);
  const better = preferenceFor(path.facts, permits);
  // One alone is told in full by the rest of the result.
  if (permits.length < 2) return null;
  return (
    <section>
      <h2>{words.heading}</h2>
      {better ? (
        <Notice heading={words.betterHeading} headingLevel={3}>
          <p>{words.better[better]}</p>
        </Notice>
      ) : null}
      <p>{words.intro}</p>
      <Table
        caption={words.heading}
        isCaptionHidden
        columns={[
          { id: "aspect", header: words.aspect },
          ...permits.map(({ permit }) => ({ id: permit, header: strings.permits[permit]?.name ?? permit })),
        ]}
        rows={(Object.keys(ROWS) as RowId[]).flatMap((id) => rowOf(id, permits, strings))}
      />
    </section>
  );
}
