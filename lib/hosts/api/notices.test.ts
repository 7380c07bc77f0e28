import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApplication } from "@/lib/applications/applications";
import { db } from "@/lib/db/client";
import { type Caller, call } from "../fixtures/call";
import { keySet, newHost, newSigner, type Signer, signLink } from "../fixtures/test-host";
import { forgetHostData } from "../forget";
import { listNoticesFor, NOTICE_KINDS } from "../notices";
import { openLink } from "../open-link";
import { sampleClaims } from "../sample-claims";
import { keysAnswer, noticesAnswer, problemAnswer, retractedNotice } from "./answers";
import {
  serveCreateLinks,
  serveCreateNotices,
  serveListLinks,
  serveReplaceKeys,
  serveRetractNotice,
} from "./serve";

let signer: Signer;
let caller: Caller;

beforeAll(async () => {
  signer = await newSigner();
});

beforeEach(async () => {
  caller = { signer, code: (await newHost(signer)).code };
});

const post = (body: unknown, from = caller, headers = {}) =>
  call(serveCreateNotices, from, { method: "POST", body, headers });

async function sentIn() {
  const subjectRef = randomUUID();
  const body = [{ ...sampleClaims("admission"), subjectRef }];
  const [{ id }] = (await call(serveCreateLinks, caller, { method: "POST", body })).json.results;
  return { subjectRef, id };
}

async function acceptedBySomebody(linkId: string): Promise<string> {
  const { id: userId, email } = await db().user.create({ data: { email: `${randomUUID()}@example.com` } });
  const { id } = await createApplication({ userId, email, permit: "studies", kind: "first", locale: "en" });
  await db().hostLink.update({
    where: { id: linkId },
    data: { state: "accepted", acceptedAt: new Date(), applicationId: id, acceptedByUserId: userId },
  });
  return id;
}

describe("notices", () => {
  it("of every kind show in the application, whether they came before it or after", async () => {
    const { subjectRef, id } = await sentIn();
    const before = await post([{ subjectRef, kind: "deferred", date: "2027-01-10", until: "2027-08-20" }]);
    expect(noticesAnswer.parse(before.json)).toMatchObject({ counts: { created: 1 } });
    const applicationId = await acceptedBySomebody(id);
    expect(await listNoticesFor(applicationId)).toMatchObject([
      {
        kind: "deferred",
        date: "2027-01-10",
        until: "2027-08-20",
        host: { code: caller.code },
        retractedAt: null,
      },
    ]);
    const rest = NOTICE_KINDS.filter((kind) => kind !== "deferred");
    const { json } = await post(rest.map((kind) => ({ link: id, kind, date: "2027-02-01" })));
    expect(json.counts).toEqual({ created: 6 });
    const shown = await listNoticesFor(applicationId);
    expect(new Set(shown.map(({ kind }) => kind))).toEqual(new Set(NOTICE_KINDS));
    expect(shown.at(-1)?.kind).toBe("deferred");
  });

  it("reach whoever a host sent in with a link of its own", async () => {
    const jti = randomUUID();
    const token = await signLink(signer, caller.code, sampleClaims("admission"), { claims: { jti } });
    const notice = { link: `jti:${jti}`, kind: "declined", date: "2027-02-01" };
    expect((await post([notice])).json.counts).toEqual({ error: 1 });
    await openLink(token);
    expect((await post([notice])).json.counts).toEqual({ created: 1 });
  });

  it("are refused line by line", async () => {
    const { subjectRef, id } = await sentIn();
    const good = { subjectRef, kind: "declined", date: "2027-02-01" };
    const { json } = await post([
      good,
      { ...good, kind: "moved" },
      { ...good, date: "soon" },
      { ...good, until: "2027-03-01" },
      { ...good, kind: "study-break", until: "2027-01-31" },
      { ...good, link: id },
      { kind: "declined", date: "2027-02-01" },
      { ...good, subjectRef: "nobody" },
      { link: "not-an-id", kind: "declined", date: "2027-02-01" },
    ]);
    expect(noticesAnswer.parse(json)).toEqual(json);
    const fields = json.results.map(
      ({ errors: [first] = [{}] }: { errors?: { field?: string }[] }) => first?.field,
    );
    expect(fields).toEqual([
      undefined,
      "kind",
      "date",
      "until",
      "until",
      "link",
      "link",
      "subjectRef",
      "link",
    ]);
  });

  it("of another host's people are refused", async () => {
    const { subjectRef, id } = await sentIn();
    const other = { signer, code: (await newHost(signer)).code };
    const { json } = await post(
      [
        { subjectRef, kind: "declined", date: "2027-02-01" },
        { link: id, kind: "declined", date: "2027-02-01" },
      ],
      other,
    );
    expect(json.counts).toEqual({ error: 2 });
  });

  it("sent twice with one key are one", async () => {
    const { subjectRef, id } = await sentIn();
    const body = [{ subjectRef, kind: "interruption", date: "2027-02-01" }];
    const headers = { "idempotency-key": randomUUID() };
    const answers = [await post(body, caller, headers), await post(body, caller, headers)];
    expect(answers[0]?.json).toEqual(answers[1]?.json);
    expect(await db().hostNotice.count({ where: { linkId: id } })).toBe(1);
  });

  it("are taken back, by their own host, and shown as that", async () => {
    const { id } = await sentIn();
    const applicationId = await acceptedBySomebody(id);
    const { json } = await post([{ link: id, kind: "ended-early", date: "2027-02-01" }]);
    const params = { id: json.results[0].id };
    const retract = (from: Caller) => call(serveRetractNotice, from, { method: "DELETE", params });
    expect((await retract({ signer, code: (await newHost(signer)).code })).status).toBe(404);
    const answer = await retract(caller);
    expect(retractedNotice.parse(answer.json)).toEqual(answer.json);
    expect((await retract(caller)).json).toEqual(answer.json);
    expect((await listNoticesFor(applicationId))[0]?.retractedAt).not.toBeNull();
  });
});

