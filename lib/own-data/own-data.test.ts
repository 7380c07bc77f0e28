import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openApplication } from "@/lib/applications/applications";
import { addDays } from "@/lib/clock/swedish-holidays";
import { db } from "@/lib/db/client";
import { makeApplication, markSubmitted } from "@/lib/documents/fixtures/make-application";
import { newStorageKey, storage } from "@/lib/documents/storage";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { deleteAccount, whatIsKept } from "./delete-account";
import { exportOwnData } from "./export";
import { removePastRetention } from "./retention";
import { sweepUnusedDrafts } from "./unused-drafts";

type Own = { userId: string; applicationId: string };

const exists = async ({ applicationId: id }: Own) => (await db().application.count({ where: { id } })) === 1;
const today = swedishDay();

async function addFile({ applicationId }: Own): Promise<string> {
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), "ankomst-own-")), "a");
  await writeFile(file, "bytes");
  const storageKey = newStorageKey();
  await storage().put(storageKey, createReadStream(file));
  const sizeBytes = 5;
  const data = { requirement: "passport", fileName: "a.pdf", mediaType: "application/pdf", sha256: "" };
  await db().document.create({ data: { ...data, applicationId, sizeBytes, storageKey } });
  return storageKey;
}

const isStored = async (key: string) => {
  try {
    (await storage().get(key)).destroy();
    return true;
  } catch {
    return false;
  }
};

let own: Own;
beforeEach(async () => {
  own = await makeApplication();
});

