import "./fixtures/test-database";
import "./fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import {
  addDocument,
  applicationOfDocument,
  listDocuments,
  openDocument,
  removeDocument,
  replaceDocument,
} from "./documents";
import { makeApplication, markSubmitted } from "./fixtures/make-application";
import { makePdf, makePdfOfSize } from "./fixtures/make-files";
import { receive } from "./incoming";
import { MAX_FILE_BYTES } from "./limits";
import type { Requirement } from "./requirement";
import { newStorageKey, storage } from "./storage";

type Place = { userId: string; applicationId: string };
let place: Place;
let pdf: Buffer;
beforeAll(async () => {
  place = await makeApplication();
  pdf = await makePdf();
});

const freshPdf = () => makePdf({ text: randomUUID() });

async function add(to: Place, bytes: Buffer, requirement: Requirement = "passport", fileName = "pass.pdf") {
  return addDocument({ ...to, requirement, fileName, received: await receive(Readable.from([bytes])) });
}
async function replace(to: Place, documentId: string, bytes: Buffer) {
  return replaceDocument({
    ...to,
    documentId,
    fileName: "new.pdf",
    received: await receive(Readable.from([bytes])),
  });
}
const keysInStorage = async () => {
  const keys = new Set<string>();
  for await (const { key } of storage().list()) keys.add(key);
  return keys;
};
const keyOf = async (id: string) => (await db().document.findUniqueOrThrow({ where: { id } })).storageKey;
const eventsOf = async ({ applicationId }: Place) =>
  (await db().event.findMany({ where: { applicationId }, orderBy: { id: "asc" } })).map(
    ({ kind, data, userId }) => ({ kind, data, userId }),
  );

