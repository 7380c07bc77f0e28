import type { Field, RawAnswers, RawValue } from "@/lib/flow/fields";
import { type FieldError, readStep } from "@/lib/flow/read-step";
import { HELD_PERMITS, type HeldPermit, type PermitPeriod } from "@/lib/rules";

/** Doctoral studies are chosen as a permit of their own: one question less in each row. */
const DOCTORAL_STUDIES = "studies-doctoral";

const NOT_ASKED: ReadonlySet<HeldPermit> = new Set<HeldPermit>(["none", "permanent", "national-visa"]);

/** What can be chosen in a row, in the order shown. */
export const CHOICES: readonly string[] = HELD_PERMITS.filter((id) => !NOT_ASKED.has(id)).flatMap((id) =>
  id === "studies" ? [DOCTORAL_STUDIES, id] : [id],
);

export const MOST_ROWS = 12;
const FEWEST_ROWS = 3;

export const asRowCount = (count: number) =>
  Math.min(Math.max(Number.isInteger(count) ? count : 0, FEWEST_ROWS), MOST_ROWS);

export const choiceOf = ({ permit, doctoral }: Pick<PermitPeriod, "permit" | "doctoral">) =>
  permit === "studies" && doctoral ? DOCTORAL_STUDIES : permit;

export const rowNames = (row: number) => ({
  permit: `permit-${row}`,
  from: `from-${row}`,
  until: `until-${row}`,
});

export const rowFields = (row: number): Field[] => {
  const { permit, from, until } = rowNames(row);
  return [
    { name: permit, kind: "choice", options: CHOICES },
    { name: from, kind: "date" },
    { name: until, kind: "date" },
  ];
};

const isFilled = (value: RawValue | undefined) => value !== undefined && value !== "";

function readRow(
  row: number,
  raw: RawAnswers,
  today: string,
): { period?: PermitPeriod; errors: FieldError[] } {
  const names = rowNames(row);
  const fields = rowFields(row);
  if (!fields.some(({ name }) => isFilled(raw[name]))) return { errors: [] };
  const { values, errors } = readStep(fields, raw, today, (read) => {
    const [from, until] = [read[names.from], read[names.until]];
    const isBackwards = typeof from === "string" && typeof until === "string" && until < from;
    return isBackwards ? [{ field: names.until, code: "before-start" }] : [];
  });
  if (errors.length > 0) return { errors };
  const choice = String(values[names.permit]);
  const isDoctoral = choice === DOCTORAL_STUDIES;
  const permit = isDoctoral ? "studies" : HELD_PERMITS.find((id) => id === choice);
  if (permit === undefined) return { errors: [{ field: names.permit, code: "not-an-option" }] };
  const period: PermitPeriod = {
    permit,
    from: String(values[names.from]),
    until: String(values[names.until]),
  };
  return { period: isDoctoral ? { ...period, doctoral: true } : period, errors: [] };
}

/** The permits of a form of `rows` rows; rows without any answer are left out. At least one must be filled in. */
export function readHeldPermits(
  rows: number,
  raw: RawAnswers,
  today: string,
): { periods: PermitPeriod[]; errors: FieldError[] } {
  const read = Array.from({ length: rows }, (_, row) => readRow(row, raw, today));
  const periods = read.flatMap(({ period }) => period ?? []);
  const errors = read.flatMap((row) => row.errors);
  if (periods.length === 0 && errors.length === 0) {
    errors.push({ field: rowNames(0).permit, code: "required" });
  }
  return { periods, errors };
}
