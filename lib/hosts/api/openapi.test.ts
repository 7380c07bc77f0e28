import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openApi } from "./openapi";
import { OPERATIONS } from "./operations";
import { readLines } from "./read-lines";

const ROUTES = path.join(import.meta.dirname, "../../../app/api/hosts/v1");

/** The operations that the routes serve, such as `post /links`. */
const served = readdirSync(ROUTES, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts"))
  .flatMap((file) => {
    const source = readFileSync(path.join(ROUTES, file), "utf8");
    const where = `/${path.dirname(file)}`.replace(/\[(\w+)\]/g, "{$1}");
    return [...source.matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
      ([, method = ""]) => `${method.toLowerCase()} ${where}`,
    );
  });

type Described = {
  operationId: string;
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, { example: unknown }> };
};

const described = openApi() as { openapi: string; paths: Record<string, Record<string, Described>> };

describe("the description of the API for hosts", () => {
  it("has every route, and no other", () => {
    const all = Object.entries(described.paths).flatMap(([where, methods]) =>
      Object.keys(methods).map((method) => `${method} ${where}`),
    );
    expect(all.sort()).toEqual(served.sort());
    expect(served).toHaveLength(7);
  });

  it("is plain JSON of OpenAPI 3.1, with an id of its own for each operation and each part of a path explained", () => {
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
    expect(described.openapi).toBe("3.1.0");
    const ids = OPERATIONS.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [where, methods] of Object.entries(described.paths)) {
      const parts = [...where.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods))
        expect(parameters.filter((one) => one.in === "path").map(({ name }) => name)).toEqual(parts);
    }
  });

  it("explains every field, and leaves none open that is closed", () => {
    const { content } = described.paths["/links"]?.post?.requestBody ?? { content: {} };
    const schema = JSON.stringify(content["application/json"]);
    for (const field of ["subjectRef", "birthDate", "amountMonthlySek", "hosting-agreement"])
      expect(schema).toContain(field);
    expect(schema).toContain('"additionalProperties":false');
  });

  it.each(OPERATIONS.flatMap((one) => (one.body ? [[one.operationId, one.body] as const] : [])))(
    "gives an example of %s that is taken",
    (_, { schema, example }) => {
      expect(schema.safeParse(example).success).toBe(true);
    },
  );

  it("gives a table that is taken", () => {
    const links = OPERATIONS.find(({ operationId }) => operationId === "createLinks");
    const body = Buffer.from(links?.body?.csv ?? "");
    const request = new Request("http://localhost", { headers: { "content-type": "text/csv" } });
    const lines = readLines({ request, body } as Parameters<typeof readLines>[0], { max: 10, csv: true });
    expect(links?.body?.schema.safeParse(lines).success).toBe(true);
  });
});
