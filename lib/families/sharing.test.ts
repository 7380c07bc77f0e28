import "../documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { deleteDraft } from "@/lib/applications/applications";
import { db } from "@/lib/db/client";
import {
  addDocument,
  listDocuments,
  openDocument,
  removeDocument,
  removingFilesOf,
  replaceDocument,
} from "@/lib/documents/documents";
import { makePdf } from "@/lib/documents/fixtures/make-files";
import { receive } from "@/lib/documents/incoming";
import { MAX_FILES } from "@/lib/documents/limits";
import type { Requirement } from "@/lib/documents/requirement";
import { storage } from "@/lib/documents/storage";
import { type Applicant, applicant, code, memberOf, revisionOf, spouseOf } from "./fixtures/people";
import { leaveFamily } from "./leave";
import { markReady } from "./ready";
import { openSharing, shareDocument, stopSharing } from "./sharing";
import { openFamily } from "./view";

const bytes = () => makePdf({ text: randomUUID() });

async function add(
  to: Applicant,
  requirement: Requirement = "marriage-or-partnership-certificate",
  pdf?: Buffer,
) {
  const received = await receive(Readable.from([pdf ?? (await bytes())]));
  return addDocument({ ...to, requirement, fileName: "certificate.pdf", received });
}
const share = (from: Applicant, documentId: string, ...memberIds: string[]) =>
  shareDocument(from.userId, from.applicationId, documentId, memberIds);
const filesOf = ({ applicationId }: Applicant) => listDocuments(applicationId);
const keysOf = async ({ applicationId }: Applicant) =>
  (await db().document.findMany({ where: { applicationId } })).map(({ storageKey }) => storageKey);
const stored = async () => {
  let count = 0;
  for await (const _ of storage().list()) count++;
  return count;
};
const submitted = ({ applicationId }: Applicant) =>
  db().application.update({ where: { id: applicationId }, data: { state: "submitted" } });

async function couple() {
  const main = await applicant();
  const spouse = await spouseOf(main);
  return { main, spouse };
}

describe("a file that is shared", () => {
  it("is a copy of its own in the other's draft, under what it is needed for there", async () => {
    const { main, spouse } = await couple();
    const pdf = await bytes();
    const original = await add(main, "marriage-or-partnership-certificate", pdf);
    const before = await revisionOf(spouse);
    await share(main, original.id, spouse.memberId);
    const [copy] = await filesOf(spouse);
    expect(copy).toMatchObject({
      givenBy: "Test Rao",
      requirement: "marriage-or-partnership-certificate",
      fileName: original.fileName,
      sha256: original.sha256,
    });
    expect(copy?.id).not.toBe(original.id);
    const { stream } = await openDocument(spouse.applicationId, copy?.id ?? "");
    expect(await buffer(stream)).toEqual(pdf);
    expect((await keysOf(spouse))[0]).not.toBe((await keysOf(main))[0]);
    expect(await revisionOf(spouse)).toBe(before + 1);
    expect(await openSharing(main.userId, main.applicationId)).toEqual({
      members: [{ id: spouse.memberId, name: "Sam", canReceive: true }],
      documents: [
        {
          id: original.id,
          requirement: "marriage-or-partnership-certificate",
          fileName: original.fileName,
          sharedWith: [spouse.memberId],
        },
      ],
    });
  });

  it("that the other's case does not ask for is something else that they give", async () => {
    const { main, spouse } = await couple();
    const original = await add(main, "curriculum-vitae");
    await share(main, original.id, spouse.memberId);
    expect((await filesOf(spouse))[0]?.requirement).toBe("other");
  });

  it("is there once: shared twice, twice at once, or there already", async () => {
    const { main, spouse } = await couple();
    const original = await add(main);
    const before = await stored();
    await Promise.all([share(main, original.id, spouse.memberId), share(main, original.id, spouse.memberId)]);
    await share(main, original.id, spouse.memberId, spouse.memberId);
    expect(await filesOf(spouse)).toHaveLength(1);
    expect(await stored()).toBe(before + 1);
  });

  it("is the receiver's to remove, and stays away until it is shared again", async () => {
    const { main, spouse } = await couple();
    const original = await add(main);
    await share(main, original.id, spouse.memberId);
    const [copy] = await filesOf(spouse);
    await removeDocument({ ...spouse, documentId: copy?.id ?? "" });
    expect(await filesOf(main)).toHaveLength(1);
    expect((await openSharing(main.userId, main.applicationId)).documents[0]?.sharedWith).toEqual([]);
    await share(main, original.id, spouse.memberId);
    expect(await filesOf(spouse)).toHaveLength(1);
  });

  it.each([
    ["its original is removed", (main: Applicant, id: string) => removeDocument({ ...main, documentId: id })],
    [
      "its original is replaced",
      async (main: Applicant, id: string) => {
        const received = await receive(Readable.from([await bytes()]));
        return replaceDocument({ ...main, documentId: id, fileName: "new.pdf", received });
      },
    ],
    [
      "it is no longer shared",
      (main: Applicant, id: string) => stopSharing(main.userId, main.applicationId, id),
    ],
  ])("goes from drafts when %s, and its bytes with it", async (_, end) => {
    const { main, spouse } = await couple();
    const other = await spouseOf(main, { as: "new-family-application" }, "Kim");
    const original = await add(main);
    await share(main, original.id, spouse.memberId, other.memberId);
    const [key] = await keysOf(spouse);
    await submitted(other);
    await end(main, original.id);
    expect(await filesOf(spouse)).toEqual([]);
    expect(await storage().exists(key ?? "")).toBe(false);
    expect(await filesOf(other)).toHaveLength(1);
  });

  it("ends for those who are chosen", async () => {
    const { main, spouse } = await couple();
    const other = await spouseOf(main, { as: "new-family-application" }, "Kim");
    const original = await add(main);
    await share(main, original.id, spouse.memberId, other.memberId);
    await stopSharing(main.userId, main.applicationId, original.id, [spouse.memberId]);
    expect([await filesOf(spouse), await filesOf(other)].map(({ length }) => length)).toEqual([0, 1]);
  });

  it("stays when the one who shared it leaves, or deletes their draft", async () => {
    const { main, spouse } = await couple();
    const original = await add(main);
    await share(main, original.id, spouse.memberId);
    await leaveFamily(main.userId, main.applicationId);
    await removeDocument({ ...main, documentId: original.id });
    expect(await filesOf(spouse)).toMatchObject([{ givenBy: "Test Rao" }]);

    const two = await couple();
    const file = await add(two.main);
    await share(two.main, file.id, two.spouse.memberId);
    const { userId, applicationId } = two.main;
    await removingFilesOf(applicationId, () => deleteDraft(userId, applicationId));
    const [copy] = await filesOf(two.spouse);
    const { stream } = await openDocument(two.spouse.applicationId, copy?.id ?? "");
    expect((await buffer(stream)).length).toBe(copy?.sizeBytes);
  });

  it("makes the one who gets it look again before it is submitted", async () => {
    const { main, spouse } = await couple();
    const said = { revision: await revisionOf(spouse), idempotencyKey: randomUUID(), locale: "en" } as const;
    await markReady(spouse.userId, spouse.applicationId, said);
    const original = await add(main);
    await share(main, original.id, spouse.memberId);
    expect((await openFamily(spouse.userId, spouse.applicationId))?.notices).toEqual(["changed-since-ready"]);
  });
});

