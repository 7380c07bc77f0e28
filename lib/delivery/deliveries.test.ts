import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { compactVerify, importJWK } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "@/lib/applications/canonical";
import { type Case, submittedCase } from "@/lib/authority/fixtures/submitted-case";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { deliver, listDeliveries, queueDueDeliveries, resendDeliveries } from "./deliveries";
import { deliveryKey } from "./signing-key";

type Arrival = { key: string; type: string; body: string };

/** The authority's side: notes what arrives, and answers as it is told. */
let answer: number | "cut" | "hang" | "elsewhere" = 200;
let arrivals: Arrival[] = [];
const receiver = http.createServer((request, response) => {
  let body = "";
  request.on("data", (piece) => {
    body += piece;
  });
  request.on("end", () => {
    if (answer === "cut") return request.socket.destroy();
    const { "idempotency-key": key = "", "content-type": type = "" } = request.headers;
    arrivals.push({ key: String(key), type, body });
    if (answer === "hang") return;
    if (answer === "elsewhere") response.writeHead(307, { location: "/other" });
    else response.writeHead(answer);
    response.end("a long story about somebody");
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  env().DELIVERY_URL = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/in`;
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});
beforeEach(() => {
  answer = 200;
  arrivals = [];
});

const deliveryOf = ({ applicationId }: Case) =>
  db().delivery.findFirstOrThrow({ where: { submission: { applicationId } } });
const arrivedOf = ({ reference }: Case) => arrivals.filter(({ key }) => key === reference);
const attempt = async (own: Case) => deliver({ deliveryId: (await deliveryOf(own)).id });
const waitOver = async (own: Case) =>
  db().delivery.update({ where: { id: (await deliveryOf(own)).id }, data: { nextAt: new Date(0) } });

async function jobsFor(own: Case): Promise<number> {
  const { id } = await deliveryOf(own);
  const rows = await db().$queryRaw<unknown[]>`
    SELECT id FROM pgboss.job WHERE name = 'deliver-submission' AND data->>'deliveryId' = ${id}`;
  return rows.length;
}

describe("a delivery", () => {
  it("is queued with the submission, and brings it whole and signed", async () => {
    const own = await submittedCase();
    expect(await jobsFor(own)).toBe(1);
    await attempt(own);
    const [arrived] = arrivedOf(own);
    expect(arrived?.type).toBe("application/jose");
    const key = await importJWK(await deliveryKey(), "EdDSA");
    const { payload, protectedHeader } = await compactVerify(arrived?.body ?? "", key);
    expect(protectedHeader).toMatchObject({ alg: "EdDSA", typ: "ankomst-submission+jws" });
    const text = new TextDecoder().decode(payload);
    const parcel = JSON.parse(text);
    const submission = await db().submission.findFirstOrThrow({
      where: { applicationId: own.applicationId },
    });
    expect(parcel).toMatchObject({ version: 1, reference: own.reference, sha256: submission.sha256 });
    expect(parcel.content).toEqual(JSON.parse(submission.content));
    expect(sha256Hex(submission.content)).toBe(parcel.sha256);
    expect(await deliveryOf(own)).toMatchObject({ state: "delivered", attempts: 1, lastError: null });
  });

  it("is tried again after growing pauses while the receiver is down, and arrives once it is back", async () => {
    const own = await submittedCase();
    const pauses: number[] = [];
    for (const [fault, code] of [
      [503, "http-503"],
      ["cut", "unreachable"],
      ["elsewhere", "unreachable"],
      [401, "http-401"],
    ] as const) {
      answer = fault;
      const before = Date.now();
      await attempt(own);
      const { lastError, nextAt, state } = await deliveryOf(own);
      expect([state, lastError]).toEqual(["pending", code]);
      pauses.push(Math.round((nextAt.getTime() - before) / 5_000));
      await waitOver(own);
    }
    expect(pauses).toEqual([1, 3, 6, 12]);
    expect(await jobsFor(own)).toBe(5);
    answer = 200;
    await attempt(own);
    expect(await deliveryOf(own)).toMatchObject({ state: "delivered", attempts: 5, lastError: null });
    await attempt(own);
    expect(arrivedOf(own).filter(({ body }) => body)).toHaveLength(4);
  });

  it("does nothing before its time", async () => {
    const own = await submittedCase();
    answer = 503;
    await attempt(own);
    await attempt(own);
    expect(await deliveryOf(own)).toMatchObject({ attempts: 1 });
  });

  it("is made by one of two workers at once", async () => {
    const own = await submittedCase();
    await Promise.all(Array.from({ length: 6 }, () => attempt(own)));
    expect(arrivedOf(own)).toHaveLength(1);
  });

  it("is taken up again when a worker was killed in the middle, under the same key", async () => {
    const own = await submittedCase();
    // What a worker that ends there leaves behind: taken, sent, and nothing noted.
    await db().delivery.update({
      where: { id: (await deliveryOf(own)).id },
      data: { attempts: 1, nextAt: new Date(Date.now() + 60_000) },
    });
    await attempt(own);
    expect(arrivedOf(own)).toHaveLength(0);
    await waitOver(own);
    await queueDueDeliveries();
    expect(await jobsFor(own)).toBe(2);
    await Promise.all([attempt(own), attempt(own)]);
    expect(arrivedOf(own)).toHaveLength(1);
    expect(await deliveryOf(own)).toMatchObject({ state: "delivered", attempts: 2 });
  });

  it("waits where there is nowhere to send it, and goes when there is", async () => {
    const { DELIVERY_URL } = env();
    env().DELIVERY_URL = undefined;
    const own = await submittedCase();
    expect(await jobsFor(own)).toBe(0);
    await attempt(own);
    expect(await queueDueDeliveries()).toBe(0);
    expect(await deliveryOf(own)).toMatchObject({ state: "pending", attempts: 0 });
    env().DELIVERY_URL = DELIVERY_URL;
    await waitOver(own);
    await queueDueDeliveries();
    expect(await jobsFor(own)).toBe(1);
  });

  it("is dead after five days, seen by the operator, and sent again on request", async () => {
    const own = await submittedCase();
    answer = 500;
    for (let count = 0; count < 16; count++) {
      await attempt(own);
      await waitOver(own);
    }
    expect(await deliveryOf(own)).toMatchObject({ state: "dead", attempts: 16, lastError: "http-500" });
    const { reference } = own;
    expect(await listDeliveries("dead")).toContainEqual(expect.objectContaining({ reference }));
    expect((await listDeliveries()).map((one) => one.reference)).toContain(reference);
    answer = 200;
    await attempt(own);
    expect((await deliveryOf(own)).state).toBe("dead");
    expect(await resendDeliveries(reference)).toBe(1);
    await attempt(own);
    expect((await deliveryOf(own)).state).toBe("delivered");
    expect(await resendDeliveries("ANK-NONE-NONE")).toBe(0);
  });
});
