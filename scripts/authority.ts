// Plays the authority against a running product: npm run --silent authority -- COMMAND
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { runningPostgres } from "@/lib/db/running-postgres";
import { readEnv } from "@/lib/env";
import { type AuthorityAnswer, authorityClient, authorityKey, publicKeys } from "./authority-client";

const USAGE = `Usage: npm run --silent authority -- COMMAND
  keys                              makes the authority's key pair in DATA_DIR and prints the public part
  list | events [--cursor N]        submissions, or what happened since
  show REFERENCE | group REFERENCE  one case, or a family
  receive                           fetches what is new, with its files, into DATA_DIR/authority, and confirms it
  document ID FILE                  fetches a file
  request REFERENCE --what TEXT --why TEXT --until DAY --otherwise TEXT
  extend ID --until DAY | --refuse TEXT
  cancel ID                         takes a request back
  message REFERENCE TEXT
  state REFERENCE assigned|examining|delayed|deciding [--note TEXT]
  decide REFERENCE granted|refused|dismissed --reasons TEXT [--from DAY] [--until DAY] [--appeal TEXT [--days N]] [--file PDF] [--on DAY]
  deliveries [pending|dead|delivered]   what is on its way; needs the database
  resend [REFERENCE]                    sends one again, or all that are dead; needs the database
The product is the one at APP_URL, and DATA_DIR is its folder. DAY is YYYY-MM-DD in Sweden.`;

const WRONG_INPUT = 2;
const THREE_WEEKS = 21;

const OPTIONS = {
  cursor: { type: "string" },
  what: { type: "string" },
  why: { type: "string" },
  until: { type: "string" },
  otherwise: { type: "string" },
  refuse: { type: "string" },
  note: { type: "string" },
  reasons: { type: "string" },
  from: { type: "string" },
  appeal: { type: "string" },
  days: { type: "string" },
  file: { type: "string" },
  on: { type: "string" },
} as const;

class UsageError extends Error {}

function given() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const [command = "", ...words] = positionals;
    return { command, words, values };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

type Given = ReturnType<typeof given>;
type Call = ReturnType<typeof authorityClient>;

const settings = readEnv(process.env);
const folder = path.resolve(settings.DATA_DIR);

function word({ words }: Given, index = 0): string {
  const found = words[index];
  if (!found) throw new UsageError(USAGE);
  return encodeURIComponent(found);
}

const print = (value: unknown): void => console.log(JSON.stringify(value, null, 2));

/** What was answered; a refusal is an error that names it. */
function bodyOf({ status, body }: AuthorityAnswer): Record<string, unknown> {
  if (status < 300) return body;
  throw new Error(`${status} ${JSON.stringify(body)}`);
}

const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(new Date());

function judgmentOf({ words, values }: Given) {
  const { reasons, from, until, appeal, days, file, on } = values;
  return {
    outcome: words[1],
    reasons,
    decidedOn: on ?? today(),
    validFrom: from,
    validUntil: until,
    ...(appeal && { appeal: { how: appeal, withinDays: Number(days ?? THREE_WEEKS) } }),
    ...(file && { file: { fileName: path.basename(file), base64: readFileSync(file).toString("base64") } }),
  };
}

type Submission = { reference: string; sha256: string };
type Listed = { submissions: Submission[]; next: string; more: boolean };
type Named = { id: string; fileName: string };

async function download(call: Call, id: string, file: string): Promise<void> {
  const { status, response } = await call(`/documents/${encodeURIComponent(id)}`);
  if (status !== 200) throw new Error(`The file ${id} was not given: ${status}`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, Buffer.from(await response.arrayBuffer()), { mode: 0o600 });
}

async function keep(call: Call, { reference, sha256 }: Submission, into: string): Promise<void> {
  const whole = bodyOf(await call(`/submissions/${reference}`));
  for (const { id, fileName } of whole.documents as Named[])
    await download(call, id, path.join(into, reference, `${id}-${path.basename(fileName)}`));
  mkdirSync(path.join(into, reference), { recursive: true });
  writeFileSync(path.join(into, reference, "submission.json"), JSON.stringify(whole, null, 2), {
    mode: 0o600,
  });
  bodyOf(await call(`/submissions/${reference}/receipt`, { sha256 }));
  process.stdout.write(`${reference} received\n`);
}

