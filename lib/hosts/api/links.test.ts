import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { type Caller, call } from "../fixtures/call";
import { newHost, newSigner } from "../fixtures/test-host";
import { markOpened, openLink } from "../open-link";
import { sampleClaims } from "../sample-claims";
import { sendLinks } from "../send-links";
import { linksAnswer } from "./answers";
import { COLUMNS } from "./read-lines";
import { serveCreateLinks } from "./serve";

let caller: Caller;

const newCaller = async (): Promise<Caller> => {
  const signer = await newSigner();
  return { signer, code: (await newHost(signer)).code };
};

// Each its own, since a host may send so much a minute.
beforeEach(async () => {
  caller = await newCaller();
});

const student = (more: object = {}) => ({ ...sampleClaims("admission"), subjectRef: randomUUID(), ...more });
const post = (body: unknown, more: object = {}, from = caller) =>
  call(serveCreateLinks, from, { method: "POST", body, ...more });
const tokenOf = ({ url }: { url: string }) => new URL(url).pathname.replace("/link/", "");

describe("sending people in", () => {
  it("gives each a link of their own, which opens with what was said", async () => {
    const [one, other] = [
      student(),
      student({ person: { name: { given: "Budi" }, birthDate: "2000-02-29" } }),
    ];
    const { status, json } = await post([one, other]);
    expect(status).toBe(200);
    expect(linksAnswer.parse(json)).toEqual(json);
    expect(json.counts).toEqual({ created: 2 });
    const [first, second] = json.results;
    expect(first.url).not.toBe(second.url);
    expect(await openLink(tokenOf(second))).toMatchObject({
      state: "ok",
      link: { id: second.id, claims: other },
    });
    const row = await db().hostLink.findUniqueOrThrow({ where: { id: first.id } });
    expect(JSON.stringify(row)).not.toContain(tokenOf(first));
  });

  it("tells faults by line and field, quotes nothing, and takes the rest", async () => {
    const { json } = await post([
      student(),
      { kind: "admission", person: { name: {}, birthDate: "2031-01-01" }, secret: "s3cret" },
      "word",
      student({ from: "2027-09-01", until: "2027-08-01" }),
    ]);
    expect(linksAnswer.parse(json)).toEqual(json);
    expect(json.counts).toEqual({ created: 1, error: 3 });
    const fields = json.results.map(({ errors = [] }) =>
      errors.map(({ field, code }: never) => `${field} ${code}`),
    );
    expect(fields).toEqual([
      [],
      ["person.name invalid", "person.birthDate invalid", "secret unknown"],
      [" invalid"],
      ["until invalid"],
    ]);
    expect(JSON.stringify(json)).not.toContain("s3cret");
    const { json: missing } = await post([{}]);
    expect(missing.results[0].errors.map(({ field, code }: never) => `${field} ${code}`)).toEqual([
      "kind required",
      "person required",
    ]);
  });

  it("keeps one link for one id of the host: the same again, or said anew until it is opened", async () => {
    const said = student();
    const [first] = (await post([said])).json.results;
    const again = (await post([said], { query: "?expiresInDays=10" })).json;
    expect(again.results[0]).toMatchObject({ state: "existing", id: first.id, url: first.url });
    expect(Date.parse(again.results[0].expiresAt)).toBeLessThan(Date.now() + 11 * 86_400_000);
    const changed = { ...said, tuition: "unpaid" };
    expect((await post([changed])).json.results[0]).toMatchObject({ state: "updated", url: first.url });
    expect(await openLink(tokenOf(first))).toMatchObject({ link: { claims: changed } });
    await markOpened(first.id);
    expect((await post([said])).json.results[0]).toMatchObject({
      state: "error",
      errors: [{ field: "subjectRef" }],
    });
    expect((await post([changed])).json.results[0]).toMatchObject({ state: "existing" });
    const twice = student();
    expect((await post([twice, twice])).json.counts).toEqual({ created: 1, error: 1 });
    const other = await newCaller();
    expect((await post([said], {}, other)).json.results[0]).toMatchObject({ state: "created" });
  });

  it("does what was sent twice once, and answers it alike", async () => {
    const headers = { "idempotency-key": randomUUID() };
    const { subjectRef: _, ...nameless } = student();
    const answers = await Promise.all([post([nameless], { headers }), post([nameless], { headers })]);
    expect(answers[0]?.json).toEqual(answers[1]?.json);
    expect(answers.map((one) => one.headers.get("idempotent-replayed")).sort()).toEqual([null, "true"]);
    const other = await post([student()], { headers });
    expect(other).toMatchObject({ status: 422, json: { code: "idempotency-key-used" } });
    const query = await post([nameless], { headers, query: "?notify=true" });
    expect(query.status).toBe(422);
    const kept = await db().hostRequest.findFirstOrThrow({ where: { key: headers["idempotency-key"] } });
    expect(JSON.stringify(kept.response)).not.toContain("/link/");
  });

  it("takes a table, with commas or semicolons, a mark at its head and quotes", async () => {
    const rows = [
      "kind,person.name.family,person.birthDate,programme,credits,funding.amountMonthlySek",
      'admission,"Öz, the younger",2001-05-14,"He said ""yes""",7.5,',
      "admission,Kim,2001-05-14",
      "admission,Kim,14/5/2001,,many,12000",
    ].join("\r\n");
    const comma = await call(serveCreateLinks, caller, { method: "POST", csv: `\ufeff${rows}` });
    expect(comma.json.counts).toEqual({ created: 1, error: 2 });
    expect(await openLink(tokenOf(comma.json.results[0]))).toMatchObject({
      link: {
        claims: { person: { name: { family: "Öz, the younger" } }, programme: 'He said "yes"', credits: 7.5 },
      },
    });
    expect(comma.json.results[2].errors.map(({ field }: { field: string }) => field)).toEqual([
      "person.birthDate",
      "credits",
    ]);
    const csv = "kind;person.name.given;person.birthDate;credits\nadmission;Ann;2001-05-14;7,5\n";
    expect((await call(serveCreateLinks, caller, { method: "POST", csv })).json.counts).toEqual({
      created: 1,
    });
  });

  it.each([
    ["kind,__proto__.x\nadmission,1\n", "unknown-column"],
    ["kind,kind\nadmission,admission\n", "unknown-column"],
    ['kind,programme\nadmission,"open\n', "not-csv"],
    ["kind\n", "no-lines"],
    [" ", "no-lines"],
  ])("refuses the table %j", async (csv, code) => {
    const answer = await call(serveCreateLinks, caller, { method: "POST", csv });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.json.code).toMatch(code === "no-lines" ? /no-lines|unknown-column/ : code);
  });

  it("knows a column for each thing that may be said", async () => {
    const everything = { ...sampleClaims("admission"), ...sampleClaims("hosting-agreement") };
    const paths = (value: object, before = ""): string[] =>
      Object.entries(value).flatMap(([name, one]) =>
        typeof one === "object" ? paths(one, `${before}${name}.`) : [`${before}${name}`],
      );
    expect(paths(everything).sort()).toEqual([...COLUMNS].sort());
  });

  it.each([
    ["{}", "application/json", 400],
    ["[", "application/json", 400],
    ["[]", "application/json", 422],
    ["[]", "text/plain", 415],
    [`[${Array(10_001).fill("1").join()}]`, "application/json", 422],
  ])("refuses the body %.20s as %s", async (body, type, status) => {
    const answer = await post(body, { headers: { "content-type": type } });
    expect(answer.status).toBe(status);
  });

  it("refuses a query that it does not know", async () => {
    for (const query of ["?notify=yes", "?expiresInDays=181", "?expiresInDays=0", "?other=1"])
      expect(await post([student()], { query })).toMatchObject({ status: 400, json: { code: "bad-query" } });
  });

  it("takes 10 000 in one call, and the same 10 000 again", async () => {
    const many = Array.from({ length: 10_000 }, () => student());
    const own = await newCaller();
    const started = Date.now();
    const { json } = await post(many, {}, own);
    const took = Date.now() - started;
    expect(json.counts).toEqual({ created: 10_000 });
    expect(new Set(json.results.map(({ url }: { url: string }) => url)).size).toBe(10_000);
    expect((await post(many, {}, own)).json.counts).toEqual({ existing: 10_000 });
    expect(took).toBeLessThan(30_000);
  }, 90_000);

  it("sends letters to those who have an address, each once", async () => {
    const email = `${randomUUID()}@example.com`;
    const reachable = student({ person: { ...sampleClaims("admission").person, email } });
    const {
      person: { email: _, ...person },
    } = sampleClaims("admission");
    const { json } = await post([reachable, student({ person })], { query: "?notify=true" });
    expect(json.results.map(({ isNotified }: { isNotified: boolean }) => isNotified)).toEqual([true, false]);
    const [{ id }] = json.results;
    await sendLinks([id]);
    const { notifiedAt } = await db().hostLink.findUniqueOrThrow({ where: { id } });
    expect(notifiedAt).not.toBeNull();
    await sendLinks([id]);
    expect((await db().hostLink.findUniqueOrThrow({ where: { id } })).notifiedAt).toEqual(notifiedAt);
  });
});
