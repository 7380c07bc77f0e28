import { createHash } from "node:crypto";
import { db, type Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { HostAnswer, HostCall } from "./host-route";
import { Refusal } from "./refusal";

const KEY = /^[\x21-\x7e]{8,128}$/;
/** Writing 10 000 links takes seconds; whatever else waits for the same host waits with it. */
const TIMEOUT_MS = 60_000;

type Stored = { status: number; body: Prisma.InputJsonValue };

function keyOf(request: Request): string {
  const key = request.headers.get("idempotency-key") ?? "";
  if (!KEY.test(key))
    throw new Refusal(
      400,
      "idempotency-key-needed",
      "Send an Idempotency-Key of 8 to 128 signs, and the same one when you send the same again.",
    );
  return key;
}

const fingerprint = ({ request, url, body }: HostCall) =>
  createHash("sha256")
    .update(`${request.method} ${url.pathname}${url.search}\n${request.headers.get("content-type")}\n`)
    .update(body)
    .digest("base64url");

const isLockTimeout = (error: unknown) =>
  JSON.stringify(error).includes("55P03") || String(error).includes("55P03");

/** Takes the host's turn, so that two requests of one host never write at the same time. */
async function takeTurn(client: Transaction, code: string): Promise<void> {
  await client.$executeRaw`SET LOCAL lock_timeout = '15s'`;
  await client.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`host:${code}`}, 0))`;
}

/**
 * Does a request that has an `Idempotency-Key` once: the same key with the same request is answered as before, with another
 * one it is refused (422); answers are kept for a day. What is done and its answer are written in one transaction. `work` returns what may be stored;
 * whatever holds a token is added by `shown`.
 */
export async function once(
  call: HostCall,
  work: (client: Transaction) => Promise<Stored>,
  shown: (body: Prisma.JsonValue) => unknown = (body) => body,
): Promise<HostAnswer> {
  const key = keyOf(call.request);
  const bodyHash = fingerprint(call);
  const hostCode = call.host.code;
  const run = async (client: Transaction): Promise<HostAnswer> => {
    await takeTurn(client, hostCode);
    const known = await client.hostRequest.findUnique({ where: { hostCode_key: { hostCode, key } } });
    if (known && known.bodyHash !== bodyHash)
      throw new Refusal(422, "idempotency-key-used", "This Idempotency-Key was used with another request.");
    if (known)
      return {
        status: known.status,
        body: shown(known.response),
        headers: { "idempotent-replayed": "true" },
      };
    const { status, body } = await work(client);
    await client.hostRequest.create({ data: { hostCode, key, bodyHash, status, response: body } });
    return { status, body: shown(body as Prisma.JsonValue) };
  };
  try {
    return await db().$transaction(run, { timeout: TIMEOUT_MS, maxWait: 10_000 });
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    throw new Refusal(503, "busy", "Another request of yours is under way.", {}, { "retry-after": "10" });
  }
}
