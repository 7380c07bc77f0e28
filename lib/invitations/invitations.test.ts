import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import {
  findInvitation,
  invitationToken,
  newInvitation,
  revokeInvitations,
  spendInvitation,
  stateOfInvitation,
  wrongAnswer,
} from "./invitations";
import { sendingWithinLimits } from "./sending-limits";

beforeAll(() => {
  if (!process.env.TEST_DATABASE_URL)
    throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
});

async function member(): Promise<string> {
  const { members } = await db().family.create({
    data: { reference: randomUUID(), members: { create: { role: "adult", name: "Sam", state: "invited" } } },
    include: { members: true },
  });
  return members[0]?.id ?? "";
}

const make = async (memberId?: string) =>
  newInvitation(db(), { memberId: memberId ?? (await member()) }, "sam@example.com");
const stateOf = async (token: string) => (await findInvitation(token))?.state;

describe("a token", () => {
  it("opens its invitation, and is stored nowhere", async () => {
    const { id, token } = await make();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(token).toBe(invitationToken(id));
    expect(await findInvitation(token)).toMatchObject({ id, state: "open", email: "sam@example.com" });
    const row = JSON.stringify(await db().invitation.findUnique({ where: { id } }));
    expect(row).not.toContain(token);
  });

  it.each([
    ["none", ""],
    ["another kind of thing", 7],
    ["too short", "abc"],
    ["one that nobody sent", "A".repeat(43)],
    ["with a NUL", `${"A".repeat(42)}\0`],
    ["a hash", "0".repeat(64)],
  ])("that is %s finds nothing", async (_, token) => {
    expect(await findInvitation(token)).toBeNull();
  });

  it("is of 30 days", async () => {
    const { token } = await make();
    const found = await findInvitation(token);
    const days = ((found?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.99);
    expect(days).toBeLessThanOrEqual(30);
  });

  it("dies when a new letter is sent to the same, and to no other", async () => {
    const memberId = await member();
    const other = await make();
    const first = await make(memberId);
    const second = await make(memberId);
    expect(await stateOf(first.token)).toBe("revoked");
    expect(await stateOf(second.token)).toBe("open");
    expect(await stateOf(other.token)).toBe("open");
    expect(await revokeInvitations(db(), { memberId })).toBe(1);
    expect(await stateOf(second.token)).toBe("revoked");
  });
});

describe("an invitation", () => {
  it("works once, also ten times at once", async () => {
    const { id, token } = await make();
    const all = await Promise.all(Array.from({ length: 10 }, () => spendInvitation(db(), id)));
    expect(all.filter(Boolean)).toHaveLength(1);
    expect(await stateOf(token)).toBe("used");
  });

  it("that was revoked or has run out cannot be used", async () => {
    const memberId = await member();
    const { id } = await make(memberId);
    await revokeInvitations(db(), { memberId });
    expect(await spendInvitation(db(), id)).toBe(false);
    const late = await make();
    await db().invitation.update({ where: { id: late.id }, data: { expiresAt: new Date() } });
    expect(await spendInvitation(db(), late.id)).toBe(false);
    expect(await stateOf(late.token)).toBe("expired");
  });

  it("closes at the fifth wrong answer", async () => {
    const { id, token } = await make();
    for (const left of [4, 3, 2, 1]) expect(await wrongAnswer(db(), id)).toBe(left);
    expect(await stateOf(token)).toBe("open");
    expect(await wrongAnswer(db(), id)).toBe(0);
    expect(await stateOf(token)).toBe("revoked");
  });

  it("that ran out before it was closed has run out", () => {
    const [early, late] = [new Date("2026-01-01"), new Date("2026-02-01")];
    expect(stateOfInvitation({ usedAt: null, revokedAt: late, expiresAt: early })).toBe("expired");
    expect(stateOfInvitation({ usedAt: null, revokedAt: early, expiresAt: late }, early)).toBe("revoked");
    expect(stateOfInvitation({ usedAt: early, revokedAt: late, expiresAt: early })).toBe("used");
  });
});

describe("sending", () => {
  const address = () => `${randomUUID()}@example.com`;
  const sent = (userId: string, email: string, work = async () => "sent") =>
    sendingWithinLimits(userId, email, work).catch((error) => error.code);

  it("is three letters a day to an address, whoever sends", async () => {
    const email = address();
    const answers = [];
    for (let letter = 0; letter < 5; letter++) answers.push(await sent(randomUUID(), email));
    expect(answers).toEqual(["sent", "sent", "sent", "address-invited-often", "address-invited-often"]);
  });

  it("is ten a day by an account", async () => {
    const userId = randomUUID();
    const answers = [];
    for (let letter = 0; letter < 11; letter++) answers.push(await sent(userId, address()));
    expect(answers.filter((answer) => answer === "sent")).toHaveLength(10);
    expect(answers.at(-1)).toBe("too-many-invitations");
  });

  it("that failed does not count", async () => {
    const [userId, email] = [randomUUID(), address()];
    const failing = () => Promise.reject(Object.assign(new Error("no"), { code: "no" }));
    for (let letter = 0; letter < 5; letter++) expect(await sent(userId, email, failing)).toBe("no");
    expect(await sent(userId, email)).toBe("sent");
  });
});