/** Goes on where it left off: what was fetched and confirmed before is not fetched again. */
async function receive(call: Call): Promise<void> {
  const into = path.join(folder, "authority");
  const mark = path.join(into, "cursor");
  mkdirSync(into, { recursive: true, mode: 0o700 });
  let cursor = existsSync(mark) ? readFileSync(mark, "utf8") : "0";
  for (;;) {
    const { submissions, next, more } = bodyOf(
      await call(`/submissions?cursor=${cursor}`),
    ) as unknown as Listed;
    for (const submission of submissions) await keep(call, submission, into);
    writeFileSync(mark, next);
    cursor = next;
    if (!more) return;
  }
}

const since = ({ values: { cursor } }: Given) => (cursor ? `?cursor=${encodeURIComponent(cursor)}` : "");

const show = async (answer: Promise<AuthorityAnswer>) => print(bodyOf(await answer));

const CALLS: Record<string, (call: Call, input: Given) => Promise<void>> = {
  list: (call, input) => show(call(`/submissions${since(input)}`)),
  events: (call, input) => show(call(`/events${since(input)}`)),
  show: (call, input) => show(call(`/submissions/${word(input)}`)),
  group: (call, input) => show(call(`/groups/${word(input)}`)),
  receive,
  document: (call, input) => download(call, word(input), decodeURIComponent(word(input, 1))),
  request: (call, input) => {
    const { what, why, until: dueOn, otherwise: consequence } = input.values;
    return show(call(`/submissions/${word(input)}/requests`, { what, why, consequence, dueOn }));
  },
  extend: (call, input) => {
    const { until: dueOn, refuse: reason } = input.values;
    const body = reason ? { granted: false, reason } : { granted: true, dueOn };
    return show(call(`/requests/${word(input)}/extension`, body));
  },
  cancel: (call, input) => show(call(`/requests/${word(input)}/cancellation`, {})),
  message: (call, input) => show(call(`/submissions/${word(input)}/messages`, { text: input.words[1] })),
  state: (call, input) => {
    const body = { stage: input.words[1], note: input.values.note };
    return show(call(`/submissions/${word(input)}/state`, body));
  },
  decide: (call, input) => show(call(`/submissions/${word(input)}/decision`, judgmentOf(input))),
};

/** For the operator, in the database itself; what needs it is imported once it is known where that is. */
async function operate({ command, words: [choice] }: Given): Promise<void> {
  const url = settings.DATABASE_URL ?? (await runningPostgres(folder));
  if (!url) throw new Error("The database does not run: start the product, or set DATABASE_URL.");
  process.env.DATABASE_URL = url;
  const { listDeliveries, resendDeliveries } = await import("@/lib/delivery/deliveries");
  const { jobQueue } = await import("@/lib/jobs/queue");
  const { db } = await import("@/lib/db/client");
  const states = ["pending", "delivered", "dead"] as const;
  const state = states.find((one) => one === choice);
  if (command === "deliveries" && choice && !state) throw new UsageError(USAGE);
  if (command === "deliveries") print(await listDeliveries(state));
  else process.stdout.write(`${await resendDeliveries(choice)} to be sent again\n`);
  if (settings.DELIVERY_URL) await (await jobQueue()).stop();
  await db().$disconnect();
}

async function main(): Promise<void> {
  const input = given();
  if (input.command === "deliveries" || input.command === "resend") return operate(input);
  const run = CALLS[input.command];
  if (!run && input.command !== "keys") throw new UsageError(USAGE);
  const key = await authorityKey(folder);
  if (!run) process.stdout.write(publicKeys(folder));
  else await run(authorityClient(settings.APP_URL, key), input);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof UsageError ? WRONG_INPUT : 1);
});
