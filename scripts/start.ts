import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { lockFolder } from "@/lib/db/folder-lock";
import { migrate } from "@/lib/db/migrate";
import { readEnv } from "@/lib/env";
import { loadRegister } from "@/lib/hosts/load-register";
import { buildIfNeeded } from "./build-if-needed";

const isDevelopment = process.argv.includes("--dev");
const say = (line: string) => console.log(`ankomst: ${line}`);

function fail(error: unknown): never {
  console.error(`ankomst: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

async function requireFreePort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", () =>
      reject(new Error(`Port ${port} is taken. Stop what listens there, or set PORT to another one.`)),
    );
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

/** The secret that seals cookies and keys hashes; made at the first start and kept in the data folder. */
function secretIn(folder: string): string {
  const file = path.join(folder, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

function child(args: string[], environment: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ["--import", "./scripts/end-with-parent.mjs", ...args], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: environment,
    detached: true,
  });
}

const ended = (process_: ChildProcess) =>
  new Promise<void>((resolve) =>
    process_.exitCode !== null || process_.signalCode !== null
      ? resolve()
      : process_.once("exit", () => resolve()),
  );

async function stopChild(process_: ChildProcess): Promise<void> {
  process_.kill("SIGTERM");
  const timer = setTimeout(() => process_.kill("SIGKILL"), 10_000);
  await ended(process_);
  clearTimeout(timer);
}

async function main(): Promise<void> {
  const settings = readEnv(process.env);
  mkdirSync(settings.DATA_DIR, { recursive: true });
  await requireFreePort(settings.PORT);
  if (!isDevelopment) await buildIfNeeded(say);

  const releases: (() => void | Promise<void>)[] = [];
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    APP_URL: settings.APP_URL,
    DATA_DIR: path.resolve(settings.DATA_DIR),
  };
  let database: EmbeddedPostgres | undefined;
  if (!settings.DATABASE_URL) {
    releases.push(lockFolder(settings.DATA_DIR));
    database = await startEmbeddedPostgres(settings.DATA_DIR);
    releases.push(database.stop);
    environment.DATABASE_URL = database.url;
    say(`DATABASE_URL is not set: PostgreSQL of its own in ${database.folder}`);
  }
  if (!settings.APP_SECRET) {
    environment.APP_SECRET = secretIn(settings.DATA_DIR);
    say(`APP_SECRET is not set: one is kept in ${path.join(settings.DATA_DIR, "secret")}`);
  }
  if (!settings.SMTP_URL)
    say(`SMTP_URL is not set: mail goes to ${path.join(settings.DATA_DIR, "mail")} and here`);
  say(`files go to ${path.join(settings.DATA_DIR, "files")}`);

  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) return;
    isStopping = true;
    for (const release of releases.reverse()) await release();
    process.exit(code);
  };
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(0));

  try {
    const applied = await migrate(environment.DATABASE_URL as string);
    if (applied.length > 0) say(`migrated: ${applied.join(", ")}`);
    const hosts = await loadRegister(environment.DATABASE_URL as string);
    if (hosts > 0) say(`register of hosts: ${hosts} entered or changed`);
    const next = [
      "node_modules/next/dist/bin/next",
      isDevelopment ? "dev" : "start",
      "-p",
      String(settings.PORT),
    ];
    const web = child(next, environment);
    const worker = child(["--import", "tsx", "scripts/worker.ts"], environment);
    for (const [name, part] of [
      ["web server", web],
      ["worker", worker],
    ] as const) {
      releases.push(() => stopChild(part));
      part.once("exit", (code) => {
        if (isStopping) return;
        console.error(`ankomst: the ${name} ended with code ${code}`);
        void stop(1);
      });
    }
    database?.died.catch((error) => {
      console.error(`ankomst: ${error.message}`);
      void stop(1);
    });
    say(`open ${settings.APP_URL}`);
  } catch (error) {
    console.error(`ankomst: ${(error as Error).message}`);
    await stop(1);
  }
}

main().catch(fail);
