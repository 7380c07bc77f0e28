import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { mailsTo, mailTo } from "./support/mail";
import { alive, family, freePort, launch, newFolder, type Product, ready } from "./support/product";
import { expect, test } from "./support/test";

// One after the other, since they share one receiver and one database; a failure does not keep the rest from running.
test.describe.configure({ mode: "default" });
test.setTimeout(240_000);

const run = promisify(execFile);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Where submissions are delivered: answers as it is told, and notes the key of what it took. */
let answer: 200 | 503 | "hang" = 200;
let asked: string[] = [];
const taken: string[] = [];
const receiver = http.createServer((request, response) => {
  request.resume().on("end", () => {
    const key = String(request.headers["idempotency-key"]);
    asked.push(key);
    if (answer === "hang") return;
    if (answer === 200) taken.push(key);
    response.writeHead(answer).end();
  });
});

let database: EmbeddedPostgres;
let first: Product;
let second: Product;
let settings: Record<string, string>;

/** A program of the product beside it, with its settings. */
async function program(file: string, words: readonly string[], folder = first.folder): Promise<string> {
  const { stdout } = await run(process.execPath, ["--import", "tsx", file, ...words], {
    env: {
      ...{ ...process.env, ...settings, APP_URL: first.url, DATA_DIR: folder },
      ...{ NODE_ENV: "production", LOG_LEVEL: "silent" },
    },
  });
  return stdout;
}

/** The authority at its command line, as `npm run authority -- …` starts it. */
const authority = (...words: string[]) => program("scripts/authority.ts", words);
const refusalOf = (promise: Promise<string>) =>
  promise.then(
    () => "",
    (error: { stderr: string }) => error.stderr,
  );
const told = async (...words: string[]) => JSON.parse(await authority(...words));

const start = async (folder: string) => ready(launch({ folder, port: await freePort(), settings }));

async function end(product: Product): Promise<void> {
  product.process.kill("SIGTERM");
  await product.ended;
}

test.beforeAll(async () => {
  database = await startEmbeddedPostgres(newFolder());
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  settings = {
    DATABASE_URL: database.url,
    DELIVERY_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/submissions`,
    APP_SECRET: "a secret that two instances share in a test",
  };
  const folder = newFolder();
  first = await start(folder);
  second = await start(folder);
});

test.afterAll(async () => {
  await Promise.all([end(first), end(second)]);
  receiver.closeAllConnections();
  receiver.close();
  await database.stop();
});

type Submitted = { reference: string; email: string };

/** Submits so many applications; the way through the pages is tried elsewhere. */
async function submit(count: number, swedishAddress?: string): Promise<Submitted[]> {
  const words = [String(count), ...(swedishAddress ? [swedishAddress] : [])];
  return JSON.parse(await program("e2e/support/submit-directly.ts", words));
}

const timesTaken = (reference: string) => taken.filter((key) => key === reference).length;
const pending = async () =>
  (await told("deliveries")).map(({ reference }: { reference: string }) => reference);

test("what is submitted while the receiver is down arrives once when it is back, with two workers", async () => {
  answer = 503;
  const references = (await submit(4)).map(({ reference }) => reference);
  await expect.poll(() => references.every((reference) => asked.includes(reference))).toBe(true);
  expect((await pending()).sort()).toEqual([...references].sort());
  answer = 200;
  await expect.poll(() => references.map(timesTaken), { timeout: 120_000 }).toEqual(references.map(() => 1));
  await expect.poll(pending).toEqual([]);
  await authority("resend", String(references[0]));
  await expect.poll(() => timesTaken(String(references[0])), { timeout: 60_000 }).toBe(2);
});

test("a delivery in the middle of which everything was killed is made again under the same key", async () => {
  answer = "hang";
  asked = [];
  const [{ reference } = { reference: "" }] = await submit(1);
  await expect.poll(() => asked).toContain(reference);
  const { folder } = first;
  for (const product of [first, second]) {
    const all = family(product.process.pid ?? 0);
    for (const pid of all) process.kill(pid, "SIGKILL");
    await product.ended;
    await expect.poll(() => alive(all)).toEqual([]);
  }
  answer = 200;
  expect(timesTaken(reference)).toBe(0);
  first = await start(folder);
  second = await start(folder);
  await expect.poll(() => timesTaken(reference), { timeout: 150_000 }).toBe(1);
  await expect.poll(pending).toEqual([]);
});

test("the authority at its command line takes a case from arrival to decision", async () => {
  const [{ reference, email } = { reference: "", email: "" }] = await submit(1, "not-yet-known");
  expect(JSON.parse(await authority("keys")).keys[0]).not.toHaveProperty("d");
  const { submissions } = await told("list");
  expect(submissions.map((one: { reference: string }) => one.reference)).toContain(reference);
  expect(await authority("receive")).toContain(`${reference} received`);
  expect(await authority("receive")).toBe("");
  const kept = path.join(first.folder, "authority", reference);
  expect(existsSync(kept) && readdirSync(kept)).toContain("submission.json");

  const since = new Date();
  const ask = ["--what", "The admission", "--why", "It is missing", "--otherwise", "It is decided without"];
  const { id } = await told("request", reference, ...ask, "--until", inDays(20));
  expect(await told("extend", id, "--until", inDays(40))).toMatchObject({ dueOn: inDays(40) });
  expect(await told("show", reference)).toMatchObject({
    state: "complement_requested",
    receiptAt: expect.any(String),
  });
  const letter = await mailTo(email, since, reference, first.folder);
  expect(`${letter.subject} ${letter.text} ${letter.html}`).not.toMatch(/admission|missing|decided/i);

  await told("cancel", id);
  await told("message", reference, "A question about your stay");
  await told("state", reference, "delayed", "--note", "Many applications");
  const grant = ["granted", "--reasons", "All is met", "--from", inDays(30), "--until", inDays(400)];
  expect(await refusalOf(authority("decide", reference, ...grant))).toContain("address-missing");
  const refuse = ["refused", "--reasons", "The means are missing", "--appeal", "In writing"];
  const { sha256 } = await told("decide", reference, ...refuse);
  expect(await told("show", reference)).toMatchObject({
    ...{ state: "decided", stage: { stage: "delayed" }, messages: [{ text: "A question about your stay" }] },
    decision: { outcome: "refused", sha256, acknowledgement: null },
  });
  const { events } = await told("events");
  const own = events.filter((event: { reference: string }) => event.reference === reference);
  expect(own.map(({ kind }: { kind: string }) => kind)).toEqual([
    ...["application-submitted", "request-made", "decision-issued"],
  ]);
  await expect.poll(async () => (await mailsTo(email, first.folder)).length).toBeGreaterThanOrEqual(6);
  for (const { text } of await mailsTo(email, first.folder))
    expect(text).not.toMatch(/means are missing|refused|question about/i);
});

test("nobody else plays the authority", async ({ request }) => {
  await authority("keys");
  const stranger = newFolder();
  const played = program("scripts/authority.ts", ["list"], stranger);
  expect(await refusalOf(played)).toContain("401");
  for (const route of ["submissions", "events", "documents/x", "groups/x"]) {
    const response = await request.get(`${first.url}/api/authority/v1/${route}`);
    expect([route, response.status()]).toEqual([route, 401]);
  }
  expect((await request.get(`${first.url}/api/authority/v1/keys`)).status()).toBe(200);
  expect((await (await request.get(`${first.url}/api/authority/v1/openapi.json`)).json()).openapi).toBe(
    "3.1.0",
  );
});
