import { createHash } from "node:crypto";
import { db, type Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

const KEY = /^[\x21-\x7e]{8,200}$/;
/** Far longer than anyone tries again. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1_000;

/** A call that changes something: its idempotency key, and a checksum of what was asked. */
export type Call = { key: string; sha256: string };
export type Answer = { status: number; body: Record<string, unknown> };

/** Throws `AppError("bad-key")` where the key is missing or none. */
export function callOf(key: string | null, method: string, path: string, body: string): Call {
  if (!key || !KEY.test(key)) throw new AppError("bad-key");
  const sha256 = createHash("sha256")
    .update(JSON.stringify([method, path, body]))
    .digest("hex");
  return { key, sha256 };
}

/** What the same call was answered before; null for a new one. Throws `AppError("key-reused")` where the key was another call's. */
export async function answeredBefore(call: Call, client: Transaction = db()): Promise<Answer | null> {
  const before = await client.authorityCall.findUnique({ where: { key: call.key } });
  if (!before) return null;
  if (before.sha256 !== call.sha256) throw new AppError("key-reused");
  return { status: before.status, body: before.body as Answer["body"] };
}

/**
 * Does a call once, as part of a transaction: what it changes and its answer hold together or not at all. Others with the same
 * key wait, and get the same answer. What fails is not remembered, so that it can be tried again.
 */
export async function answerOnce(
  client: Transaction,
  call: Call,
  work: () => Promise<Answer>,
): Promise<Answer> {
  await client.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`authority:${call.key}`}, 0))`;
  const before = await answeredBefore(call, client);
  if (before) return before;
  const answer = await work();
  const body = JSON.parse(JSON.stringify(answer.body));
  const done = await client.authorityCall.create({ data: { ...call, status: answer.status, body } });
  return { status: done.status, body: done.body as Answer["body"] };
}

/** Forgets calls that nobody will try again. Returns how many. */
export async function forgetCalls(now = new Date()): Promise<number> {
  const { count } = await db().authorityCall.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - KEPT_MS) } },
  });
  return count;
}
