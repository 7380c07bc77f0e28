import "./fixtures/test-folder";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { ReadableStream as NodeReadableStream } from "node:stream/web";
import { afterEach, describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { MAX_FILE_BYTES, MEGABYTE } from "./limits";
import { discardAll, MAX_REQUEST_BYTES, readUpload, type UploadRequest } from "./upload-request";

const BOUNDARY = "----ankomst";
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
const END = `--${BOUNDARY}--\r\n`;
const LIMITS = { bytes: MAX_REQUEST_BYTES, idleMs: 5_000, totalMs: 60_000 };

const field = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const fileHead = (fileName: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/pdf\r\n\r\n`;
const file = (fileName: string, content: string) => `${fileHead(fileName)}${content}\r\n`;

function streamOf(
  parts: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): ReadableStream<Uint8Array> {
  async function* bytes() {
    for await (const part of parts) yield typeof part === "string" ? new TextEncoder().encode(part) : part;
  }
  return NodeReadableStream.from(bytes()) as ReadableStream<Uint8Array>;
}
const read = (parts: (string | Uint8Array)[], limits = LIMITS) => readUpload(streamOf(parts), TYPE, limits);
const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => "taken",
    (error: { code: string }) => error.code,
  );
const leftOver = () => readdir(path.join(env().DATA_DIR, "incoming")).catch(() => []);

async function shown({ files }: UploadRequest) {
  const list = [];
  for (const one of files) {
    list.push([one.name, "received" in one ? await readFile(one.received.path, "utf8") : one.refused.code]);
  }
  await discardAll(files);
  return list;
}

afterEach(async () => expect(await leftOver()).toEqual([]));

describe("a whole form", () => {
  it("gives its fields and files, in any order of parts", async () => {
    const form = await read([
      file("a.pdf", "one"),
      field("requirement", "passport"),
      file("ب.pdf", "two"),
      END,
    ]);
    expect(Object.fromEntries(form.fields)).toEqual({ requirement: "passport" });
    expect(await shown(form)).toEqual([
      ["a.pdf", "one"],
      ["ب.pdf", "two"],
    ]);
  });

  it("arrives the same in pieces of one byte", async () => {
    const whole = new TextEncoder().encode(field("locale", "sv") + file("a.pdf", "one\r\n--x") + END);
    const form = await read(Array.from(whole, (byte) => new Uint8Array([byte])));
    expect(await shown(form)).toEqual([["a.pdf", "one\r\n--x"]]);
  });

  it("cleans names, and gives none for a field that was left alone", async () => {
    expect(await shown(await read([file("../..\\x\u202Efdp.exe", "x"), file("", ""), END]))).toEqual([
      ["xfdp.exe", "x"],
    ]);
    expect(await shown(await read([file("", ""), END]))).toEqual([]);
    expect(await shown(await read([file("empty.pdf", ""), END]))).toEqual([["empty.pdf", "empty"]]);
  });

  it("has no use for what it does not know", async () => {
    const form = await read([field("__proto__", "x"), field("constructor", "y"), END]);
    expect(form.fields.get("__proto__")).toBe("x");
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("takes 20 MB exactly, refuses one byte more, and goes on with the next", async () => {
    const chunk = new Uint8Array(MEGABYTE);
    const full = Array.from({ length: 20 }, () => chunk);
    const form = await read([
      fileHead("full"),
      ...full,
      "\r\n",
      fileHead("over"),
      ...full,
      "x\r\n",
      file("next", "n"),
      END,
    ]);
    expect(
      form.files.map((one) => [one.name, "received" in one ? one.received.sizeBytes : one.refused.code]),
    ).toEqual([
      ["full", MAX_FILE_BYTES],
      ["over", "too-large"],
      ["next", 1],
    ]);
    await discardAll(form.files);
  });

  it("says so when there are too many files", async () => {
    const form = await read([...Array.from({ length: 101 }, (_, at) => file(`${at}.pdf`, "x")), END]);
    expect(form.files).toHaveLength(101);
    expect(
      form.files.filter((one) => "refused" in one && one.refused.code === "too-many-files"),
    ).toHaveLength(1);
    await discardAll(form.files);
  });
});

describe("a form that is not whole gives nothing", () => {
  it.each<[string, (string | Uint8Array)[]]>([
    ["nothing", []],
    ["text", ["hello"]],
    ["a file without an end", [file("a.pdf", "one"), fileHead("b.pdf"), "two"]],
    ["no last boundary", [file("a.pdf", "one")]],
    [
      "a head without an end",
      [`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf`],
    ],
    ["a head that is too long", [`--${BOUNDARY}\r\nX: ${"x".repeat(100_000)}`, "\r\n\r\n", END]],
  ])("%s", async (_, parts) => {
    expect(await codeOf(read(parts))).toBe("malformed-upload");
  });

  it("no boundary", async () => {
    expect(await codeOf(readUpload(streamOf([END]), "multipart/form-data"))).toBe("malformed-upload");
  });

  it("a line that drops", async () => {
    async function* dropped() {
      yield file("a.pdf", "one") + fileHead("b.pdf");
      throw new Error("ECONNRESET");
    }
    expect(await codeOf(readUpload(streamOf(dropped()), TYPE, LIMITS))).toBe("malformed-upload");
  });

  it("a form that is wrong in its middle, read to its end", async () => {
    let isRead = false;
    async function* wrong() {
      yield `--${BOUNDARY}\r\nX: ${"x".repeat(100_000)}`;
      for (let at = 0; at < 50; at++) yield new Uint8Array(MEGABYTE);
      isRead = true;
    }
    expect(await codeOf(readUpload(streamOf(wrong()), TYPE, LIMITS))).toBe("malformed-upload");
    expect(isRead).toBe(true);
  });

  it("a body longer than it may be, of which no more is held than passes through", async () => {
    let sent = 0;
    async function* endless() {
      yield fileHead("endless");
      for (; ; sent++) yield new Uint8Array(MEGABYTE);
    }
    const before = process.memoryUsage.rss();
    expect(await codeOf(readUpload(streamOf(endless()), TYPE, LIMITS))).toBe("request-too-large");
    expect(sent).toBeLessThan(120);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * MEGABYTE);
  });

  it("a sender that stands still, and one that only drips", async () => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    async function* still() {
      yield fileHead("a.pdf");
      await wait(3_000);
    }
    async function* drip() {
      yield fileHead("a.pdf");
      for (let at = 0; at < 40; at++) {
        await wait(50);
        yield "x";
      }
    }
    const started = Date.now();
    expect(await codeOf(readUpload(streamOf(still()), TYPE, { ...LIMITS, idleMs: 200 }))).toBe("too-slow");
    expect(await codeOf(readUpload(streamOf(drip()), TYPE, { ...LIMITS, idleMs: 200, totalMs: 600 }))).toBe(
      "too-slow",
    );
    expect(Date.now() - started).toBeLessThan(2_500);
  });
});
