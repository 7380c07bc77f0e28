import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inDays, submittedCase } from "@/lib/authority/fixtures/submitted-case";
import { openDecisionFile } from "@/lib/decisions/decision-file";
import { acknowledgeDecision, openDecision } from "@/lib/decisions/receiving";
import { makePdf, makePicture } from "@/lib/documents/fixtures/make-files";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { listMessages } from "@/lib/messages/conversation";
import { ask, COMPLEMENT, get, JUDGMENT, of, post } from "./fixtures/caller";
import { GET as openapi } from "./openapi.json/route";
import { POST as cancellation } from "./requests/[id]/cancellation/route";
import { POST as extension } from "./requests/[id]/extension/route";
import { POST as decision } from "./submissions/[reference]/decision/route";
import { POST as messages } from "./submissions/[reference]/messages/route";
import { POST as requests } from "./submissions/[reference]/requests/route";
import { GET as submission } from "./submissions/[reference]/route";
import { POST as state } from "./submissions/[reference]/state/route";

describe("what it does", () => {
  it("is done once for each key, also by many at once, and answered alike", async () => {
    const own = await submittedCase();
    const idempotencyKey = randomUUID();
    const all = await Promise.all(
      [1, 2, 3, 4, 5].map(() => post(messages, of(own), { text: "Once" }, idempotencyKey)),
    );
    expect(new Set(all.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await listMessages(own.userId, own.applicationId)).toHaveLength(1);
    const reused = await post(messages, of(own), { text: "Other" }, idempotencyKey);
    expect([reused.status, reused.body.code]).toEqual([422, "key-reused"]);
    expect((await post(messages, of(own), { text: "x" }, "")).status).toBe(400);
  });

  it("is refused where it makes no sense, with the place", async () => {
    const own = await submittedCase();
    const wrong = await post(requests, of(own), { ...COMPLEMENT, dueOn: "2026-02-30", what: "" });
    expect(wrong.status).toBe(422);
    expect((wrong.body.errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
      ...["/dueOn", "/what"],
    ]);
    expect((await post(requests, of(own), { ...COMPLEMENT, more: 1 })).status).toBe(422);
    expect((await post(requests, of(own), { ...COMPLEMENT, dueOn: swedishDay() })).body.code).toBe("bad-day");
    expect((await post(messages, of(own), { text: "x".repeat(300_000) })).status).toBe(413);
    const broken = await ask(messages, of(own), {
      ...{ method: "POST", body: "{", headers: { "idempotency-key": randomUUID() } },
    });
    expect(broken.status).toBe(400);
  });

  it("gives more time or not, and takes a request back", async () => {
    const own = await submittedCase();
    const { id } = (await post(requests, of(own), COMPLEMENT)).body;
    const params = { id: String(id) };
    expect((await post(extension, params, { granted: true, dueOn: inDays(30) })).body).toMatchObject({
      dueOn: inDays(30),
    });
    expect((await post(extension, params, { granted: false, reason: "no" })).body.code).toBe("not-asked");
    expect((await post(cancellation, params, {})).body).toMatchObject({ state: "cancelled" });
    const again = await post(cancellation, params, {});
    expect([again.status, again.body.code]).toEqual([409, "request-closed"]);
    expect((await post(cancellation, { id: randomUUID() }, {})).status).toBe(404);
  });

  it("tells how far the case has come, and why it is delayed", async () => {
    const own = await submittedCase();
    expect((await post(state, of(own), { stage: "delayed" })).body.code).toBe("no-reason");
    expect((await post(state, of(own), { stage: "delayed", note: "Many cases" })).status).toBe(201);
    expect((await get(submission, of(own))).body.stage).toMatchObject({
      stage: "delayed",
      note: "Many cases",
    });
  });
});

describe("the decision", () => {
  const file = async (bytes: Promise<Buffer>, fileName = "beslut.pdf") => ({
    ...{ fileName, base64: (await bytes).toString("base64") },
  });

  it("is not issued without the fixed address", async () => {
    const own = await submittedCase({ swedishAddress: "not-yet-known" });
    const refused = await post(decision, of(own), JUDGMENT);
    expect([refused.status, refused.body.code]).toEqual([409, "address-missing"]);
  });

  it("comes with its file, once, and the authority sees at once that it was received", async () => {
    const own = await submittedCase();
    const { userId, applicationId } = own;
    const judgment = { ...JUDGMENT, file: await file(makePdf({ text: "Beslut" })) };
    const idempotencyKey = randomUUID();
    const issued = await post(decision, of(own), judgment, idempotencyKey);
    expect(issued.status).toBe(201);
    expect((await post(decision, of(own), judgment, idempotencyKey)).body).toEqual(issued.body);
    const again = await post(decision, of(own), judgment);
    expect([again.status, again.body.code]).toEqual([409, "wrong-state"]);
    const seen = await openDecision(userId, applicationId);
    expect(seen.file).toMatchObject({ fileName: "beslut.pdf", mediaType: "application/pdf" });
    const { stream, sizeBytes } = await openDecisionFile(userId, applicationId);
    const bytes = Buffer.concat(await stream.toArray());
    expect(bytes.length).toBe(sizeBytes);
    expect(bytes.toString("base64")).toBe(judgment.file.base64);
    await acknowledgeDecision(userId, applicationId, seen.sha256);
    expect((await get(submission, of(own))).body).toMatchObject({
      ...{
        state: "acknowledged",
        decision: { outcome: "granted", acknowledgement: { sha256: seen.sha256 } },
      },
    });
  });

  it("takes no file that is not a PDF, and is then not issued", async () => {
    const own = await submittedCase();
    const picture = { ...JUDGMENT, file: await file(makePicture("png")) };
    expect((await post(decision, of(own), picture)).body.code).toBe("wrong-type");
    expect((await get(submission, of(own))).body.state).toBe("submitted");
  });
});

it("says what it takes, in OpenAPI 3.1 from the schemas that read it", async () => {
  const body = await openapi().json();
  expect(body.openapi).toBe("3.1.0");
  expect(Object.keys(body.paths)).toHaveLength(13);
  const { post: operation } = body.paths["/submissions/{reference}/requests"];
  const { schema } = operation.requestBody.content["application/json"];
  expect(schema.required.sort()).toEqual(Object.keys(COMPLEMENT).sort());
  expect(schema.additionalProperties).toBe(false);
  expect(Object.keys(operation.responses)).toEqual(
    expect.arrayContaining(["201", "401", "404", "409", "422"]),
  );
  expect(operation.parameters.map(({ name }: { name: string }) => name)).toEqual([
    "reference",
    "Idempotency-Key",
  ]);
});
