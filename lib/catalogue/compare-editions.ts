import { catalogue, type EditionId, type PermitId } from "@/lib/rules";
import { dayBefore } from "@/lib/rules/calendar";
import { EDITIONS, isInForce } from "@/lib/rules/editions";
import { type AnyClause, CLAUSE_KINDS, type ClauseKind, clausesOf } from "./clauses-of";
import type { Period } from "./period";

/** One matter that is not the same under both: added where there was nothing before, removed where nothing follows. */
export type Change = {
  kind: ClauseKind;
  id: string;
  what: "added" | "removed" | "changed";
  before: readonly AnyClause[];
  after: readonly AnyClause[];
  /** First days of the editions that changed it, where several lie between. */
  since: readonly string[];
};

export type ParameterChange = { id: string; unit: string; before: number | null; after: number | null };

export type Comparison = {
  permits: readonly { permit: PermitId; changes: readonly Change[] }[];
  parameters: readonly ParameterChange[];
};

const isIn = ({ from, until }: Period, date: string) => isInForce({ from, until: until ?? undefined }, date);

type WithExceptions = AnyClause & { exceptions?: readonly Period[] };

/** Only what is in force, the exceptions of a clause too. */
function on(clauses: readonly WithExceptions[], date: string): AnyClause[] {
  return clauses
    .filter((clause) => isIn(clause, date))
    .map((clause) => ({ ...clause, exceptions: (clause.exceptions ?? []).filter((one) => isIn(one, date)) }));
}

/** `laws` are the first days of the two editions and of those between. */
function changesOf(kind: ClauseKind, clauses: readonly AnyClause[], laws: readonly string[]): Change[] {
  return [...new Set(clauses.map(({ id }) => id))].flatMap((id) => {
    const inForce = laws.map((law) =>
      on(
        clauses.filter((clause) => clause.id === id),
        law,
      ),
    );
    const texts = inForce.map((list) => JSON.stringify(list));
    const [before = [], after = []] = [inForce[0], inForce.at(-1)];
    if (texts[0] === texts.at(-1)) return [];
    const what = before.length === 0 ? "added" : after.length === 0 ? "removed" : "changed";
    const since = laws.filter((_, index) => index > 0 && texts[index] !== texts[index - 1]);
    return [{ kind, id, what, before, after, since }];
  });
}

const lawOf = (edition: EditionId) => EDITIONS.findIndex(({ id }) => id === edition);

/** Whether the one comes before the other, so that something can change from it. */
export const comesBefore = (before: EditionId, after: EditionId) => lawOf(before) < lawOf(after);

/**
 * What is not the same under the second edition as under the first, permit by permit: the clauses in force in each, and
 * the amounts and limits on the last day of the first and the first day of the second. Without what is the same.
 */
export function compareEditions(before: EditionId, after: EditionId): Comparison {
  const laws = EDITIONS.slice(lawOf(before), lawOf(after) + 1).map(({ from }) => from);
  const [, next] = laws;
  const last = laws.at(-1);
  if (next === undefined || last === undefined) return { permits: [], parameters: [] };
  const { permits, parameters } = catalogue();
  const amountOn = (amounts: readonly (Period & { value: number | null })[], date: string) =>
    amounts.find((amount) => isIn(amount, date))?.value ?? null;
  return {
    permits: permits.map((permit) => ({
      permit: permit.id,
      changes: CLAUSE_KINDS.flatMap((kind) => changesOf(kind, clausesOf(permit, kind), laws)),
    })),
    parameters: parameters
      .map(({ id, unit, amounts }) => ({
        id,
        unit,
        before: amountOn(amounts, dayBefore(next)),
        after: amountOn(amounts, last),
      }))
      .filter((change) => change.before !== change.after),
  };
}
