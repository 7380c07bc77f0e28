import { type ChildProcess, spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import pg from "pg";
import { createCluster, passwordFor, SUPERUSER, stopOrphan } from "./cluster";
import { binariesFolder, clusterFolder, type ServerUser, serverUser } from "./postgres-binaries";

export const DATABASE = "ankomst";
const START_TIMEOUT_MS = 60_000;
/** Killed more often than this within a minute, it is given up. */
const MAX_RESTARTS = 3;

export type EmbeddedPostgres = {
  url: string;
  folder: string;
  /** Rejects when the server ended without having been asked to and cannot be kept running. */
  died: Promise<never>;
  /** A fast shutdown: sessions are ended, everything committed is on the disk. */
  stop(): Promise<void>;
};

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function waitUntilReady(url: string, child: ChildProcess, tail: () => string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended while starting: ${tail()}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`PostgreSQL does not answer: ${(error as Error).message}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

type Server = { child: ChildProcess; exited: Promise<void>; said: () => string };

function launch(bin: string, folder: string, port: number, user: ServerUser): Server {
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "max_connections=60",
  ];
  // A process group of its own: Ctrl-C in the terminal must reach the web server first and the database last.
  const child = spawn(
    path.join(bin, "postgres"),
    ["-D", folder, ...settings.flatMap((setting) => ["-c", setting])],
    { stdio: ["ignore", "ignore", "pipe"], detached: true, cwd: "/", ...user },
  );
  let recent = "";
  child.stderr?.on("data", (chunk) => {
    recent = (recent + chunk).slice(-2_000);
  });
  child.once("error", () => undefined);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return { child, exited, said: () => recent.trim() };
}

/**
 * Starts a PostgreSQL of one's own below `dataFolder`, on a free port of the loopback interface, and starts it again
 * when it is killed. The caller holds the lock of the folder (`lockFolder`): a server found running there is an orphan.
 */
export async function startEmbeddedPostgres(dataFolder: string): Promise<EmbeddedPostgres> {
  const user = serverUser();
  const [bin, folder] = await Promise.all([binariesFolder(user), clusterFolder(dataFolder, user)]);
  await mkdir(path.dirname(folder), { recursive: true });
  const password = await passwordFor(path.join(path.resolve(dataFolder), "postgres.password"));
  await createCluster(bin, folder, password, user);
  await stopOrphan(bin, folder, user);

  const port = await freePort();
  const urlOf = (name: string) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${name}`;
  let isStopping = false;
  let server = launch(bin, folder, port, user);
  await waitUntilReady(urlOf("postgres"), server.child, server.said);
  await createDatabase(urlOf("postgres"));

  const supervise = async (): Promise<never> => {
    let restarts: number[] = [];
    for (;;) {
      await server.exited;
      if (isStopping) return new Promise<never>(() => undefined);
      restarts = [...restarts.filter((at) => at > Date.now() - 60_000), Date.now()];
      if (restarts.length > MAX_RESTARTS)
        throw new Error(`PostgreSQL ends again and again: ${server.said()}`);
      // The others of its group may outlive a killed postmaster for a moment, and hold the folder.
      await stopOrphan(bin, folder, user);
      server = launch(bin, folder, port, user);
    }
  };

  return {
    url: urlOf(DATABASE),
    folder,
    died: supervise(),
    async stop() {
      isStopping = true;
      server.child.kill("SIGINT");
      await server.exited;
    },
  };
}
