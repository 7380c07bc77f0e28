import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { MAX_FILE_BYTES, MEGABYTE } from "./limits";

/** A file that has arrived whole and lies in a file of its own; nothing is known of its content yet. */
export type Received = { path: string; sizeBytes: number /** Lower-case hexadecimal. */; sha256: string };

const folder = () => path.resolve(env().DATA_DIR, "incoming");

export const tooLarge = () => new AppError("too-large", { megabytes: MAX_FILE_BYTES / MEGABYTE });

/**
 * Writes one upload to a file of its own, hashing and counting as it passes. Throws AppError `too-large` at the first byte
 * over 20 MB (the source is then destroyed) and `empty`; whatever is thrown, nothing is left behind. The caller
 * hands the result to `discard` when done with it.
 */
export async function receive(source: Readable): Promise<Received> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const file = path.join(folder(), randomUUID());
  const hash = createHash("sha256");
  let sizeBytes = 0;
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      sizeBytes += chunk.length;
      if (sizeBytes > MAX_FILE_BYTES) throw tooLarge();
      hash.update(chunk);
      yield chunk;
    }
    if (sizeBytes === 0) throw new AppError("empty");
  }
  try {
    await pipeline(source, counted, createWriteStream(file, { flags: "wx", mode: 0o600 }));
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return { path: file, sizeBytes, sha256: hash.digest("hex") };
}

export async function discard(received: Received): Promise<void> {
  await rm(received.path, { force: true });
}

/** Removes what a process that was killed left behind before then. Returns how many. */
export async function removeAbandoned(before: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder()).catch(() => [])) {
    const file = path.join(folder(), name);
    const info = await stat(file).catch(() => null);
    if (!info || info.mtime >= before) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}
