import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeLockedPdf, makePdf, makePicture, makeZip } from "./fixtures/make-files";
import { inspect } from "./inspection";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ankomst-inspection-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function inspectBytes(bytes: Buffer, limitMs?: number) {
  const file = path.join(folder, randomUUID());
  await writeFile(file, bytes);
  return inspect(file, limitMs).catch((error: { code: string }) => error.code);
}

const heic = () => readFile(path.join("lib", "documents", "fixtures", "picture.heic"));
const cut = (bytes: Buffer, part: number) => bytes.subarray(0, Math.floor(bytes.length * part));
const PAGE =
  "%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n" +
  "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n";
const END = "\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";

describe("what is taken", () => {
  it("a PDF, with its pages", async () => {
    expect(await inspectBytes(await makePdf({ pages: 3 }))).toEqual({
      mediaType: "application/pdf",
      pages: 3,
    });
  });
  it("a JPEG, a PNG and a HEIC", async () => {
    expect(await inspectBytes(await makePicture("jpeg"))).toEqual({ mediaType: "image/jpeg" });
    expect(await inspectBytes(await makePicture("png"))).toEqual({ mediaType: "image/png" });
    expect(await inspectBytes(await heic())).toEqual({ mediaType: "image/heic" });
  });
  it("a photo with something after its end, as telephones write them", async () => {
    const photo = Buffer.concat([await makePicture("jpeg"), Buffer.from("SEFH trailer of a telephone")]);
    expect(await inspectBytes(photo)).toEqual({ mediaType: "image/jpeg" });
  });
});

describe("what is of another type, whatever its name", () => {
  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ["HTML", () => Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["SVG", () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["ZIP", makeZip],
    ["a Windows program", () => Buffer.concat([Buffer.from("MZ"), Buffer.alloc(500)])],
    ["a Linux program", () => readFile(process.execPath).then((bytes) => bytes.subarray(0, 100_000))],
    ["a shell script", () => Buffer.from("#!/bin/sh\nid\n")],
    [
      "GIF",
      () =>
        sharp({ create: { width: 2, height: 2, channels: 3, background: "red" } })
          .gif()
          .toBuffer(),
    ],
    [
      "WebP",
      () =>
        sharp({ create: { width: 2, height: 2, channels: 3, background: "red" } })
          .webp()
          .toBuffer(),
    ],
    [
      "AVIF",
      () =>
        sharp({ create: { width: 2, height: 2, channels: 3, background: "red" } })
          .avif()
          .toBuffer(),
    ],
    ["noise", () => Buffer.alloc(10_000, "\x07\x13")],
    ["one byte", () => Buffer.from("%")],
    ["text", () => Buffer.from("My passport is attached.")],
    ["HTML before a PDF", async () => Buffer.concat([Buffer.from("<html>"), await makePdf()])],
    ["a byte order mark before a PDF", async () => Buffer.concat([Buffer.from("\uFEFF"), await makePdf()])],
    ["a PDF and a ZIP", async () => Buffer.concat([await makePdf(), makeZip()])],
    ["a JPEG and a ZIP", async () => Buffer.concat([await makePicture("jpeg"), makeZip()])],
    [
      "a PNG and a ZIP with a comment",
      async () => Buffer.concat([await makePicture("png"), makeZip(), Buffer.alloc(900)]),
    ],
    ["a HEIC and a ZIP", async () => Buffer.concat([await heic(), makeZip()])],
    [
      "a JPEG with the beginning of a PDF in it",
      async () => {
        const photo = await makePicture("jpeg");
        return Buffer.concat([photo.subarray(0, 20), Buffer.from("%PDF-1.4"), photo.subarray(20)]);
      },
    ],
  ])("%s", async (_, make) => {
    expect(await inspectBytes(await make())).toBe("wrong-type");
  });
});

describe("what is locked", () => {
  it("a PDF with a password to open it", async () => {
    expect(await inspectBytes(await makeLockedPdf({ userPassword: "a", ownerPassword: "b" }))).toBe(
      "encrypted",
    );
  });
  it("a PDF with a password against changes", async () => {
    expect(await inspectBytes(await makeLockedPdf({ ownerPassword: "b" }))).toBe("encrypted");
  });
});

describe("what is broken", () => {
  it.each([0.05, 0.5, 0.9, 0.99])("a PDF cut at %d", async (part) => {
    expect(await inspectBytes(cut(await makePdf({ pages: 4 }), part))).toBe("broken");
  });
  it.each([0.1, 0.5, 0.9, 0.98])("pictures cut at %d", async (part) => {
    for (const bytes of [await makePicture("jpeg"), await makePicture("png"), await heic()]) {
      expect(await inspectBytes(cut(bytes, part))).toBe("broken");
    }
  });
  it("a PDF whose later part is missing", async () => {
    const unfinished = Buffer.concat([
      await makePdf(),
      Buffer.from("\n9 0 obj\n<</Length 900>>\nstream\nabc"),
    ]);
    expect(await inspectBytes(unfinished)).toBe("broken");
  });
  it("a PDF without a page, with its pages in a circle, of nothing but a heading", async () => {
    expect(await inspectBytes(await makePdf({ pages: 0 }))).toBe("broken");
    expect(await inspectBytes(Buffer.from(PAGE.replace("Kids[3 0 R]", "Kids[2 0 R]") + END))).toBe("broken");
    expect(await inspectBytes(Buffer.from("%PDF-1.7\n%%EOF"))).toBe("broken");
  });
  it("a page whose content is not there", async () => {
    expect(await inspectBytes(Buffer.from(PAGE.replace("/MediaBox", "/Contents 8 0 R/MediaBox") + END))).toBe(
      "broken",
    );
    expect(await inspectBytes(Buffer.from(PAGE + END))).toEqual({ mediaType: "application/pdf", pages: 1 });
  });
});

describe("what asks for too much", () => {
  it("a picture of too many pixels", async () => {
    const huge = await sharp({
      create: { width: 10_001, height: 10_000, channels: 3, background: "white" },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 1 })
      .toBuffer();
    expect(await inspectBytes(huge)).toBe("too-many-pixels");
  }, 30_000);

  it("a PDF that unpacks to 1.5 GB", async () => {
    const bomb = deflateSync(Buffer.alloc(1.5e9, " "));
    const head = `${PAGE}4 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${bomb.length}>>\nstream\n`;
    expect(
      await inspectBytes(Buffer.concat([Buffer.from(head), bomb, Buffer.from(`\nendstream\nendobj${END}`)])),
    ).toBe("too-complex");
  }, 60_000);

  it("a PDF that takes minutes to read, while the server goes on", async () => {
    const slow = Buffer.from(PAGE + "a ".repeat(9_900_000) + END);
    let longest = 0;
    let last = Date.now();
    const pulse = setInterval(() => {
      longest = Math.max(longest, Date.now() - last);
      last = Date.now();
    }, 10);
    expect(await inspectBytes(slow, 3_000)).toBe("too-complex");
    clearInterval(pulse);
    expect(longest).toBeLessThan(1_000);
  }, 30_000);
});

it("looks at many files in turn", async () => {
  const pdf = await makePdf();
  const found = await Promise.all(Array.from({ length: 12 }, () => inspectBytes(pdf)));
  expect(new Set(found.map((entry) => JSON.stringify(entry))).size).toBe(1);
}, 30_000);
