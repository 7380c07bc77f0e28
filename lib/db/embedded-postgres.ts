import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import pg from "pg";
import { binariesFolder, clusterFolder, type ServerUser, serverUser } from "./postgres-binaries";

const DATABASE = "ankomst";
const SUPERUSER = "ankomst";
const START_TIMEOUT_MS = 60_000;

export type EmbeddedPostgres = {
  url: string;
  folder: string;
  /** Ends when the server ended without having been asked to. */
  died: Promise<never>;
  /** A fast shutdown: sessions are ended, everything committed is on the disk. */
  stop(): Promise<void>;
};

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The password of the cluster, made at the first start; readable by the owner only. */
async function passwordFor(file: string): Promise<string> {
  const known = await readFile(file, "utf8").catch(() => null);
  if (known) return known.trim();
  const password = randomBytes(24).toString("base64url");
  await writeFile(file, password, { mode: 0o600, flag: "wx" });
  return password;
}

function run(program: string, args: string[], user: ServerUser): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], cwd: "/", ...user });
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(program)} failed: ${said.trim()}`)),
    );
  });
}

/** Makes the cluster in a folder beside its place and moves nothing: a half-made one is removed and made again. */
async function createCluster(bin: string, folder: string, password: string, user: ServerUser): Promise<void> {
  if (await exists(path.join(folder, "PG_VERSION"))) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const passwordFile = `${folder}.initial-password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) await Promise.all([chown(folder, user.uid, user.gid), chown(passwordFile, user.uid, user.gid)]);
  const options = ["--auth=scram-sha-256", `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
  try {
    await run(path.join(bin, "initdb"), ["-D", folder, "-E", "UTF8", "--locale=C", ...options], user);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** A server left over from a process that was killed is stopped, so that its successor may have the folder. */
async function stopOrphan(bin: string, folder: string, user: ServerUser): Promise<void> {
  const lines = await readFile(path.join(folder, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(lines.split("\n")[0]);
  if (!pid || !isAlive(pid)) return;
  await run(path.join(bin, "pg_ctl"), ["stop", "-D", folder, "-m", "fast", "-w", "-t", "30"], user);
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

/**
 * Starts a PostgreSQL of one's own below `dataFolder`, on a free port of the loopback interface.
 * The caller holds the lock of the folder (`lockFolder`): a server found running there is an orphan.
 */
export async function startEmbeddedPostgres(dataFolder: string): Promise<EmbeddedPostgres> {
  const user = serverUser();
  const [bin, folder] = await Promise.all([binariesFolder(user), clusterFolder(dataFolder, user)]);
  await mkdir(path.dirname(folder), { recursive: true });
  const password = await passwordFor(path.join(path.resolve(dataFolder), "postgres.password"));
  await createCluster(bin, folder, password, user);
  await stopOrphan(bin, folder, user);

  const port = await freePort();
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
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.once("error", () => undefined);

  const urlOf = (name: string) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${name}`;
  await waitUntilReady(urlOf("postgres"), child, () => recent.trim());
  await createDatabase(urlOf("postgres"));

  let isStopping = false;
  return {
    url: urlOf(DATABASE),
    folder,
    died: exited.then(() => {
      if (isStopping) return new Promise<never>(() => undefined);
      throw new Error(`PostgreSQL ended: ${recent.trim().slice(-300)}`);
    }),
    async stop() {
      isStopping = true;
      child.kill("SIGINT");
      await exited;
    },
  };
}
