// The rules on the command line: npm run --silent rules -- assess FILE | list
import { readFileSync } from "node:fs";
import { type Assessment, assess, type EditionId, isEditionId, RulesError } from "../lib/rules";
import { catalogue } from "../lib/rules/catalogue";
import { editionsUpTo } from "../lib/rules/editions";
import { describeFault, parseFacts } from "../lib/rules/facts-schema";

const USAGE = `Usage:
  npm run --silent rules -- assess FILE   one Facts object or an array of them, as JSON; - is standard input
  npm run --silent rules -- list          every permit, condition, document, fact and parameter, as JSON
LAW_EDITIONS, comma separated, names the editions of the law in force; each rests on those before it.`;

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
  return names.length > 0 ? editionsUpTo(names.filter(isEditionId)) : undefined;
}

/** Today in Stockholm: the day of the decision where the facts name none. */
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(new Date());

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8"));
  } catch (error) {
    // The parser quotes the input, line breaks and all.
    return fail([`${file}: ${String(error).replaceAll(/\s+/g, " ")}`]);
  }
}

/** What the rules cannot answer although every fact is valid by itself. */
function describeError({ code, params }: RulesError): string {
  if (code === "no-permit") return "permit: is needed, takes one of the permits that list prints";
  return `decisionDate: no law is known for ${params.date}, takes a date from 2025-01-01 on`;
}

type Answer = { assessment: Assessment } | { faults: string[] };

function answer(input: unknown, decisionDate: string, editions: readonly EditionId[] | undefined): Answer {
  const parsed = parseFacts(input);
  if (!parsed.ok) return { faults: parsed.faults.map(describeFault) };
  try {
    return { assessment: assess({ decisionDate, ...parsed.facts }, { editions }) };
  } catch (error) {
    if (error instanceof RulesError) return { faults: [describeError(error)] };
    throw error;
  }
}

function assessFile(file: string) {
  const editions = editionsFromEnvironment();
  const input = readJson(file);
  const isList = Array.isArray(input);
  const list: unknown[] = isList ? input : [input];
  const date = today();
  const answers = list.map((facts) => answer(facts, date, editions));
  const lines = answers.flatMap((result, index) =>
    "faults" in result ? result.faults.map((fault) => (isList ? `[${index}] ${fault}` : fault)) : [],
  );
  if (lines.length > 0) fail(lines);
  const assessments = answers.flatMap((result) => ("assessment" in result ? [result.assessment] : []));
  process.stdout.write(`${JSON.stringify(isList ? assessments : assessments[0], null, 2)}\n`);
}

const [command, file, ...rest] = process.argv.slice(2);
if (command === "assess" && file !== undefined && rest.length === 0) assessFile(file);
else if (command === "list" && file === undefined) {
  process.stdout.write(`${JSON.stringify(catalogue(), null, 2)}\n`);
} else fail([USAGE]);