describe("sharing is refused", () => {
  it("of what is not one's own file: another's, a copy, a power of attorney, or what came later", async () => {
    const { main, spouse } = await couple();
    const { id: mainMember } = await memberOf(main);
    const original = await add(main);
    expect(await code(share(spouse, original.id, mainMember))).toBe("not-found");
    await share(main, original.id, spouse.memberId);
    const [copy] = await filesOf(spouse);
    expect(await code(share(spouse, copy?.id ?? "", mainMember))).toBe("not-yours-to-share");
    const power = await add(main, "power-of-attorney");
    expect(await code(share(main, power.id, spouse.memberId))).toBe("not-yours-to-share");
    const later = await add(main, "other");
    await db().document.update({ where: { id: later.id }, data: { isLater: true } });
    expect(await code(share(main, later.id, spouse.memberId))).toBe("not-yours-to-share");
    expect(await code(share(main, "no id", spouse.memberId))).toBe("not-found");
  });

  it("with somebody who is not in the family, with oneself, or who has submitted; then nobody gets it", async () => {
    const { main, spouse } = await couple();
    const stranger = (await couple()).spouse;
    const done = await spouseOf(main, { as: "new-family-application" }, "Kim");
    await submitted(done);
    const original = await add(main);
    const before = await stored();
    const { id: self } = await memberOf(main);
    for (const memberId of [stranger.memberId, self, randomUUID(), "none"]) {
      expect(await code(share(main, original.id, spouse.memberId, memberId))).toBe("not-found");
    }
    expect(await code(share(main, original.id, spouse.memberId, done.memberId))).toBe("already-submitted");
    expect(await filesOf(spouse)).toEqual([]);
    expect(await stored()).toBe(before);
  });

  it("where the other's application is full", async () => {
    const { main, spouse } = await couple();
    const { applicationId } = spouse;
    const file = { applicationId, requirement: "other", fileName: "a.pdf", mediaType: "application/pdf" };
    const rows = Array.from({ length: MAX_FILES }, () => ({
      ...file,
      sizeBytes: 1,
      sha256: randomUUID(),
      storageKey: randomUUID(),
    }));
    await db().document.createMany({ data: rows });
    const original = await add(main);
    const before = await stored();
    expect(await code(share(main, original.id, spouse.memberId))).toBe("recipient-full");
    expect(await stored()).toBe(before);
  });
});
