import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import { faultOf, log } from "@/lib/log";

const STATUS_OF: Record<string, number> = {
  "bad-request": 400,
  "bad-key": 400,
  "not-signed-in": 401,
  "not-found": 404,
  "not-a-draft": 409,
  stale: 409,
  "cannot-submit": 422,
  "too-many-drafts": 429,
};

/** A problem document (RFC 9457). `code` is stable; `extra` are members of its own. */
export function problem(status: number, code: string, extra: Record<string, unknown> = {}): Response {
  const body = {
    type: `urn:ankomst:problem:${code}`,
    title: code.replaceAll("-", " "),
    status,
    code,
    ...extra,
  };
  return Response.json(body, {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}

/** The problem document of something thrown; what nobody foresaw gets an id that the log has too. */
export function problemOf(error: unknown): Response {
  if (error instanceof AppError)
    return problem(STATUS_OF[error.code] ?? 422, error.code, { params: error.params });
  const id = randomUUID();
  log.error({ id, ...faultOf(error) }, "request failed");
  return problem(500, "unexpected", { id });
}
