import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { accept, inviting } from "./fixtures/answering";
import {
  applicant,
  BORN,
  code,
  eventsOf,
  invited,
  jobs,
  someone,
  spouseOf,
  tokenOf,
} from "./fixtures/people";
import { correctInvitation, resendInvitation, revokeInvitation } from "./invite";
import { declineInvitation, invitationSeen, proveInvitee } from "./join";
import { openFamily } from "./view";

beforeAll(() => {
  if (!process.env.TEST_DATABASE_URL)
    throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
});

describe("inviting", () => {
  it("founds a family, writes what happened and queues one letter that holds no more than ids", async () => {
    const main = await applicant();
    const { memberId } = await invited(main, await someone());
    const { id } = await db().invitation.findFirstOrThrow({ where: { memberId } });
    expect(await jobs("send-family-invitation", id)).toBe(1);
    const rows = await db().$queryRaw<{ data: object }[]>`
      SELECT data FROM pgboss.job WHERE name = 'send-family-invitation' AND data->>'invitationId' = ${id}`;
    expect(rows[0]?.data).toEqual({ invitationId: id, isReminder: false });
    expect(await eventsOf(main)).toContain("family-member-invited");
  });

  it.each([
    ["no address", { email: "sam@" }, "not-an-email"],
    ["a child's relationship", { relationship: "child" }, "bad-relationship"],
    ["no relationship", { relationship: "friend" }, "bad-relationship"],
    ["a name that is empty", { name: "" }, "bad-name"],
    ["a day of birth to come", { birthDate: "2100-01-01" }, "bad-birth-date"],
  ])("with %s is refused", async (_, extra, expected) => {
    const main = await applicant();
    expect(await code(inviting(main, extra))).toBe(expected);
    expect(await openFamily(main.userId, main.applicationId)).toBeNull();
  });

  it("oneself, somebody who is invited, or somebody who is there is refused, however the address is written", async () => {
    const main = await applicant();
    const spouse = await spouseOf(main);
    expect(await code(inviting(main, { email: main.email.toUpperCase() }))).toBe("invite-yourself");
    expect(await code(inviting(main, { email: spouse.email }))).toBe("already-member");
    const email = `${randomUUID()}@example.com`;
    const both = await Promise.all([code(inviting(main, { email })), code(inviting(main, { email }))]);
    expect(both.sort()).toEqual(["already-invited", "fine"]);
    expect(await code(inviting(main, { email: ` ${email.toUpperCase()}` }))).toBe("already-invited");
  });

  it("two at once founds one family", async () => {
    const main = await applicant();
    expect(await Promise.all([code(inviting(main)), code(inviting(main))])).toEqual(["fine", "fine"]);
    expect((await openFamily(main.userId, main.applicationId))?.members).toHaveLength(3);
  });

  it("ends at ten a day, and at three letters to one address", async () => {
    const main = await applicant();
    const memberId = await inviting(main);
    const again = () => code(resendInvitation(main.userId, main.applicationId, memberId));
    expect([await again(), await again(), await again()]).toEqual(["fine", "fine", "address-invited-often"]);
    const answers = [];
    for (let one = 0; one < 8; one++) answers.push(await code(inviting(main)));
    expect(answers.filter((answer) => answer === "fine")).toHaveLength(7);
    expect(answers.at(-1)).toBe("too-many-invitations");
  });
});

describe("a link", () => {
  it("sent again is another, and the old one dies", async () => {
    const main = await applicant();
    const { memberId, token } = await invited(main, await someone());
    expect(await invitationSeen(token)).toBe("open");
    await resendInvitation(main.userId, main.applicationId, memberId);
    expect(await invitationSeen(token)).toBe("revoked");
    expect(await invitationSeen(await tokenOf(memberId))).toBe("open");
    expect(await code(accept(await someone(), token))).toBe("invitation-revoked");
  });

  it("to a mistyped address is corrected: the stranger's dies, the right one works", async () => {
    const main = await applicant();
    const { memberId, token } = await invited(main, { email: `typo-${randomUUID()}@example.com` });
    const spouse = await someone();
    const right = { email: spouse.email, birthDate: "1991-03-01" };
    await correctInvitation(main.userId, main.applicationId, memberId, right);
    expect(await code(proveInvitee(spouse.userId, token, BORN))).toBe("invitation-revoked");
    expect(await code(proveInvitee(spouse.userId, await tokenOf(memberId), BORN))).toBe("wrong-birth-date");
    expect(await code(proveInvitee(spouse.userId, await tokenOf(memberId), "1991-03-01"))).toBe("fine");
    expect(await eventsOf(main)).toContain("family-invitation-corrected");
    const self = { email: main.email };
    expect(await code(correctInvitation(main.userId, main.applicationId, memberId, self))).toBe(
      "invite-yourself",
    );
  });

  it("taken back is dead, and the place is gone", async () => {
    const main = await applicant();
    const { memberId, token } = await invited(main, await someone());
    await revokeInvitation(main.userId, main.applicationId, memberId);
    expect(await invitationSeen(token)).toBeNull();
    expect(await code(accept(await someone(), token))).toBe("bad-token");
    expect((await openFamily(main.userId, main.applicationId))?.members).toHaveLength(1);
  });

  it("that ran out is told as such", async () => {
    const { memberId, token } = await invited(await applicant(), await someone());
    await db().invitation.updateMany({ where: { memberId }, data: { expiresAt: new Date() } });
    expect(await invitationSeen(token)).toBe("expired");
    expect(await code(accept(await someone(), token))).toBe("invitation-expired");
  });

  it("shows who invites once the date of birth is right", async () => {
    const main = await applicant("Rao", "studies");
    const invitee = await applicant("Iyer", "studies");
    const { token } = await invited(main, invitee);
    expect(await proveInvitee(invitee.userId, token, BORN)).toMatchObject({
      inviterName: "Test Rao",
      relationship: "spouse",
      familyPermit: "family-of-student",
      mainPermit: "studies",
      applications: [{ id: invitee.applicationId, permit: "studies" }],
    });
    expect(await code(proveInvitee(main.userId, token, BORN))).toBe("invite-yourself");
    expect(await code(accept(main, token))).toBe("invite-yourself");
  });
});

describe("declining", () => {
  it("is seen by the inviter as that and no more; they may ask again", async () => {
    const main = await applicant();
    const spouse = await someone();
    const { token } = await invited(main, spouse);
    await declineInvitation(spouse.userId, token, BORN);
    const view = await openFamily(main.userId, main.applicationId);
    expect(view?.members[1]).toEqual({
      id: view?.members[1]?.id,
      name: "Sam",
      role: "adult",
      relationship: "spouse",
      state: "declined",
      progress: "declined",
      isMine: false,
    });
    expect(await code(accept(spouse, token))).toBe("invitation-used");
    const again = await invited(main, spouse);
    expect((await openFamily(main.userId, main.applicationId))?.members).toHaveLength(2);
    expect(await code(accept(spouse, again.token))).toBe("fine");
  });
});
