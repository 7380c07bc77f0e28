import "./fixtures/test-folder";
import { mkdtemp, readdir, stat, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, it } from "vitest";
import { folderStorage, newStorageKey, type Storage } from "./storage";

let folder: string;
let storage: Storage;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ankomst-storage-"));
  storage = folderStorage(folder);
});

const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

async function keys() {
  const found: string[] = [];
  for await (const { key } of storage.list()) found.push(key);
  return found;
}

describe("folder storage", () => {
  it("keeps, gives back and removes", async () => {
    const key = newStorageKey();
    expect(await storage.exists(key)).toBe(false);
    await storage.put(key, Readable.from([Buffer.from("hello")]));
    expect(await storage.exists(key)).toBe(true);
    expect(await text(await storage.get(key))).toBe("hello");
    expect(await keys()).toEqual([key]);
    const [file] = await files();
    expect((await stat(path.join(file?.parentPath ?? "", file?.name ?? ""))).mode & 0o777).toBe(0o600);
    await storage.remove(key);
    await storage.remove(key);
    await expect(storage.get(key)).rejects.toMatchObject({ code: "ENOENT" });
    expect(await keys()).toEqual([]);
  });

  it("keeps nothing of a source that fails", async () => {
    async function* failing() {
      yield Buffer.from("half");
      throw new Error("lost");
    }
    const key = newStorageKey();
    await expect(storage.put(key, Readable.from(failing()))).rejects.toThrow("lost");
    expect(await storage.exists(key)).toBe(false);
    expect(await files()).toEqual([]);
  });

  it.each([["../../etc/passwd"], [""], ["a/b"], ["F0000000-0000-0000-0000-000000000000"]])(
    "takes no key %j",
    async (key) => {
      await expect(storage.put(key, Readable.from(["x"]))).rejects.toThrow("not a storage key");
      await expect(storage.get(key)).rejects.toThrow("not a storage key");
      await expect(storage.remove(key)).rejects.toThrow("not a storage key");
    },
  );

  it("removes what an interrupted put left, once it is old", async () => {
    const key = newStorageKey();
    const never = new Readable({ read() {} });
    never.push("half");
    const put = storage.put(key, never);
    const lost = expect(put).rejects.toThrow();
    await expect.poll(files).toHaveLength(1);
    const [part] = await files();
    expect(await storage.removeUnfinished(new Date(Date.now() - 60_000))).toBe(0);
    await utimes(path.join(part?.parentPath ?? "", part?.name ?? ""), 0, 0);
    expect(await storage.removeUnfinished(new Date(Date.now() - 60_000))).toBe(1);
    never.destroy(new Error("gone"));
    await lost;
    expect(await keys()).toEqual([]);
  });
});
