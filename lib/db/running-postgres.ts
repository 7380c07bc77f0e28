import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { SUPERUSER } from "./cluster";
import { DATABASE } from "./embedded-postgres";
import { clusterFolder, serverUser } from "./postgres-binaries";

/** Which line of `postmaster.pid` has the port. */
const PORT_LINE = 3;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The address of the PostgreSQL of one's own below `dataFolder`, where another process of the product runs it; else null. */
export async function runningPostgres(dataFolder: string): Promise<string | null> {
  try {
    const folder = await clusterFolder(dataFolder, serverUser());
    const status = await readFile(path.join(folder, "postmaster.pid"), "utf8");
    const port = Number(status.split("\n")[PORT_LINE]);
    const password = await readFile(path.join(dataFolder, "postgres.password"), "utf8");
    const url = `postgresql://${SUPERUSER}:${password.trim()}@127.0.0.1:${port}/${DATABASE}`;
    return (await answers(url)) ? url : null;
  } catch {
    return null;
  }
}
