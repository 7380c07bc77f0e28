import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ServerUser } from "./postgres-binaries";

/** The superuser of the cluster of our own. */
export const SUPERUSER = "ankomst";

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The password of the cluster, made at the first start; readable by the owner only. */
export async function passwordFor(file: string): Promise<string> {
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
export async function createCluster(
  bin: string,
  folder: string,
  password: string,
  user: ServerUser,
): Promise<void> {
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
export async function stopOrphan(bin: string, folder: string, user: ServerUser): Promise<void> {
  const lines = await readFile(path.join(folder, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(lines.split("\n")[0]);
  if (!pid || !isAlive(pid)) return;
  await run(path.join(bin, "pg_ctl"), ["stop", "-D", folder, "-m", "fast", "-w", "-t", "30"], user);
}
