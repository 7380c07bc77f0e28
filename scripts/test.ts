import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { migrate } from "@/lib/db/migrate";
import { ensureBrowser } from "./ensure-browser";

type Environment = Record<string, string>;

function run(title: string, command: string, environment: Environment = {}): void {
  console.log(`\n— ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, {
    shell: true,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment },
  });
  console.log(`— ${title}: ${Math.round((Date.now() - started) / 1000)} s`);
  if (status !== 0) throw new Error(`${title} failed`);
}

/** A folder of its own for each run; open to the user that the database runs as where this process is root. */
function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "ankomst-test-"));
  chmodSync(folder, 0o755);
  return folder;
}

async function unitTests(folder: string): Promise<void> {
  const database: EmbeddedPostgres = await startEmbeddedPostgres(folder);
  try {
    await migrate(database.url);
    const environment = {
      TEST_DATABASE_URL: database.url,
      DATABASE_URL: database.url,
      DATA_DIR: path.join(folder, "unit"),
      APP_SECRET: "a-secret-for-tests-that-protects-nothing",
      LOG_LEVEL: "silent",
    };
    run("unit tests", "npx vitest run", environment);
  } finally {
    await database.stop();
  }
}

async function main(): Promise<void> {
  ensureBrowser();
  run("types", "npm run --silent typecheck");
  run("lint", "npm run --silent lint");
  run("boundaries", "npm run --silent boundaries");
  run("dead code", "npm run --silent dead-code");
  const folder = temporaryFolder();
  try {
    await unitTests(folder);
    // The end-to-end tests start the product as a newcomer does, which builds it first.
    run("end to end", "npx playwright test", { E2E_FOLDER: path.join(folder, "e2e") });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log("\nall checks passed");
}

main().catch((error) => {
  console.error(`\n${error.message}`);
  process.exit(1);
});
