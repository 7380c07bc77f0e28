import * as z from "zod";
import { env } from "@/lib/env";
import { problemAnswer } from "./answers";
import { apiAudience } from "./authenticate";
import { OPERATIONS, type Operation } from "./operations";

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io });
  return rest;
};

function queryParameters(query: z.ZodObject): Json[] {
  const { properties = {} } = schemaOf(query, "input") as { properties?: Record<string, Json> };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: false,
    ...(description !== undefined && { description }),
    schema,
  }));
}

const HEADERS: Json[] = [
  {
    name: "X-Request-Id",
    in: "header",
    required: false,
    description: "Comes back with the answer; one is made where there is none.",
    schema: { type: "string", pattern: "^[\\w.-]{8,64}$" },
  },
];

const ONCE: Json = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description:
    "Send the same key when you send the same request again: it is done once, and answered alike for a day.",
  schema: { type: "string", minLength: 8, maxLength: 128 },
};

const parameters = ({ query, params = {}, isOnce }: Operation): Json[] => [
  ...Object.entries(params).map(([name, description]) => ({
    name,
    in: "path",
    required: true,
    description,
    schema: { type: "string" },
  })),
  ...(query ? queryParameters(query) : []),
  ...(isOnce ? [ONCE] : []),
  ...HEADERS,
];

function requestBody({ body }: Operation): Json {
  if (!body) return {};
  const { schema, example, csv } = body;
  const table = csv === undefined ? {} : { "text/csv": { schema: { type: "string" }, example: csv } };
  return {
    requestBody: {
      required: true,
      content: { "application/json": { schema: schemaOf(schema, "input"), example }, ...table },
    },
  };
}

const PROBLEM = { $ref: "#/components/responses/Problem" };

function operation(one: Operation): Json {
  const { operationId, summary, description, answer } = one;
  const ok = {
    description: summary,
    content: { "application/json": { schema: schemaOf(answer, "output") } },
  };
  return {
    ...{ operationId, summary, description, parameters: parameters(one) },
    ...requestBody(one),
    responses: { 200: ok, default: PROBLEM },
  };
}

function paths(): Json {
  const result: Record<string, Json> = {};
  for (const one of OPERATIONS) result[one.path] = { ...result[one.path], [one.method]: operation(one) };
  return result;
}

const TOKEN = `A compact JWS that you sign for each request with a key of yours (EdDSA or ES256; header: \`alg\`, \`kid\` and nothing else but \`typ\`). Claims: \`iss\` your code, \`aud\` the address below, \`iat\`, \`exp\` at most five minutes after it, \`jti\` an id that serves once, and if you like \`bsha256\`, the SHA-256 of the body in base64url. The address for \`aud\`: `;

/** The description of the API for hosts, OpenAPI 3.1, made from the schemas that read its requests. */
export function openApi(): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Ankomst for hosts",
      version: "1",
      description: "For universities and research principals: send people in with what you know of them.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: apiAudience() }],
    externalDocs: { url: `${env().APP_URL.replace(/\/$/, "")}/en/hosts` },
    security: [{ hostToken: [] }],
    paths: paths(),
    components: {
      securitySchemes: {
        hostToken: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWS",
          description: TOKEN + apiAudience(),
        },
      },
      responses: {
        Problem: {
          description: "Why it was not done (RFC 9457).",
          content: { "application/problem+json": { schema: schemaOf(problemAnswer, "output") } },
        },
      },
    },
  };
}
