import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import {
  deliveryStateOf,
  draftCase,
  makeFamily,
  newestPosition,
  submit,
  submittedCase,
} from "@/lib/authority/fixtures/submitted-case";
import { toldToAuthority } from "@/lib/authority/told";
import { addDocument } from "@/lib/documents/documents";
import { makePdf } from "@/lib/documents/fixtures/make-files";
import { receive } from "@/lib/documents/incoming";
import { env } from "@/lib/env";
import { authorityKey, mintToken } from "@/scripts/authority-client";
import { GET as document } from "./documents/[id]/route";
import { POST as eventsReceipt } from "./events/receipt/route";
import { GET as events } from "./events/route";
import { API, ask, COMPLEMENT, get, type Handler, JUDGMENT, of, ownKey, post, read } from "./fixtures/caller";
import { GET as group } from "./groups/[reference]/route";
import { POST as cancellation } from "./requests/[id]/cancellation/route";
import { POST as extension } from "./requests/[id]/extension/route";
import { POST as decision } from "./submissions/[reference]/decision/route";
import { POST as messages } from "./submissions/[reference]/messages/route";
import { POST as receipt } from "./submissions/[reference]/receipt/route";
import { POST as requests } from "./submissions/[reference]/requests/route";
import { GET as submission } from "./submissions/[reference]/route";
import { POST as state } from "./submissions/[reference]/state/route";
import { GET as submissions } from "./submissions/route";

describe("who may call", () => {
  const calls: [string, Handler, boolean][] = [
    ["submissions", submissions, false],
    ["submission", submission, false],
    ["document", document, false],
    ["group", group, false],
    ["events", events, false],
    ["events receipt", eventsReceipt, true],
    ["receipt", receipt, true],
    ["requests", requests, true],
    ["extension", extension, true],
    ["cancellation", cancellation, true],
    ["messages", messages, true],
    ["state", state, true],
    ["decision", decision, true],
  ];

  it.each(calls)("%s: only the authority, with a token of this moment", async (_, handler, posts) => {
    const init = posts ? { method: "POST", body: "{}" } : {};
    const { status, body, headers } = await read(
      await ask(handler, { reference: "x", id: "x" }, { ...init, headers: { authorization: "" } }),
    );
    expect([status, body.code]).toEqual([401, "not-authenticated"]);
    expect(headers.get("www-authenticate")).toBe("Bearer");
    expect(headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
    const other = await authorityKey(`${env().DATA_DIR}/other`);
    for (const token of [
      await mintToken(other, API),
      await mintToken(await ownKey(), "http://localhost:3000/api/hosts/v1"),
      await mintToken(await ownKey(), API, { iss: "kth" }),
    ]) {
      const answer = await ask(
        handler,
        { reference: "x", id: "x" },
        { ...init, headers: { authorization: `Bearer ${token}` } },
      );
      expect(answer.status).toBe(401);
    }
  });

  it("refuses a token that was used", async () => {
    const headers = { authorization: `Bearer ${await mintToken(await ownKey(), API)}` };
    expect((await ask(submissions, {}, { headers })).status).toBe(200);
    expect((await ask(submissions, {}, { headers })).status).toBe(401);
  });

  it("answers less and less to whoever keeps trying", async () => {
    const headers = { authorization: "Bearer x", "x-forwarded-for": "10.66.77.88" };
    const statuses: number[] = [];
    for (let count = 0; count < 62; count++) statuses.push((await ask(submissions, {}, { headers })).status);
    expect(statuses.at(59)).toBe(401);
    expect(statuses.at(61)).toBe(429);
  });
});

describe("what it sees", () => {
  it("is nothing of a draft", async () => {
    const own = await draftCase();
    const { userId, applicationId } = own;
    const received = await receive(Readable.from([await makePdf()]));
    const file = await addDocument({
      ...{ userId, applicationId, requirement: "passport", fileName: "a.pdf", received },
    });
    expect((await get(submission, of(own))).status).toBe(404);
    expect((await get(document, { id: file.id })).status).toBe(404);
    for (const [handler, body] of [
      [requests, COMPLEMENT],
      [messages, { text: "x" }],
      [state, { stage: "assigned" }],
      [receipt, { sha256: "0".repeat(64) }],
      [decision, JUDGMENT],
    ] as const)
      expect((await post(handler, of(own), body)).status).toBe(404);
    const { body } = await get(
      submissions,
      {},
      `?since=${new Date(Date.now() - 60_000).toISOString()}&limit=200`,
    );
    expect(JSON.stringify(body)).not.toContain(own.reference);
    await submit(own);
    expect((await get(submission, of(own))).body.documents).toMatchObject([
      { id: file.id, url: `${API}/documents/${file.id}` },
    ]);
    const bytes = await ask(document, { id: file.id });
    expect(bytes.headers.get("content-disposition")).toContain("attachment");
    expect(
      Buffer.from(await bytes.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it("is what was submitted, word for word, and confirmed by its checksum", async () => {
    const start = await newestPosition();
    const own = await submittedCase();
    const listed = (await get(submissions, {}, `?cursor=${start}`)).body.submissions as {
      reference: string;
    }[];
    expect(listed.find(({ reference }) => reference === own.reference)).toMatchObject({ receiptAt: null });
    const { body } = await get(submission, of(own));
    expect(body).toMatchObject({
      state: "submitted",
      content: { answers: { identity: { surname: "Rao" } } },
    });
    expect((await post(receipt, of(own), { sha256: "0".repeat(64) })).body.code).toBe("other-content");
    const [told] = await toldToAuthority(own.userId, own.applicationId);
    expect(told).toMatchObject({ kind: "application-submitted", confirmedAt: null });
    const confirmed = await post(receipt, of(own), { sha256: body.sha256 });
    expect(confirmed.status).toBe(200);
    expect((await post(receipt, of(own), { sha256: body.sha256 })).body).toEqual(confirmed.body);
    expect(await deliveryStateOf(own)).toBe("delivered");
    expect((await toldToAuthority(own.userId, own.applicationId))[0]?.confirmedAt).not.toBeNull();
  });

  it("is a family only as far as it has submitted", async () => {
    const [one, two] = [await submittedCase(), await draftCase()];
    const reference = `FAM-${randomUUID()}`;
    await makeFamily(reference, [one, two]);
    const seen = await get(group, { reference });
    expect(seen.body.members).toMatchObject([{ reference: one.reference, role: "main" }]);
    expect(JSON.stringify(seen.body)).not.toContain(two.reference);
    expect((await get(group, { reference: "FAM-NONE" })).status).toBe(404);
  });

  it.each(["?cursor=x", "?limit=0", "?limit=201", "?since=yesterday"])("not by %s", async (query) => {
    expect((await get(events, {}, query)).status).toBe(400);
    expect((await get(submissions, {}, query)).status).toBe(400);
  });
});
