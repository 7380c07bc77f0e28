import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";

/** A new folder for data, where the database's own user may look too; gone when the tests are over. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "ankomst-e2e-"));
  chmodSync(folder, 0o755);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

export type Product = {
  url: string;
  folder: string;
  process: ChildProcess;
  said(): string;
  /** Resolves to the exit code, or to the name of the signal. */
  ended: Promise<number | string | null>;
};

type Options = {
  folder: string;
  port: number;
  settings?: Record<string, string>;
  command?: readonly string[];
  user?: { uid: number; gid: number };
};

const START = [process.execPath, "--import", "tsx", "scripts/start.ts"];

/** Starts the product as a process of its own; resolves at once. */
export function launch({ folder, port, settings = {}, command = START, user }: Options): Product {
  const [program = "", ...args] = command;
  const started = spawn(program, args, {
    env: {
      ...process.env,
      NODE_ENV: "production",
      ...{ DATABASE_URL: "", APP_URL: "", LOG_LEVEL: "warn", TRUSTED_PROXIES: "1" },
      ...{ PORT: String(port), DATA_DIR: folder, ...settings },
    },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, as a terminal gives it.
    detached: true,
    ...user,
  });
  let said = "";
  for (const stream of [started.stdout, started.stderr])
    stream?.on("data", (piece) => {
      said += piece;
    });
  const ended = new Promise<number | string | null>((resolve) => {
    started.once("close", (code, signal) => resolve(code ?? signal));
  });
  return { url: `http://localhost:${port}`, folder, process: started, said: () => said, ended };
}

/** Whether somebody who comes anew is answered; `fetch` would go on over a connection that it has. */
export const serves = ({ url }: Product, path = "/api/ready") =>
  new Promise<boolean>((resolve) => {
    http
      .get(`${url}${path}`, { agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      })
      .once("error", () => resolve(false));
  });

/** Resolves once the product serves; throws with what it said when it ends before, or after a minute. */
export async function ready(product: Product): Promise<Product> {
  let isOver = false;
  void product.ended.then(() => {
    isOver = true;
  });
  for (let attempt = 0; attempt < 300; attempt++) {
    if (isOver) throw new Error(`The product ended: ${product.said()}`);
    if (await serves(product)) return product;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The product is not ready: ${product.said()}`);
}

/** The process and everything that it started, as far as it lives. */
export function family(root: number): number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state]) => !state?.startsWith("Z"));
  const found = [root];
  for (const parent of found)
    for (const [pid, ppid] of rows) if (Number(ppid) === parent) found.push(Number(pid));
  return found;
}

/** Which of the processes still live. */
export function alive(pids: readonly number[]): number[] {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,stat="], { encoding: "utf8" });
  const living = new Set(
    listed
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/))
      .filter(([, state]) => !state?.startsWith("Z"))
      .map(([pid]) => Number(pid)),
  );
  return pids.filter((pid) => living.has(pid));
}
