import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";
import { requireOwnApplication } from "@/lib/applications/access";
import { loadAnswers, saveStep } from "@/lib/applications/answers";

import { db } from "@/lib/db/client";

import { endRepresentation } from "./end";
import { account, add, code, draft, isLetIn, jobs } from "./fixtures/represented";
import { openHeldRepresentation, openRepresentation, requireRepresentation } from "./representations";
import { startFor } from "./start-for";

describe("starting for somebody else", () => {
  const input = (email: string, key: string = randomUUID()) => ({
    key,
    permit: "studies" as const,
    givenNames: "Asha",
    surname: "Rao",
    email,
    ownName: "Anna Ek",
    locale: "en" as const,
  });

  it("makes an account that is proved by nobody, and opens nothing before the power of attorney", async () => {
    const helper = await account();
    const email = `${randomUUID()}@example.com`;
    const id = await startFor(helper, input(email));
    const { applicationId } = await requireRepresentation(helper.id, id);
    const holder = await db().user.findUniqueOrThrow({ where: { email } });
    expect(holder.emailVerified).toBe(false);
    expect(await db().session.count({ where: { userId: holder.id } })).toBe(0);
    expect(await isLetIn(helper.id, applicationId)).toBe(false);
    expect(await isLetIn(holder.id, applicationId)).toBe(true);
    expect((await jobs(id)).map(({ name }) => name)).toEqual(["send-representative-started"]);
    expect(await openRepresentation(helper.id, id)).toMatchObject({ personName: "Asha Rao", isDraft: true });
    expect(await openHeldRepresentation(holder.id, applicationId)).toMatchObject({ isStartedByThem: true });
    await add(helper.id, applicationId);
    expect(await isLetIn(helper.id, applicationId)).toBe(true);
    await endRepresentation(holder.id, applicationId);
    expect(await isLetIn(helper.id, applicationId)).toBe(false);
  });

  it("shows nothing of what an account knows already", async () => {
    const { holder, applicationId } = await draft();
    const passport = { passportNumber: "X1234567" };
    await saveStep({
      userId: holder.id,
      applicationId,
      step: "passport",
      raw: passport,
      revision: 0,
      tab: "t",
    });
    const helper = await account();
    const id = await startFor(helper, input(holder.email));
    const own = await requireRepresentation(helper.id, id);
    expect((await loadAnswers(own.applicationId)).raw).toEqual({
      identity: { givenNames: "Asha", surname: "Rao" },
      contact: { email: holder.email },
    });
    expect(await isLetIn(helper.id, applicationId)).toBe(false);
  });

  it("answers the same whether the account was there, and starts one for a form sent twice", async () => {
    const helper = await account();
    const key = randomUUID();
    const email = (await account()).email;
    const ids = await Promise.all([1, 2].map(() => startFor(helper, input(email, key))));
    expect(new Set(ids).size).toBe(1);
    const stranger = await account();
    expect(await code(startFor(stranger, input(`${randomUUID()}@example.com`, key)))).toBe("done");
    expect(await db().representation.count({ where: { userId: stranger.id } })).toBe(1);
  });

  it.each([
    ["own-address", (own: string) => ({ email: own })],
    ["not-an-email", () => ({ email: "x" })],
    ["bad-name", () => ({ givenNames: "", surname: " " })],
    ["bad-own-name", () => ({ ownName: "www.evil.example" })],
    ["permit-not-open", () => ({ permit: "toString" as never })],
  ])("refuses: %s", async (expected, change) => {
    const helper = await account();
    const email = `${randomUUID()}@example.com`;
    expect(await code(startFor(helper, { ...input(email), ...change(helper.email) }))).toBe(expected);
    expect(await db().user.count({ where: { email } })).toBe(0);
  });

  it("ends at ten that wait, and at three letters a day to one address", async () => {
    const helper = await account();
    const address = `${randomUUID()}@example.com`;
    const same = [];
    for (const _ of Array(4)) same.push(await code(startFor(helper, input(address))));
    expect(same).toEqual(["done", "done", "done", "address-invited-often"]);
    const others = [];
    for (const _ of Array(8)) others.push(await code(startFor(helper, input(`${randomUUID()}@example.com`))));
    expect(others.slice(0, 7)).toEqual(Array(7).fill("done"));
    expect(["too-many-started", "too-many-invitations"]).toContain(others[7]);
  });

  it("does not fill somebody's account: the word is the same as for any other reason", async () => {
    const { holder, applicationId } = await draft();
    const { personId } = await requireOwnApplication(holder.id, applicationId);
    for (const _ of Array(9)) {
      const reference = randomUUID();
      await db().application.create({
        data: { reference, userId: holder.id, personId, permit: "studies", locale: "en" },
      });
    }
    expect(await code(startFor(await account(), input(holder.email)))).toBe("cannot-start-for");
  });
});
