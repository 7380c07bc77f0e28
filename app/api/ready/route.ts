import { db } from "@/lib/db/client";
import { log } from "@/lib/log";

export const dynamic = "force-dynamic";

/** Whether a person can be served now: 200, or 503 while the database does not answer. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  try {
    await db().$queryRaw`SELECT 1`;
    return Response.json({ status: "ready" }, { headers });
  } catch (error) {
    log.warn({ code: (error as { code?: string }).code }, "not ready");
    return Response.json({ status: "unavailable" }, { status: 503, headers });
  }
}
