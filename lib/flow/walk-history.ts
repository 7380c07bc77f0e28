import type { Facts, HeldPermit, PermitPeriod } from "@/lib/rules";
import { HELD_PERMITS } from "@/lib/rules/facts";
import { type Answers, type Field, type RawAnswers, rawFromForm, rawFromValue } from "./fields";
import { FEWEST_ROWS, HISTORY, isRowUsed, NO_PERMITS, rowNames, rowsUpTo } from "./history-rows";
import { type FieldError, readStep } from "./read-step";

// The permits held: the one fact that is a table. Each row is three fields and a box to tick.

/** Sends along how many rows were shown. */
export const ROWS = `${HISTORY}-rows`;

/** Instead of the number, where more rows have just been asked for. */
export const MORE_ROWS = "more";

export const MOST_ROWS = 6;

const NOT_HELD: ReadonlySet<HeldPermit> = new Set<HeldPermit>(["none", "permanent", "national-visa"]);

/** What can be chosen in a row. */
export const PERMITS_TO_CHOOSE: readonly HeldPermit[] = HELD_PERMITS.filter((id) => !NOT_HELD.has(id));

/** The fields of a row. Only studies can be doctoral. */
export function rowFields(row: number): Field[] {
  const { permit, doctoral, from, until } = rowNames(row);
  return [
    { name: permit, kind: "choice", options: PERMITS_TO_CHOOSE },
    {
      name: doctoral,
      kind: "choice",
      options: ["yes"],
      optional: true,
      when: { field: permit, is: ["studies"] },
    },
    { name: from, kind: "date" },
    { name: until, kind: "date" },
  ];
}

const NONE_FIELD: Field = { name: NO_PERMITS, kind: "choice", options: ["yes"], optional: true };

/** The fields of the table at its longest. */
export const HISTORY_FIELDS: readonly Field[] = [...rowsUpTo(MOST_ROWS).flatMap(rowFields), NONE_FIELD];

/** How many rows to show: enough for what is filled in, and as many as were asked for. */
export function rowCount(raw: RawAnswers): number {
  const used = rowsUpTo(MOST_ROWS).filter((row) => isRowUsed(row, raw));
  const asked = raw[ROWS] === MORE_ROWS ? MOST_ROWS : Number(raw[ROWS]) || 0;
  const last = Math.max(FEWEST_ROWS, asked, ...used.map((row) => row + 1));
  return Math.min(last, MOST_ROWS);
}

type ReadRow = { period?: PermitPeriod; errors: FieldError[] };

function readRow(row: number, raw: RawAnswers, today: string): ReadRow {
  if (!isRowUsed(row, raw)) return { errors: [] };
  const names = rowNames(row);
  const { values, errors } = readStep(rowFields(row), raw, today, (read: Answers) => {
    const { [names.from]: from = "", [names.until]: until } = read;
    return until !== undefined && until < from ? [{ field: names.until, code: "before-start" }] : [];
  });
  const permit = PERMITS_TO_CHOOSE.find((id) => id === values[names.permit]);
  if (errors.length > 0 || !permit) return { errors };
  const days = { from: String(values[names.from]), until: String(values[names.until]) };
  return {
    period: values[names.doctoral] ? { permit, doctoral: true, ...days } : { permit, ...days },
    errors,
  };
}

/** Reads the table; empty rows count for nothing. `null` where it is not to be relied on. */
export function readHistory(
  raw: RawAnswers,
  today: string,
): { periods: PermitPeriod[] | null; errors: FieldError[] } {
  const rows = rowsUpTo(MOST_ROWS).map((row) => readRow(row, raw, today));
  const periods = rows.flatMap(({ period }) => period ?? []);
  const errors = rows.flatMap((row) => row.errors);
  if (errors.length === 0 && periods.length === 0 && !raw[NO_PERMITS]) {
    errors.push({ field: rowNames(0).permit, code: "required" });
  }
  return { periods: errors.length > 0 ? null : periods, errors };
}

/** What was typed into the table, and how many rows it had. */
export function historyFromForm(form: FormData): RawAnswers {
  const rows = form.get(ROWS);
  return { ...rawFromForm(HISTORY_FIELDS, form), ...(typeof rows === "string" && { [ROWS]: rows }) };
}

/** What the table shows for permits given before. */
export function rawOfHistory({ permitHistory }: Facts): RawAnswers {
  if (!permitHistory) return {};
  if (permitHistory.length === 0) return { [NO_PERMITS]: "yes" };
  return Object.assign(
    {},
    ...permitHistory.map(({ permit, doctoral, from, until }, row) => {
      const names = rowNames(row);
      return {
        [names.permit]: permit,
        ...(doctoral && { [names.doctoral]: "yes" }),
        [names.from]: rawFromValue(from, "date"),
        [names.until]: rawFromValue(until, "date"),
      };
    }),
  );
}

const isPeriod = (value: unknown): value is PermitPeriod =>
  typeof value === "object" && value !== null && ["permit", "from", "until"].every((key) => key in value);

/** Permits that went along with a form, read again as if they had been typed; `undefined` where they cannot be. */
export function readHistoryAgain(value: unknown): readonly PermitPeriod[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_ROWS || !value.every(isPeriod)) return undefined;
  const { periods } = readHistory(rawOfHistory({ permitHistory: value }), "");
  return periods ?? undefined;
}
