import "./fixtures/test-folder";
import { createHash, randomBytes } from "node:crypto";
import { readdir, readFile, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { discard, receive, removeAbandoned } from "./incoming";
import { MAX_FILE_BYTES, MEGABYTE } from "./limits";

const folder = () => path.join(env().DATA_DIR, "incoming");
const leftOver = () => readdir(folder());

function* megabytes(count: number, counter: { sent: number }) {
  const chunk = Buffer.alloc(MEGABYTE, 1);
  for (counter.sent = 0; counter.sent < count; counter.sent++) yield chunk;
}

describe("receive", () => {
  it("keeps the bytes, counts and hashes them", async () => {
    const bytes = randomBytes(300_000);
    const received = await receive(Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]));
    expect(received).toMatchObject({
      sizeBytes: 300_000,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    expect(await readFile(received.path)).toEqual(bytes);
    expect((await stat(received.path)).mode & 0o777).toBe(0o600);
    await discard(received);
    expect(await leftOver()).toEqual([]);
  });

  it.each([[-1], [0]])("takes 20 MB %i byte", async (difference) => {
    const received = await receive(Readable.from([Buffer.alloc(MAX_FILE_BYTES + difference, 1)]));
    expect(received.sizeBytes).toBe(MAX_FILE_BYTES + difference);
    await discard(received);
  });

  it("refuses one byte more, and nothing at all", async () => {
    const over = Readable.from([Buffer.alloc(MAX_FILE_BYTES, 1), Buffer.alloc(1)]);
    await expect(receive(over)).rejects.toMatchObject({ code: "too-large", params: { megabytes: 20 } });
    await expect(receive(Readable.from([]))).rejects.toMatchObject({ code: "empty" });
    await expect(receive(Readable.from([Buffer.alloc(0)]))).rejects.toMatchObject({ code: "empty" });
    expect(await leftOver()).toEqual([]);
  });

  it("cuts 2 GB after 20 MB, and holds none of it", async () => {
    const counter = { sent: 0 };
    const source = Readable.from(megabytes(2_048, counter));
    const before = process.memoryUsage.rss();
    await expect(receive(source)).rejects.toMatchObject({ code: "too-large" });
    expect(counter.sent).toBeLessThan(64);
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * MEGABYTE);
    expect(source.destroyed).toBe(true);
    expect(await leftOver()).toEqual([]);
  });

  it("leaves nothing behind when the line drops", async () => {
    async function* dropped() {
      yield Buffer.alloc(1_000);
      throw new Error("dropped");
    }
    await expect(receive(Readable.from(dropped()))).rejects.toThrow("dropped");
    expect(await leftOver()).toEqual([]);
  });

  it("finds what a killed process left", async () => {
    const [old, young] = [await receive(Readable.from(["old"])), await receive(Readable.from(["young"]))];
    await utimes(old.path, 0, 0);
    expect(await removeAbandoned(new Date(Date.now() - 60_000))).toBe(1);
    expect(await leftOver()).toEqual([path.basename(young.path)]);
    await discard(young);
  });
});
