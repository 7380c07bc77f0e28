import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { access, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/lib/env";

/** Where bytes are kept. Keys are from `newStorageKey`, never from what a person sent. */
export interface Storage {
  /** All of the source or nothing: once it returns, the bytes outlive a power cut. */
  put(key: string, source: Readable): Promise<void>;
  /** Rejects at once where there is nothing under the key. */
  get(key: string): Promise<Readable>;
  /** Nothing under the key is no error. */
  remove(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
  list(): AsyncIterable<{ key: string; storedAt: Date }>;
  /** What an interrupted `put` left behind before then. Returns how many. */
  removeUnfinished(before: Date): Promise<number>;
}

const UNFINISHED = ".part";
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const newStorageKey = (): string => randomUUID();

/** Makes a rename outlive a power cut; not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function* filesBelow(folder: string): AsyncIterable<{ name: string; file: string; changedAt: Date }> {
  for (const part of await readdir(folder).catch(() => [])) {
    for (const name of await readdir(path.join(folder, part)).catch(() => [])) {
      const file = path.join(folder, part, name);
      const info = await stat(file).catch(() => null);
      if (info) yield { name, file, changedAt: info.mtime };
    }
  }
}

/** A file a key below `folder`, spread over 256 folders, readable by the owner only. */
export function folderStorage(folder: string): Storage {
  const placeOf = (key: string): string => {
    if (!KEY.test(key)) throw new Error("not a storage key");
    return path.join(folder, key.slice(0, 2), key);
  };
  return {
    async put(key, source) {
      const place = placeOf(key);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const unfinished = `${place}.${randomUUID()}${UNFINISHED}`;
      try {
        await pipeline(source, createWriteStream(unfinished, { flags: "wx", mode: 0o600, flush: true }));
        await rename(unfinished, place);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      await syncFolder(path.dirname(place));
    },
    async get(key) {
      return (await open(placeOf(key), "r")).createReadStream();
    },
    async remove(key) {
      await rm(placeOf(key), { force: true });
    },
    exists(key) {
      return access(placeOf(key)).then(
        () => true,
        () => false,
      );
    },
    async *list() {
      for await (const { name, changedAt } of filesBelow(folder)) {
        if (KEY.test(name)) yield { key: name, storedAt: changedAt };
      }
    },
    async removeUnfinished(before) {
      let removed = 0;
      for await (const { name, file, changedAt } of filesBelow(folder)) {
        if (!name.endsWith(UNFINISHED) || changedAt >= before) continue;
        await rm(file, { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}

/** The storage of this installation. */
export function storage(): Storage {
  return folderStorage(path.resolve(env().DATA_DIR, "files"));
}
