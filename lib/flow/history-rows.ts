import type { Answers, RawAnswers } from "./fields";
import type { FieldError } from "./read-step";

// The table of permits held, as far as a form in the browser needs it: names and checks, and nothing of the rules.

/** The fact, and the first part of the name of every field of its table. */
export const HISTORY = "permitHistory";
/** Ticked by whoever has held no permit. */
export const NO_PERMITS = `${HISTORY}-none`;

export const FEWEST_ROWS = 3;
export const MORE_AT_ONCE = 3;
/** In an application; the check has fewer. Permits of half a year add up to seven years. */
export const ROWS_OF_APPLICATION = 14;

export const rowNames = (row: number) => ({
  permit: `${HISTORY}-permit-${row}`,
  doctoral: `${HISTORY}-doctoral-${row}`,
  from: `${HISTORY}-from-${row}`,
  until: `${HISTORY}-until-${row}`,
});

export const rowsUpTo = (rows: number) => Array.from({ length: rows }, (_, row) => row);

export const isRowUsed = (row: number, raw: RawAnswers | Answers) =>
  Object.values(rowNames(row)).some((name) => raw[name]);

/** A row is whole or empty, its days are in order, and there is one, or the word that there is none. */
export function checkHistory(values: Answers): FieldError[] {
  const used = rowsUpTo(ROWS_OF_APPLICATION).filter((row) => isRowUsed(row, values));
  if (used.length === 0 && !values[NO_PERMITS]) return [{ field: rowNames(0).permit, code: "required" }];
  return used.flatMap((row): FieldError[] => {
    const { permit, from, until } = rowNames(row);
    const lacking = [permit, from, until].filter((name) => values[name] === undefined);
    if (lacking.length > 0) return lacking.map((field) => ({ field, code: "required" }));
    return String(values[until]) < String(values[from]) ? [{ field: until, code: "before-start" }] : [];
  });
}
