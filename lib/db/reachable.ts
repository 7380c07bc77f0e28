import { db } from "./client";

/** Whether the database answers now. Asked after something failed, to tell an outage from a fault of ours. */
export async function isDatabaseReachable(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