describe("replacing a key", () => {
  const put = (body: unknown, from: Caller) => call(serveReplaceKeys, from, { method: "PUT", body });

  it("takes effect at once, and is written down", async () => {
    const fresh = await newSigner("ES256");
    const answer = await put(keySet(fresh), caller);
    expect(answer.status).toBe(200);
    expect(keysAnswer.parse(answer.json).keys[0]?.kid).toBe(fresh.publicKey.kid);
    expect((await call(serveListLinks, caller)).status).toBe(401);
    expect((await call(serveListLinks, { ...caller, signer: fresh })).status).toBe(200);
    const event = await db().event.findFirstOrThrow({
      where: { kind: "host-keys-replaced", data: { path: ["host"], equals: caller.code } },
    });
    expect(event.data).toMatchObject({ requestId: answer.headers.get("x-request-id") });
  });

  it("is refused for what is no set of public keys, and where keys are read from an address", async () => {
    const [key] = keySet(signer).keys;
    for (const body of [{ keys: [] }, { keys: [{ ...key, d: "AA" }] }, [], null, 1]) {
      const answer = await put(body, caller);
      expect(answer).toMatchObject({ status: 422, json: { code: "invalid-keys" } });
      expect(problemAnswer.parse(answer.json).errors).toBeDefined();
    }
    expect((await put("{", caller)).status).toBe(400);
    expect((await call(serveListLinks, caller)).status).toBe(200);
  });
});

describe("what nobody needs any more", () => {
  it("is removed: links long past that nobody accepted, and old answers", async () => {
    const [gone, kept] = [await sentIn(), await sentIn()];
    await acceptedBySomebody(kept.id);
    const past = new Date(Date.now() - 31 * 86_400_000);
    await db().hostLink.updateMany({ where: { id: { in: [gone.id, kept.id] } }, data: { expiresAt: past } });
    await db().hostRequest.updateMany({ where: { hostCode: caller.code }, data: { createdAt: past } });
    await forgetHostData();
    expect(await db().hostLink.findUnique({ where: { id: gone.id } })).toBeNull();
    expect(await db().hostLink.findUnique({ where: { id: kept.id } })).not.toBeNull();
    expect(await db().hostRequest.count({ where: { hostCode: caller.code } })).toBe(0);
  });
});
