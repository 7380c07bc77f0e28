import { randomUUID } from "node:crypto";
import { limit } from "@/lib/accounts/attempts";
import type { Host } from "@/lib/db/generated/client";
import { limitedBytes } from "@/lib/http/limited-body";
import { problem } from "@/lib/http/problem";
import { faultOf, log } from "@/lib/log";
import { authenticate, requireSignedBody } from "./authenticate";
import { Refusal } from "./refusal";

const MAX_BODY = 10 * 1024 * 1024;
const REQUEST_ID = /^[\w.-]{8,64}$/;
const WINDOW_SECONDS = 60;
/** Requests a minute of one host: all of them, and those that send a body. */
const LIMITS = { all: 120, sending: 30 } as const;

export type HostCall = {
  host: Host;
  requestId: string;
  request: Request;
  url: URL;
  body: Buffer;
  params: Record<string, string>;
};

export type HostAnswer = { status: number; body?: unknown; headers?: Record<string, string> };

type Context = { params: Promise<Record<string, string>> };

/** Counts a request; the headers tell how many are left (draft-ietf-httpapi-ratelimit-headers). Throws a `Refusal` with 429. */
async function rateLimited({ code }: Host, kind: keyof typeof LIMITS): Promise<Record<string, string>> {
  const max = LIMITS[kind];
  const { isAllowed, left, until } = await limit(["host-requests", kind, code], max, WINDOW_SECONDS);
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1_000));
  const headers = {
    "ratelimit-policy": `"${kind}";q=${max};w=${WINDOW_SECONDS}`,
    ratelimit: `"${kind}";r=${left};t=${seconds}`,
  };
  if (isAllowed) return headers;
  const detail = `At most ${max} requests a minute.`;
  throw new Refusal(429, "too-many-requests", detail, {}, { ...headers, "retry-after": String(seconds) });
}

async function bodyOf(request: Request): Promise<Buffer> {
  if (request.headers.get("content-encoding"))
    throw new Refusal(415, "encoded-body", "Send the body as it is, without a content encoding.");
  const body = await limitedBytes(request, MAX_BODY);
  if (!body) throw new Refusal(413, "too-large", `At most ${MAX_BODY} bytes.`);
  requireSignedBody(request, body);
  return body;
}

function refusal(error: unknown, requestId: string): Response {
  if (!(error instanceof Refusal)) {
    log.error({ requestId, ...faultOf(error) }, "host request failed");
    return problem(500, "unexpected", { requestId });
  }
  const { status, code, detail, extra, headers } = error;
  const response = problem(status, code, { detail, requestId, ...extra });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function answered({ status, body, headers }: HostAnswer): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });
}

/**
 * A route of the API for hosts: who asks, how often, the body up to 10 MB, an id for each request (`X-Request-Id`, theirs or
 * ours) and problem documents. The log has the host's code, the route and the outcome, and nobody's data.
 */
export function hostRoute(route: string, serve: (call: HostCall) => Promise<HostAnswer>) {
  return async function handle(request: Request, context: Context): Promise<Response> {
    const started = Date.now();
    const given = request.headers.get("x-request-id") ?? "";
    const requestId = REQUEST_ID.test(given) ? given : randomUUID();
    let code: string | undefined;
    let response: Response;
    try {
      const host = await authenticate(request);
      code = host.code;
      const sends = request.method === "POST" || request.method === "PUT";
      const all = await rateLimited(host, "all");
      const headers = sends ? await rateLimited(host, "sending") : all;
      const body = sends ? await bodyOf(request) : Buffer.alloc(0);
      const params = await context.params;
      const answer = await serve({ host, requestId, request, url: new URL(request.url), body, params });
      response = answered({ ...answer, headers: { ...headers, ...answer.headers } });
    } catch (error) {
      response = refusal(error, requestId);
    }
    response.headers.set("x-request-id", requestId);
    const { status } = response;
    log.info({ requestId, host: code, route, status, ms: Date.now() - started }, "host request");
    return response;
  };
}
