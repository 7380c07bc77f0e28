import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createApplication } from "@/lib/applications/applications";
import { db } from "@/lib/db/client";
import { type Caller, call } from "../fixtures/call";
import { newHost, newSigner } from "../fixtures/test-host";
import { markOpened, openLink } from "../open-link";
import { sampleClaims } from "../sample-claims";
import { linkAnswer, linkList } from "./answers";
import { serveCreateLinks, serveGetLink, serveListLinks, serveWithdrawLink } from "./serve";

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

describe("seeing what has become of links", () => {
  const get = (id: string, from = caller) => call(serveGetLink, from, { params: { id } });
  const withdraw = (id: string, from = caller) =>
    call(serveWithdrawLink, from, { method: "DELETE", params: { id } });

  async function accepted(from = caller) {
    const [{ id }] = (await post([student()], {}, from)).json.results;
    await markOpened(id);
    const user = await db().user.create({ data: { email: `${randomUUID()}@example.com` } });
    const { id: applicationId } = await createApplication({
      userId: user.id,
      email: user.email,
      permit: "studies",
      kind: "first",
      locale: "en",
    });
    await db().hostLink.update({
      where: { id },
      data: { state: "accepted", acceptedAt: new Date(), applicationId, acceptedByUserId: user.id },
    });
    return { id, applicationId };
  }

  const consent = (applicationId: string, isShared: boolean, from = caller) =>
    db().hostConsent.upsert({
      where: { applicationId_hostCode: { applicationId, hostCode: from.code } },
      create: { applicationId, hostCode: from.code, isShared },
      update: { isShared, changedAt: new Date() },
    });

  it("shows that it was opened, and more only while the applicant shares it with this host", async () => {
    const own = await newCaller();
    const { id, applicationId } = await accepted(own);
    const state = async () => (await get(id, own)).json;
    expect(linkAnswer.parse(await state())).toMatchObject({
      state: "opened",
      startedAt: null,
      submittedAt: null,
    });
    const since = new Date().toISOString();
    const changed = async () =>
      (await call(serveListLinks, own, { query: `?since=${encodeURIComponent(since)}` })).json.links.length;
    expect(await changed()).toBe(0);

    const other = await newCaller();
    await consent(applicationId, true, other);
    expect(await state()).toMatchObject({ state: "opened" });
    await consent(applicationId, true, own);
    expect(await state()).toMatchObject({ state: "started", submittedAt: null });
    expect(await changed()).toBe(1);

    const law = new Date("2026-03-01");
    const content = { content: "{}", sha256: "", manifest: [], assessment: {}, law, locale: "en" };
    await db().submission.create({ data: { applicationId, idempotencyKey: "once", ...content } });
    await db().application.update({ where: { id: applicationId }, data: { state: "submitted" } });
    expect(linkAnswer.parse(await state())).toMatchObject({ state: "submitted" });
    await consent(applicationId, false, own);
    expect(await state()).toMatchObject({ state: "opened", startedAt: null, submittedAt: null });
    await consent(applicationId, true, own);
    await db().application.update({ where: { id: applicationId }, data: { state: "withdrawn" } });
    expect(await state()).toMatchObject({ state: "ended" });
  });

  it("answers another host as if there were nothing, and changes nothing for it", async () => {
    const [{ id }] = (await post([student()])).json.results;
    const other = await newCaller();
    expect(await get(id, other)).toMatchObject({ status: 404, json: { code: "not-found" } });
    expect((await withdraw(id, other)).status).toBe(404);
    expect((await get(randomUUID(), other)).status).toBe(404);
    expect((await get("nothing' OR 1=1", other)).status).toBe(404);
    expect((await get(id)).json).toMatchObject({ state: "sent" });
    expect((await call(serveListLinks, other)).json.links).toEqual([]);
  });

  it("goes page by page, in the order in which they were made", async () => {
    const own = await newCaller();
    const { json } = await post([student(), student(), student()], {}, own);
    const made = json.results.map(({ id }: { id: string }) => id).sort();
    const first = (await call(serveListLinks, own, { query: "?limit=2" })).json;
    expect(linkList.parse(first)).toEqual(first);
    const second = (await call(serveListLinks, own, { query: `?limit=2&cursor=${first.next}` })).json;
    expect([...first.links, ...second.links].map(({ id }) => id)).toEqual(made);
    expect(second.next).toBeNull();
    const { subjectRef } = json.results[1];
    const named = (await call(serveListLinks, own, { query: `?subjectRef=${subjectRef}` })).json;
    expect(named.links).toMatchObject([{ subjectRef }]);
    for (const query of ["?limit=0", "?cursor=1", "?since=yesterday"])
      expect((await call(serveListLinks, own, { query })).status).toBe(400);
  });

  it("withdraws a link once and for all, and makes room for another", async () => {
    const said = student();
    const [first] = (await post([said])).json.results;
    const answer = await withdraw(first.id);
    expect(answer).toMatchObject({ status: 200, json: { state: "withdrawn" } });
    expect((await withdraw(first.id)).json).toEqual(answer.json);
    expect(await openLink(tokenOf(first))).toMatchObject({ state: "withdrawn" });
    expect((await db().hostLink.findUniqueOrThrow({ where: { id: first.id } })).claims).toEqual({});
    const [next] = (await post([said])).json.results;
    expect(next).toMatchObject({ state: "created" });
    expect(next.url).not.toBe(first.url);
  });

  it("keeps what an accepted link said, and where", async () => {
    const { id, applicationId } = await accepted();
    expect((await withdraw(id)).json).toMatchObject({ state: "withdrawn", startedAt: null });
    const row = await db().hostLink.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ applicationId, state: "withdrawn", kind: "admission" });
    expect(row.claims).toMatchObject({ kind: "admission" });
  });
});
