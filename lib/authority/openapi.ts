import * as z from "zod/mini";
import { authorityApi } from "@/lib/delivery/package";
import {
  Complement,
  EventsReceipt,
  Judgment,
  MoreTime,
  Nothing,
  Receipt,
  Since,
  Stage,
  Words,
} from "./schemas";

type Operation = {
  method: "get" | "post";
  path: string;
  summary: string;
  body?: z.ZodMiniType;
  query?: typeof Since;
  status?: number;
  /** Codes of the problem documents that are this call's own, with their status. */
  refusals?: Record<string, number>;
  /** What the answer is, where it is no JSON. */
  answer?: string;
};

const CASE = { "not-found": 404 };

const OPERATIONS: readonly Operation[] = [
  {
    method: "get",
    path: "/submissions",
    summary: "Submissions since a moment or after a cursor",
    query: Since,
  },
  {
    method: "get",
    path: "/submissions/{reference}",
    summary: "One case: what was submitted, word for word, and all that came since",
    refusals: CASE,
  },
  {
    method: "get",
    path: "/documents/{id}",
    summary: "A file as it was given",
    refusals: CASE,
    answer: "application/octet-stream",
  },
  {
    method: "get",
    path: "/groups/{reference}",
    summary: "The members of a family who have submitted",
    refusals: CASE,
  },
  {
    method: "get",
    path: "/events",
    summary: "Changes of address, replies, messages, withdrawals and acknowledgements since",
    query: Since,
  },
  {
    method: "post",
    path: "/events/receipt",
    summary: "Confirms all events up to a cursor",
    body: EventsReceipt,
    refusals: CASE,
  },
  {
    method: "post",
    path: "/submissions/{reference}/receipt",
    summary: "Confirms that a submission was received whole",
    body: Receipt,
    refusals: { ...CASE, "other-content": 409 },
  },
  {
    method: "post",
    path: "/submissions/{reference}/requests",
    summary: "Asks for a complement; the time for the decision stands still until it is there",
    body: Complement,
    status: 201,
    refusals: { ...CASE, "wrong-state": 409, "bad-day": 422 },
  },
  {
    method: "post",
    path: "/requests/{id}/extension",
    summary: "Gives more time for a complement, or says why not",
    body: MoreTime,
    refusals: { ...CASE, "request-closed": 409, "bad-day": 422, "not-asked": 422 },
  },
  {
    method: "post",
    path: "/requests/{id}/cancellation",
    summary: "Takes a request for a complement back",
    body: Nothing,
    refusals: { ...CASE, "request-closed": 409 },
  },
  {
    method: "post",
    path: "/submissions/{reference}/messages",
    summary: "Writes to the applicant, who hears by email that there is something and never what",
    body: Words,
    status: 201,
    refusals: { ...CASE, "wrong-state": 409 },
  },
  {
    method: "post",
    path: "/submissions/{reference}/state",
    summary: "Tells the applicant how far the case has come",
    body: Stage,
    status: 201,
    refusals: { ...CASE, "wrong-state": 409, "no-reason": 422 },
  },
  {
    method: "post",
    path: "/submissions/{reference}/decision",
    summary: "Delivers the decision; a permit only once the fixed address in Sweden is there",
    body: Judgment,
    status: 201,
    refusals: {
      ...CASE,
      "wrong-state": 409,
      "address-missing": 409,
      "bad-decision": 422,
      "wrong-type": 422,
      encrypted: 422,
      broken: 422,
    },
  },
];

const problemAnswer = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** The codes of one status together, as OpenAPI has one answer a status. */
function refusalsOf({ refusals = {}, body, query }: Operation) {
  const all = Object.entries({
    ...refusals,
    ...(body && {
      "bad-key": 400,
      "not-json": 400,
      "too-large": 413,
      "invalid-body": 422,
      "key-reused": 422,
    }),
    ...(query && { "bad-request": 400 }),
    "not-authenticated": 401,
    "too-many-requests": 429,
  });
  const statuses = [...new Set(all.map(([, status]) => status))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      problemAnswer(all.flatMap(([code, other]) => (other === status ? [`\`${code}\``] : [])).join(", ")),
    ]),
  );
}

function parametersOf({ path, body, query }: Operation) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: "path", required: true, schema: { type: "string" } },
  }));
  const properties = query ? (z.toJSONSchema(query, { io: "input" }).properties ?? {}) : {};
  const inQuery = Object.entries(properties).map(([name, schema]) => ({ name, in: "query", schema }));
  const key = {
    ...{ name: "Idempotency-Key", in: "header", required: true },
    description: "Made once for each wish; the same call again is answered alike and done once.",
    schema: { type: "string", minLength: 8, maxLength: 200 },
  };
  return [...inPath, ...inQuery, ...(body ? [key] : [])];
}

function operationOf(operation: Operation) {
  const { summary, body, status = 200, answer = "application/json" } = operation;
  const { $schema: _, ...schema } = body ? z.toJSONSchema(body, { io: "input" }) : { $schema: "" };
  return {
    summary,
    parameters: parametersOf(operation),
    ...(body && { requestBody: { required: true, content: { "application/json": { schema } } } }),
    responses: {
      [status]: { description: "Done", content: { [answer]: { schema: {} } } },
      ...refusalsOf(operation),
    },
  };
}

const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", description: "Stable; for programs" },
  },
};

/** The API for the authority as OpenAPI 3.1, made from the schemas that read its calls. */
export function authorityOpenApi() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Ankomst for the authority",
      version: "1",
      description:
        "A token for each request: a JWS (EdDSA or ES256) of the authority's key with `iss` `authority`, `aud` the address of this API, `iat`, `exp` at most 300 seconds later and a `jti` that serves once. Submissions are pushed too, signed by the key at `/keys`.",
    },
    servers: [{ url: authorityApi() }],
    security: [{ token: [] }],
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
    },
  };
}
