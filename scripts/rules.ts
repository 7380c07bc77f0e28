// The rules on the command line: npm run --silent rules -- assess FILE | list
import { readFileSync } from "node:fs";
import { assess, type EditionId, type Facts, isEditionId, RulesError } from "../lib/rules";
import { catalogue } from "../lib/rules/catalogue";
import { describeFault, type Fault, parseFacts } from "../lib/rules/facts-schema";

const USAGE = `Usage:
  npm run --silent rules -- assess FILE   one Facts object or an array of them, as JSON; - is standard input
  npm run --silent rules -- list          every permit, condition, document, fact and parameter, as JSON
LAW_EDITIONS, comma separated, names the editions of the law that are switched on.`;

const WRONG_INPUT = 2;

function fail(lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(WRONG_INPUT);
}

/** `LAW_EDITIONS`; absent, the default editions. */
function editionsFromEnvironment(): readonly EditionId[] | undefined {
  const names =
    process.env.LAW_EDITIONS?.split(",")
      .map((name) => name.trim())
      .filter(Boolean) ?? [];
  const unknown = names.filter((name) => !isEditionId(name));
  if (unknown.length > 0) fail(unknown.map((name) => `LAW_EDITIONS: no edition ${name}`));
  return names.length > 0 ? names.filter(isEditionId) : undefined;
}

/** Today in Stockholm: the day of the decision where the facts name none. */
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(new Date());

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8"));
  } catch (error) {
    return fail([`${file}: ${error instanceof Error ? error.message : error}`]);
  }
}

const lineOf = (fault: Fault, index?: number) =>
  `${index === undefined ? "" : `[${index}] `}${describeFault(fault)}`;

function assessOne(facts: Facts, index?: number) {
  try {
    return assess(facts, { editions: editionsFromEnvironment() });
  } catch (error) {
    if (!(error instanceof RulesError)) throw error;
    const where = index === undefined ? "" : `[${index}] `;
    const what =
      error.code === "no-permit"
        ? "permit: is needed, one of the permits that `list` prints"
        : `decisionDate: no law is known for ${error.params.date}, takes a date from 2025-01-01 on`;
    return fail([where + what]);
  }
}

function assessFile(file: string) {
  const input = readJson(file);
  const isList = Array.isArray(input);
  const list: unknown[] = isList ? input : [input];
  const parsed = list.map((facts) => parseFacts(facts));
  const lines = parsed.flatMap((result, index) =>
    result.ok ? [] : result.faults.map((fault) => lineOf(fault, isList ? index : undefined)),
  );
  if (lines.length > 0) fail(lines);
  const date = today();
  const answers = parsed.flatMap((result, index) =>
    result.ok ? [assessOne({ decisionDate: date, ...result.facts }, isList ? index : undefined)] : [],
  );
  process.stdout.write(`${JSON.stringify(isList ? answers : answers[0], null, 2)}\n`);
}

const [command, file, ...rest] = process.argv.slice(2);
if (command === "assess" && file !== undefined && rest.length === 0) assessFile(file);
else if (command === "list" && file === undefined) {
  process.stdout.write(`${JSON.stringify(catalogue(), null, 2)}\n`);
} else fail([USAGE]);
