import { CsvError, parse } from "csv-parse/sync";
import { utf8 } from "@/lib/http/limited-body";
import { UNEVEN_ROW } from "../create-links";
import type { HostCall } from "./host-route";
import { Refusal } from "./refusal";

/** What a table may have: the same names as in JSON, with dots. */
export const COLUMNS = [
  "subjectRef",
  "kind",
  "person.email",
  "person.name.family",
  "person.name.given",
  "person.birthDate",
  "programme",
  "level",
  "credits",
  "pace",
  "from",
  "until",
  "place",
  "language",
  "tuition",
  "mobilityProgramme",
  "project",
  "funding.amountMonthlySek",
  "funding.note",
  "locale",
] as const;

const KNOWN = new Set<string>(COLUMNS);
const NUMBERS = new Set<string>(["credits", "funding.amountMonthlySek"]);

function value(column: string, cell: string): unknown {
  if (!NUMBERS.has(column) || !/^\d+([.,]\d+)?$/.test(cell)) return cell;
  return Number(cell.replace(",", "."));
}

/** A row as the object that JSON would hold; an empty cell is left out. */
function fromRow(header: readonly string[], row: readonly string[]): unknown {
  const result: Record<string, unknown> = {};
  header.forEach((column, index) => {
    const cell = row[index]?.trim();
    if (!cell) return;
    const path = column.split(".");
    const last = path.pop() ?? column;
    let place = result;
    for (const part of path) {
      place[part] ??= {};
      place = place[part] as Record<string, unknown>;
    }
    place[last] = value(column, cell);
  });
  return result;
}

function rowsOf(text: string): string[][] {
  // What is saved by spreadsheets in Swedish is separated by semicolons.
  const [first = ""] = text.split("\n", 1);
  const delimiter = first.includes(";") ? ";" : ",";
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    const line = error instanceof CsvError ? (error as CsvError & { lines?: number }).lines : undefined;
    throw new Refusal(400, "not-csv", "The table cannot be read.", line === undefined ? {} : { line });
  }
}

function fromCsv(text: string): unknown[] {
  const [head = [], ...rows] = rowsOf(text);
  const header = head.map((cell) => cell.trim());
  const wrong = header.findIndex((column, index) => !KNOWN.has(column) || header.indexOf(column) !== index);
  if (wrong >= 0) {
    const detail = `Column ${wrong + 1} is not one of: ${COLUMNS.join(", ")}; or it is there twice.`;
    throw new Refusal(400, "unknown-column", detail, { column: wrong + 1 });
  }
  // A row of another length has lost or won a separator: read on, its cells would stand under the wrong heads.
  return rows.map((row) => (row.length === header.length ? fromRow(header, row) : UNEVEN_ROW));
}

function fromJson(text: string): unknown[] {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw new Refusal(400, "not-json", "The body is not valid JSON.");
  }
  if (!Array.isArray(input)) throw new Refusal(400, "not-a-list", "Send a list, also of one.");
  return input;
}

const mediaType = (request: Request) =>
  request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();

function text(body: Buffer): string {
  try {
    return utf8(body);
  } catch {
    throw new Refusal(400, "not-utf-8", "Send the body as UTF-8.");
  }
}

/** The body as JSON, of whatever shape. Throws a `Refusal`. */
export function readJson({ request, body }: HostCall): unknown {
  if (mediaType(request) !== "application/json") throw new Refusal(415, "not-json", "Send application/json.");
  try {
    return JSON.parse(text(body));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, "not-json", "The body is not valid JSON.");
  }
}

/** The lines of a body: a JSON array, or where `csv` is taken a table with a head. Throws a `Refusal`. */
export function readLines(
  { request, body }: HostCall,
  { max, csv }: { max: number; csv: boolean },
): unknown[] {
  const type = mediaType(request);
  const isCsv = csv && type === "text/csv";
  if (!isCsv && type !== "application/json")
    throw new Refusal(415, "unknown-media-type", `Send application/json${csv ? " or text/csv" : ""}.`);
  const lines = isCsv ? fromCsv(text(body)) : fromJson(text(body));
  if (lines.length === 0) throw new Refusal(422, "no-lines", "The list is empty.");
  if (lines.length > max) throw new Refusal(422, "too-many-lines", `At most ${max} in one call.`);
  return lines;
}
