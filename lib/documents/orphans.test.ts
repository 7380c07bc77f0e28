import "./fixtures/test-database";
import "./fixtures/test-folder";
import { utimes } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { addDocument, removingFilesOf } from "./documents";
import { makeApplication } from "./fixtures/make-application";
import { makePdf } from "./fixtures/make-files";
import { receive } from "./incoming";
import { removeOrphans } from "./orphans";
import { newStorageKey, storage } from "./storage";

const keysInStorage = async () => {
  const keys = new Set<string>();
  for await (const { key } of storage().list()) keys.add(key);
  return keys;
};

/** The key under which a new file of this application is kept. */
async function keyOfNew(place: { userId: string; applicationId: string }): Promise<string> {
  const received = await receive(Readable.from([await makePdf()]));
  const { id } = await addDocument({ ...place, requirement: "passport", fileName: "a.pdf", received });
  return (await db().document.findUniqueOrThrow({ where: { id } })).storageKey;
}

describe("bytes that nobody names", () => {
  const dayAgo = () => new Date(Date.now() - 24 * 60 * 60 * 1000);
  async function age(key: string) {
    await utimes(path.join(env().DATA_DIR, "files", key.slice(0, 2), key), 0, 0);
  }

  it("go once they are old; named ones and young ones stay", async () => {
    const own = await makeApplication();
    const kept = await keyOfNew(own);
    const [orphan, young, removed] = [newStorageKey(), newStorageKey(), newStorageKey()];
    for (const key of [orphan, young, removed]) await storage().put(key, Readable.from(["x"]));
    const shared = {
      applicationId: own.applicationId,
      requirement: "other",
      fileName: "a",
      mediaType: "image/png",
    };
    await db().document.create({
      data: { ...shared, sizeBytes: 1, sha256: "x", storageKey: removed, removedAt: new Date() },
    });
    for (const key of [kept, orphan, removed]) await age(key);
    expect(await removeOrphans(dayAgo())).toBe(2);
    const left = await keysInStorage();
    expect([kept, young].every((key) => left.has(key))).toBe(true);
    expect([orphan, removed].some((key) => left.has(key))).toBe(false);
    await expect(removeOrphans(new Date())).rejects.toThrow(RangeError);
  });

  it("go with a draft that is deleted", async () => {
    const own = await makeApplication();
    const key = await keyOfNew(own);
    await expect(
      removingFilesOf(own.applicationId, () => Promise.reject(new Error("database down"))),
    ).rejects.toThrow("database down");
    expect(await storage().exists(key)).toBe(true);
    await removingFilesOf(own.applicationId, () =>
      db().application.delete({ where: { id: own.applicationId } }),
    );
    expect(await storage().exists(key)).toBe(false);
  });
});