describe("a file", () => {
  it("is added, listed, opened and removed, and each change is on record", async () => {
    const own = await makeApplication();
    const added = await add(own, pdf, "passport", "../pass\u202Eport.exe");
    expect(added).toMatchObject({
      fileName: "passport.exe.pdf",
      mediaType: "application/pdf",
      sizeBytes: pdf.length,
    });
    expect(added).not.toHaveProperty("storageKey");
    expect(await listDocuments(own.applicationId)).toEqual([added]);
    const { document, stream } = await openDocument(own.applicationId, added.id);
    expect(document).toEqual(added);
    expect(await buffer(stream)).toEqual(pdf);
    expect(await applicationOfDocument(added.id)).toBe(own.applicationId);

    const key = await keyOf(added.id);
    await removeDocument({ ...own, documentId: added.id });
    expect(await listDocuments(own.applicationId)).toEqual([]);
    expect(await storage().exists(key)).toBe(false);
    await expect(openDocument(own.applicationId, added.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(removeDocument({ ...own, documentId: added.id })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await applicationOfDocument(added.id)).toBeNull();

    const data = { documentId: added.id, requirement: "passport" };
    expect(await eventsOf(own)).toEqual([
      { kind: "document-added", data, userId: own.userId },
      { kind: "document-removed", data, userId: own.userId },
    ]);
  });

  it("is not stored twice for one requirement, but for two", async () => {
    const own = await makeApplication();
    const first = await add(own, pdf);
    const before = await keysInStorage();
    await expect(add(own, pdf)).rejects.toMatchObject({ code: "duplicate" });
    await expect(replace(own, first.id, pdf)).rejects.toMatchObject({ code: "duplicate" });
    expect(await keysInStorage()).toEqual(before);
    await add(own, pdf, "other");
    await removeDocument({ ...own, documentId: first.id });
    await add(own, pdf);
    expect(await listDocuments(own.applicationId)).toHaveLength(2);
  });

  it("added twice at the same moment is there once", async () => {
    const own = await makeApplication();
    const results = await Promise.allSettled([add(own, pdf), add(own, pdf), add(own, pdf)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await listDocuments(own.applicationId)).toHaveLength(1);
  });

  it("that is refused leaves neither bytes nor row", async () => {
    const own = await makeApplication();
    const before = await keysInStorage();
    await expect(add(own, Buffer.from("<html>"))).rejects.toMatchObject({ code: "wrong-type" });
    await expect(add({ ...own, applicationId: randomUUID() }, pdf)).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await keysInStorage()).toEqual(before);
    expect(await eventsOf(own)).toEqual([]);
  });

  it("is replaced as one change", async () => {
    const own = await makeApplication();
    const old = await add(own, pdf, "proof-of-funds");
    const key = await keyOf(old.id);
    const fresh = await replace(own, old.id, await freshPdf());
    expect(fresh).toMatchObject({ requirement: "proof-of-funds", fileName: "new.pdf" });
    expect(await listDocuments(own.applicationId)).toEqual([fresh]);
    expect(await storage().exists(key)).toBe(false);
    await expect(replace(own, old.id, await freshPdf())).rejects.toMatchObject({ code: "not-found" });
    expect(await listDocuments(own.applicationId)).toEqual([fresh]);
    expect((await eventsOf(own)).map(({ kind }) => kind)).toEqual([
      "document-added",
      "document-removed",
      "document-added",
    ]);
  });

  it("stays when its replacement is refused", async () => {
    const own = await makeApplication();
    const old = await add(own, pdf);
    await expect(replace(own, old.id, Buffer.from("%PDF-1.4"))).rejects.toMatchObject({ code: "broken" });
    expect(await buffer((await openDocument(own.applicationId, old.id)).stream)).toEqual(pdf);
  });
});

describe("another person's application", () => {
  it.each([() => randomUUID(), () => "x", () => "' OR 1=1 --"])("gives and loses nothing", async (id) => {
    const other = await makeApplication();
    const theirs = await add(other, pdf);
    for (const documentId of [theirs.id, id()]) {
      await expect(openDocument(place.applicationId, documentId)).rejects.toMatchObject({
        code: "not-found",
      });
      await expect(removeDocument({ ...place, documentId })).rejects.toMatchObject({ code: "not-found" });
      await expect(replace(place, documentId, pdf)).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await applicationOfDocument(id())).toBeNull();
    expect(await listDocuments(other.applicationId)).toEqual([theirs]);
  });
});

describe("a submitted application", () => {
  it("keeps what it has, and can still be read", async () => {
    const own = await makeApplication();
    const added = await add(own, pdf);
    await markSubmitted(own.applicationId);
    await expect(add(own, await freshPdf())).rejects.toMatchObject({ code: "not-a-draft" });
    await expect(replace(own, added.id, await freshPdf())).rejects.toMatchObject({ code: "not-a-draft" });
    await expect(removeDocument({ ...own, documentId: added.id })).rejects.toMatchObject({
      code: "not-a-draft",
    });
    expect(await buffer((await openDocument(own.applicationId, added.id)).stream)).toEqual(pdf);
  });

  it("takes nothing that arrives while it is being submitted", async () => {
    const own = await makeApplication();
    const received = await receive(Readable.from([pdf]));
    let adding: Promise<unknown> = Promise.resolve();
    await db().$transaction(async (client) => {
      await client.$queryRaw`SELECT 1 FROM "Application" WHERE id = ${own.applicationId}::uuid FOR UPDATE`;
      adding = addDocument({ ...own, requirement: "passport", fileName: "a.pdf", received }).catch(
        (error) => error.code,
      );
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(await client.document.count({ where: { applicationId: own.applicationId } })).toBe(0);
      await client.application.update({ where: { id: own.applicationId }, data: { state: "submitted" } });
    });
    expect(await adding).toBe("not-a-draft");
    expect(await listDocuments(own.applicationId)).toEqual([]);
  });
});

describe("room", () => {
  async function fill({ applicationId }: Place, rows: { sizeBytes: number; removedAt?: Date }[]) {
    const shared = { applicationId, requirement: "other", fileName: "a.pdf", mediaType: "application/pdf" };
    await db().document.createMany({
      data: rows.map((row) => ({ ...shared, ...row, sha256: randomUUID(), storageKey: newStorageKey() })),
    });
  }

  it("is 100 MB an application, also when several arrive at once", async () => {
    const own = await makeApplication();
    const files = await Promise.all(Array.from({ length: 7 }, () => makePdfOfSize(MAX_FILE_BYTES)));
    const results = await Promise.allSettled(files.map((bytes) => add(own, bytes)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    expect(results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []))).toEqual([
      "application-full",
      "application-full",
    ]);
    const rows = await listDocuments(own.applicationId);
    expect(rows.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)).toBe(5 * MAX_FILE_BYTES);
    await expect(add(own, pdf)).rejects.toMatchObject({
      code: "application-full",
      params: { megabytes: 100 },
    });

    const [first] = rows;
    const swapped = await replace(own, first?.id ?? "", await makePdfOfSize(MAX_FILE_BYTES));
    expect(swapped.sizeBytes).toBe(MAX_FILE_BYTES);
    await removeDocument({ ...own, documentId: swapped.id });
    await add(own, pdf);
  }, 60_000);

  it("is 100 files an application", async () => {
    const own = await makeApplication();
    await fill(
      own,
      Array.from({ length: 99 }, () => ({ sizeBytes: 1 })),
    );
    const hundredth = await add(own, pdf);
    await expect(add(own, await freshPdf())).rejects.toMatchObject({
      code: "too-many-files",
      params: { count: 100 },
    });
    await replace(own, hundredth.id, await freshPdf());
  });

  it("ends for who adds and removes without end", async () => {
    const own = await makeApplication();
    await fill(
      own,
      Array.from({ length: 1_000 }, () => ({ sizeBytes: 1, removedAt: new Date() })),
    );
    await expect(add(own, pdf)).rejects.toMatchObject({ code: "too-many-files" });
  });
});