describe("everything in one file", () => {
  it("holds what was answered and sent, and nothing of anybody else", async () => {
    const other = await makeApplication();
    for (const { applicationId } of [own, other])
      await db().answer.create({
        data: { applicationId, step: "identity", data: { surname: applicationId }, savedBy: "x" },
      });
    await addFile(own);
    const text = JSON.stringify(await exportOwnData(own.userId));
    const { applications, account } = JSON.parse(text);
    expect(account.email).toContain("@example.org");
    expect(applications).toHaveLength(1);
    expect(applications[0].answers[0].data).toEqual({ surname: own.applicationId });
    expect(applications[0].documents[0].download).toMatch(/^http.*\/api\/documents\//);
    expect(text).not.toContain(other.applicationId);
    expect(text).not.toContain("storageKey");
  });

  it("tells what others did without naming them", async () => {
    const helper = (await makeApplication()).userId;
    await db().event.create({
      data: { applicationId: own.applicationId, userId: helper, kind: "step-saved" },
    });
    const text = JSON.stringify(await exportOwnData(own.userId));
    expect(text).toContain('"by":"others"');
    expect(text).not.toContain(helper);
  });
});

describe("deleting the account", () => {
  it("takes a person who sent nothing away whole, files and all", async () => {
    const key = await addFile(own);
    expect(await whatIsKept(own.userId)).toEqual({ drafts: 1, cases: 0 });
    await deleteAccount(own.userId);
    expect(await exists(own)).toBe(false);
    expect(await db().user.count({ where: { id: own.userId } })).toBe(0);
    expect(await isStored(key)).toBe(false);
  });

  it("keeps a case that was submitted, under no name, and tells the authority", async () => {
    await markSubmitted(own.applicationId);
    const { email } = await db().user.findUniqueOrThrow({ where: { id: own.userId } });
    await db().session.create({
      data: { token: randomUUID(), userId: own.userId, expiresAt: new Date(Date.now() + 60_000) },
    });
    await deleteAccount(own.userId);
    expect(await exists(own)).toBe(true);
    const user = await db().user.findUniqueOrThrow({
      where: { id: own.userId },
      include: { sessions: true },
    });
    expect(user.email).toMatch(/@deleted\.invalid$/);
    expect([user.deletedAt !== null, user.sessions]).toEqual([true, []]);
    const events = await db().event.findMany({ where: { applicationId: own.applicationId } });
    expect(events.map(({ kind }) => kind)).toContain("account-closed");
    // The address is free for a new account.
    await db().user.create({ data: { email } });
  });

  it("touches nobody else's", async () => {
    const other = await makeApplication();
    await deleteAccount(own.userId);
    expect(await exists(other)).toBe(true);
  });

  it("is done once when asked for twice at once", async () => {
    await markSubmitted(own.applicationId);
    await Promise.allSettled([deleteAccount(own.userId), deleteAccount(own.userId)]);
    const { email } = await db().user.findUniqueOrThrow({ where: { id: own.userId } });
    expect(email).toMatch(/@deleted\.invalid$/);
  });
});

describe("a draft that nobody uses", () => {
  const at = async (days: number, one = own) => {
    const updatedAt = new Date(`${addDays(today, -days)}T10:00:00Z`);
    await db()
      .$executeRaw`UPDATE "Application" SET "updatedAt" = ${updatedAt} WHERE id = ${one.applicationId}::uuid`;
  };
  const warnings = async () =>
    (await db().reminder.findMany({ where: { applicationId: own.applicationId } })).map(({ key }) =>
      Number(key.split(":")[1]),
    );
  const lastWarned = (days: number) =>
    db().reminder.updateMany({
      where: { applicationId: own.applicationId, key: { startsWith: "unused:173" } },
      data: { at: new Date(`${addDays(today, -days)}T10:00:00Z`) },
    });

  it.each([
    [149, []],
    [150, [150]],
    [172, [150]],
    [173, [173]],
    [400, [173]],
  ])("for %i days was warned of by then, and is still there", async (days, expected) => {
    await at(days);
    await Promise.all([sweepUnusedDrafts(today), sweepUnusedDrafts(today)]);
    expect(await warnings()).toEqual(expected);
    expect(await exists(own)).toBe(true);
  });

  it.each([
    [6, true],
    [7, false],
  ])("after 180 days is there %i days after the last warning: %s", async (days, isThere) => {
    await at(190);
    await sweepUnusedDrafts(today);
    await lastWarned(days);
    await sweepUnusedDrafts(today);
    expect(await exists(own)).toBe(isThere);
  });

  it("stays when it is opened once more, and is warned of anew later", async () => {
    await at(190);
    await sweepUnusedDrafts(today);
    await lastWarned(8);
    await openApplication(own.userId, own.applicationId);
    await sweepUnusedDrafts(today);
    expect(await exists(own)).toBe(true);
    await at(151);
    await sweepUnusedDrafts(today);
    expect((await warnings()).sort()).toEqual([150, 173]);
  });

  it("is none once it was submitted", async () => {
    await markSubmitted(own.applicationId);
    await at(400);
    await sweepUnusedDrafts(today);
    expect(await warnings()).toEqual([]);
  });
});

describe("a case that is over", () => {
  const KEPT = 730;
  async function decide(outcome: "granted" | "refused", at: string, validUntil?: string) {
    await db().application.update({ where: { id: own.applicationId }, data: { state: "acknowledged" } });
    const until = validUntil ? new Date(validUntil) : null;
    const dates = { decidedOn: new Date(at), at: new Date(at), validUntil: until };
    const { applicationId } = own;
    await db().decision.create({ data: { applicationId, outcome, content: "{}", sha256: "", ...dates } });
  }

  it.each([
    [-KEPT, true],
    [-KEPT - 1, false],
  ])("by a refusal goes after its time: %i days ago, there: %s", async (days, isThere) => {
    await decide("refused", addDays(today, days));
    await removePastRetention(today);
    expect(await exists(own)).toBe(isThere);
  });

  it.each([
    [-KEPT, true],
    [-KEPT - 1, false],
  ])("by a permit is kept from its last day: %i days ago, there: %s", async (days, isThere) => {
    const key = await addFile(own);
    await decide("granted", addDays(today, -3 * KEPT), addDays(today, days));
    await removePastRetention(today);
    expect(await exists(own)).toBe(isThere);
    expect(await isStored(key)).toBe(isThere);
  });

  it("takes a deleted account with it, and never a case that is open", async () => {
    await decide("refused", addDays(today, -KEPT - 1));
    await deleteAccount(own.userId);
    const open = await makeApplication();
    await markSubmitted(open.applicationId);
    await db()
      .$executeRaw`UPDATE "Application" SET "createdAt" = '2001-01-01' WHERE id = ${open.applicationId}::uuid`;
    await removePastRetention(today);
    expect(await db().user.count({ where: { id: own.userId } })).toBe(0);
    expect(await exists(open)).toBe(true);
  });
});
