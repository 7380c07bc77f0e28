import type { PermitPeriod } from "@/lib/rules";
import type { Answers, Field, RawAnswers } from "./fields";
import { FEWEST_ROWS, isRowUsed, NO_PERMITS, ROWS_OF_APPLICATION, rowNames, rowsUpTo } from "./history-rows";
import { PERMITS_TO_CHOOSE, rowFields } from "./walk-history";

const optional = { optional: true } as const;

/** What belongs together in a row is seen to by `checkHistory`, so that the server and the form read it as any step. */
export const HISTORY_STEP_FIELDS: readonly Field[] = [
  ...rowsUpTo(ROWS_OF_APPLICATION)
    .flatMap(rowFields)
    .map((field): Field => ({ ...field, ...optional })),
  { name: NO_PERMITS, kind: "choice", options: ["yes"], ...optional },
];

/** How many rows to show: what is filled in, and as many as were asked for. */
export function rowsShown(raw: RawAnswers, asked = 0): number {
  const used = rowsUpTo(ROWS_OF_APPLICATION).filter((row) => isRowUsed(row, raw));
  const most = Math.max(FEWEST_ROWS, Math.trunc(asked) || 0, ...used.map((row) => row + 1));
  return Math.min(most, ROWS_OF_APPLICATION);
}

/** The fields of so many rows, and the box for whoever has held none. */
export function fieldsOfRows(rows: number): Field[] {
  const shown = new Set<string>([
    ...rowsUpTo(rows).flatMap((row) => Object.values(rowNames(row))),
    NO_PERMITS,
  ]);
  return HISTORY_STEP_FIELDS.filter(({ name }) => shown.has(name));
}

/** The permits of the rows that are whole, in the order of the rows. */
export function periodsIn(values: Answers): PermitPeriod[] {
  return rowsUpTo(ROWS_OF_APPLICATION).flatMap((row): PermitPeriod[] => {
    const names = rowNames(row);
    const permit = PERMITS_TO_CHOOSE.find((id) => id === values[names.permit]);
    const { [names.from]: from, [names.until]: until, [names.doctoral]: doctoral } = values;
    if (!permit || typeof from !== "string" || typeof until !== "string" || until < from) return [];
    return [doctoral ? { permit, doctoral: true, from, until } : { permit, from, until }];
  });
}
