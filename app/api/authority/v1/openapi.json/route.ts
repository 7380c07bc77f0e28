import { authorityOpenApi } from "@/lib/authority/openapi";

export const dynamic = "force-dynamic";

/** What the API takes, as OpenAPI 3.1. */
export function GET(): Response {
  return Response.json(authorityOpenApi(), { headers: { "cache-control": "public, max-age=300" } });
}
