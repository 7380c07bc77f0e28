import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const SOURCES = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "next.config.js",
  "proxy.ts",
  "package-lock.json",
];

function fingerprint(): string {
  const hash = createHash("sha256");
  const visit = (at: string) => {
    const info = statSync(at);
    if (info.isDirectory()) for (const name of readdirSync(at).sort()) visit(path.join(at, name));
    else hash.update(`${at}\0`).update(readFileSync(at));
  };
  for (const source of SOURCES) if (existsSync(source)) visit(source);
  return hash.digest("hex");
}

/** Builds the application unless what is built is of these very sources. Throws when the build fails. */
export async function buildIfNeeded(say: (line: string) => void): Promise<void> {
  const folder = process.env.NEXT_DIST_DIR || ".next";
  const mark = path.join(folder, "ankomst-sources");
  const sources = fingerprint();
  if (existsSync(path.join(folder, "BUILD_ID")) && existsSync(mark) && readFileSync(mark, "utf8") === sources)
    return;
  say("building, which takes about a minute");
  const run = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (run.status !== 0) throw new Error("The build failed; see above.");
  writeFileSync(mark, sources);
}
