import { fork } from "node:child_process";
import path from "node:path";
import { AppError } from "@/lib/errors";
import type { MediaType } from "./limits";

/** What the bytes are. `pages` is of a PDF. */
export type Inspection = { mediaType: MediaType; pages?: number };

const TIME_LIMIT_MS = 15_000;
const MAX_AT_ONCE = 2;
const MAX_WAITING = 100;

type Answer = Inspection | { refused: string };

/** Nothing of ours in its environment: a decoder that is taken over finds no secret and no database there. */
const ENVIRONMENT = { NODE_ENV: "production", UV_THREADPOOL_SIZE: "2" } as const;

function ask(file: string, limitMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // From the folder that the product runs in: a bundler moves the code beside this line, not what it starts.
    const guard = path.resolve("lib", "documents", "inspect-guard.mjs");
    const child = fork(/* turbopackIgnore: true */ guard, [file], {
      env: ENVIRONMENT,
      execArgv: [],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), limitMs);
    let answer: Answer | undefined;
    child.once("message", (message) => {
      answer = message as Answer;
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearTimeout(timer);
      if (answer) resolve(answer);
      else if (signal === "SIGKILL") resolve({ refused: "too-complex" });
      else if (signal) resolve({ refused: "broken" });
      else reject(new Error(`the inspection ended with code ${code} and no answer`));
    });
  });
}

let running = 0;
const waiting: (() => void)[] = [];

async function takeTurn(): Promise<void> {
  if (running < MAX_AT_ONCE) {
    running += 1;
    return;
  }
  if (waiting.length >= MAX_WAITING) throw new AppError("busy");
  await new Promise<void>((resolve) => waiting.push(resolve));
}

function passTurn(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}

/**
 * Opens the file as what its bytes say it is, in a process of its own with limits on time (15 s unless told) and memory (1 GB), at most
 * two at once. Throws AppError `wrong-type`, `encrypted` (PDF), `broken`, `too-many-pixels` (over 100 million),
 * `too-complex` (a limit was reached) or `busy`.
 */
export async function inspect(file: string, limitMs = TIME_LIMIT_MS): Promise<Inspection> {
  await takeTurn();
  try {
    const answer = await ask(file, limitMs);
    if ("refused" in answer) throw new AppError(answer.refused);
    return answer;
  } finally {
    passTurn();
  }
}
