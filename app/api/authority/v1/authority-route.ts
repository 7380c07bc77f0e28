import { randomUUID } from "node:crypto";
import type * as z from "zod/mini";
import { limit } from "@/lib/accounts/attempts";
import { clientNetwork } from "@/lib/accounts/client-network";
import { type Answer, answerOnce, type Call, callOf } from "@/lib/authority/calls";
import { requireAuthority } from "@/lib/authority/keys";
import { inTransaction, type Transaction } from "@/lib/authority/transaction";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { limitedBody } from "@/lib/http/limited-body";
import { problem, problemOf } from "@/lib/http/problem";
import { log } from "@/lib/log";

type Params = Record<string, string>;
type Context = { params: Promise<Params> };
type Handler = (request: Request, context: Context) => Promise<Response>;

const MINUTE_SECONDS = 60;
const MAX_CALLS = 1_200;
const MAX_REFUSED = 60;
const MAX_BYTES = 256 * 1_024;
const REQUEST_ID = /^[\w.-]{8,100}$/;

const STATUS: Record<string, number> = {
  "not-authenticated": 401,
  "too-many-requests": 429,
  "wrong-state": 409,
  "address-missing": 409,
  "request-closed": 409,
  "other-content": 409,
};

function refusalOf(error: unknown): Response {
  const status = error instanceof AppError && STATUS[error.code];
  if (!status) return problemOf(error);
  const response = problem(status, error.code, { params: error.params });
  if (status === 401) response.headers.set("www-authenticate", "Bearer");
  if (status === 429) response.headers.set("retry-after", String(MINUTE_SECONDS));
  return response;
}

async function requireLimit(parts: readonly string[], max: number): Promise<void> {
  if (!(await limit(parts, max, MINUTE_SECONDS)).isAllowed) throw new AppError("too-many-requests");
}

/** Lets the authority in; whoever keeps trying wrong tokens is answered less and less. */
async function admit(request: Request): Promise<void> {
  try {
    await requireAuthority(request);
  } catch (error) {
    const network = clientNetwork(request.headers, env().TRUSTED_PROXIES);
    await requireLimit(["authority-refused", network], MAX_REFUSED);
    throw error;
  }
  await requireLimit(["authority-calls"], MAX_CALLS);
}

/** What every call has: who may make it, an id that the log has too, and problem documents. */
function authorityRoute(work: (request: Request, params: Params) => Promise<Response>): Handler {
  return async (request, { params }) => {
    const given = request.headers.get("x-request-id") ?? "";
    const id = REQUEST_ID.test(given) ? given : randomUUID();
    const respond = async () => {
      await admit(request);
      return work(request, await params);
    };
    const response = await respond().catch(refusalOf);
    response.headers.set("x-request-id", id);
    log.info({ request: id, method: request.method, status: response.status }, "authority call");
    return response;
  };
}

const json = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

/** A call that reads; a Response is passed on as it is. */
export const reads = (work: (request: Request, params: Params) => Promise<object>): Handler =>
  authorityRoute(async (request, params) => {
    const result = await work(request, params);
    return result instanceof Response ? result : json(result);
  });

/** The part of the address after the question mark. Throws `AppError("bad-request")`. */
export function queryOf<S extends z.ZodMiniType>(request: Request, schema: S): z.infer<S> {
  const read = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!read.success) throw new AppError("bad-request");
  return read.data;
}

type Read<T> = { body: T; call: Call } | { refused: Response };

async function readBody<S extends z.ZodMiniType>(
  request: Request,
  schema: S,
  maxBytes: number,
): Promise<Read<z.infer<S>>> {
  const text = await limitedBody(request, maxBytes).catch(() => {
    throw new AppError("bad-request");
  });
  if (text === null) return { refused: problem(413, "too-large", { detail: `At most ${maxBytes} bytes.` }) };
  const { pathname } = new URL(request.url);
  const call = callOf(request.headers.get("idempotency-key"), request.method, pathname, text);
  let given: unknown;
  try {
    given = JSON.parse(text || "{}");
  } catch {
    return { refused: problem(400, "not-json", { detail: "The body is not valid JSON." }) };
  }
  const read = schema.safeParse(given);
  if (read.success) return { body: read.data, call };
  const errors = read.error.issues.map(({ path, message }) => ({
    pointer: `/${path.map(String).join("/")}`,
    detail: message,
  }));
  return { refused: problem(422, "invalid-body", { errors }) };
}

/** A call that changes something, once for each `Idempotency-Key`; `answer` does it. */
export const changesBy = <S extends z.ZodMiniType>(
  schema: S,
  answer: (params: Params, body: z.infer<S>, call: Call) => Promise<Answer>,
  maxBytes = MAX_BYTES,
): Handler =>
  authorityRoute(async (request, params) => {
    const read = await readBody(request, schema, maxBytes);
    if ("refused" in read) return read.refused;
    const { status, body } = await answer(params, read.body, read.call);
    return json(body, status);
  });

/** As `changesBy`, in one transaction with the note that it was done. */
export const changes = <S extends z.ZodMiniType>(
  schema: S,
  work: (client: Transaction, params: Params, body: z.infer<S>, call: Call) => Promise<Answer>,
): Handler =>
  changesBy(schema, (params, body, call) =>
    inTransaction((client) => answerOnce(client, call, () => work(client, params, body, call))),
  );
