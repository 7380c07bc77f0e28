import "../documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { invitationToken } from "@/lib/invitations/invitations";
import { applicant, BORN, invited, jobs, someone, tokenOf } from "./fixtures/people";
import { resendInvitation, revokeInvitation } from "./invite";
import { declineInvitation, invitationSeen } from "./join";
import { sendFamilyInvitation, tellFamilyInvitationExpired } from "./letters";
import { followUpInvitations } from "./reminders";

vi.mock("@/lib/i18n/messages", () => ({
  messagesFor: async (locale: Locale) => ({
    email: (await import(`../../messages/${locale}/email.json`)).default,
  }),
}));
beforeAll(() => {
  if (!process.env.TEST_DATABASE_URL)
    throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

const mail = () => path.join(process.env.DATA_DIR ?? "", "mail");
const DAY = 24 * 60 * 60 * 1_000;

async function waiting(days: number) {
  const main = await applicant("Rao");
  const spouse = await someone();
  const { memberId, token } = await invited(main, spouse);
  const createdAt = new Date(Date.now() - days * DAY);
  const expiresAt = new Date(createdAt.getTime() + 30 * DAY);
  const { id } = await db().invitation.findFirstOrThrow({ where: { memberId } });
  await db().invitation.update({ where: { id }, data: { createdAt, expiresAt } });
  return { main, spouse, memberId, token, id };
}

const lettersTo = (address: string): string[] => {
  let files: string[] = [];
  try {
    files = readdirSync(mail());
  } catch {
    return [];
  }
  const texts = files.map((file) => readFileSync(path.join(mail(), file), "utf8"));
  const plain = texts.map((text) => text.replace(/=\r?\n/g, "").replace(/=3D/g, "="));
  return plain.filter((text) => text.includes(`To: ${address}`));
};

describe("an invitation that nobody answers", () => {
  it("is reminded of once after a week, however many look after it, and by the same link", async () => {
    const { id, token } = await waiting(7);
    const young = await waiting(6);
    await Promise.all([followUpInvitations(), followUpInvitations(), followUpInvitations()]);
    expect(await jobs("send-family-invitation", id)).toBe(2);
    expect(await jobs("send-family-invitation", young.id)).toBe(1);
    await followUpInvitations();
    expect(await jobs("send-family-invitation", id)).toBe(2);
    expect(await invitationSeen(token)).toBe("open");
    expect(invitationToken(id)).toBe(token);
  });

  it("is told to the inviter once when it has run out", async () => {
    const { id, token } = await waiting(31);
    await Promise.all([followUpInvitations(), followUpInvitations()]);
    await followUpInvitations();
    expect(await jobs("tell-family-invitation-expired", id)).toBe(1);
    expect(await jobs("send-family-invitation", id)).toBe(1);
    expect(await invitationSeen(token)).toBe("expired");
  });

  it("is left alone once it was answered, taken back or sent again", async () => {
    const [declined, revoked, again] = [await waiting(8), await waiting(8), await waiting(31)];
    await declineInvitation(declined.spouse.userId, declined.token, BORN);
    await revokeInvitation(revoked.main.userId, revoked.main.applicationId, revoked.memberId);
    await followUpInvitations();
    expect(await jobs("send-family-invitation", declined.id)).toBe(1);
    expect(await jobs("tell-family-invitation-expired", declined.id)).toBe(0);
    await resendInvitation(again.main.userId, again.main.applicationId, again.memberId);
    await tellFamilyInvitationExpired({ invitationId: again.id });
    expect(lettersTo(again.main.email)).toEqual([]);
  });
});

describe("the letter", () => {
  it("says who invites and where to go, in the inviter's language, and nothing else of them", async () => {
    const { main, spouse, id, token } = await waiting(0);
    await sendFamilyInvitation({ invitationId: id, isReminder: false });
    const [letter] = lettersTo(spouse.email);
    expect(letter).toContain(`/en/join/${token}`);
    expect(letter).toContain("Test Rao");
    expect(letter).not.toContain(main.email);
    expect(letter).not.toContain(main.applicationId);
    expect(letter).not.toMatch(/research|spouse|1990/i);
  });

  it("is not sent once the link is dead", async () => {
    const { main, spouse, id, memberId } = await waiting(0);
    await resendInvitation(main.userId, main.applicationId, memberId);
    await sendFamilyInvitation({ invitationId: id, isReminder: false });
    await sendFamilyInvitation({ invitationId: randomUUID(), isReminder: false });
    expect(lettersTo(spouse.email)).toEqual([]);
    expect(await tokenOf(memberId)).not.toBe(invitationToken(id));
  });

  it("about one that ran out leads the inviter to the family", async () => {
    const { main, id } = await waiting(31);
    await followUpInvitations();
    await tellFamilyInvitationExpired({ invitationId: id });
    const [letter] = lettersTo(main.email);
    expect(letter).toContain(`/en/applications/${main.applicationId}/family`);
    expect(letter).toContain("Sam");
  });
});
