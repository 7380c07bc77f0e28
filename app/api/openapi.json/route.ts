import { openApi } from "@/lib/hosts/api/openapi";

// Holds the address of this site, which is known when it runs, not when it is built.
export const dynamic = "force-dynamic";

/** The description of the API for hosts, OpenAPI 3.1. */
export function GET(): Response {
  return Response.json(openApi(), { headers: { "cache-control": "public, max-age=300" } });
}
