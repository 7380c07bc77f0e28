import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptInvitation } from "./accept";
import { shareAddress, sharedAddresses, takeSharedAddress } from "./address";
import { addChild } from "./child";
import { type Applicant, applicant, BORN, born, code, invited, memberOf, spouseOf } from "./fixtures/people";
import { correctInvitation, inviteAdult, resendInvitation, revokeInvitation } from "./invite";
import { declineInvitation, proveInvitee } from "./join";
import { leaveFamily } from "./leave";
import { cancelReady, markReady } from "./ready";
import { openSharing, shareDocument, stopSharing } from "./sharing";
import { openFamily } from "./view";

let main: Applicant;
let spouse: Applicant & { memberId: string };
let stranger: Applicant;
let open: { memberId: string; token: string };

beforeAll(async () => {
  main = await applicant("Main");
  spouse = await spouseOf(main);
  stranger = await applicant("Stranger");
  open = await invited(main, { email: `${randomUUID()}@example.com` }, "Uncle");
});

const ADULT = { name: "A", email: "a@example.com", relationship: "other", birthDate: BORN };
const CHILD = { name: "C", birthDate: born(5), relationship: "child" };
const ready = { revision: 0, idempotencyKey: randomUUID(), locale: "en" } as const;

type Call = (userId: string, applicationId: string) => Promise<unknown>;
const CALLS: [string, Call][] = [
  ["opens the family", openFamily],
  ["adds a child", (user, id) => addChild(user, id, CHILD)],
  ["invites", (user, id) => inviteAdult(user, id, ADULT)],
  ["sends again", (user, id) => resendInvitation(user, id, open.memberId)],
  ["corrects", (user, id) => correctInvitation(user, id, open.memberId, { email: "x@example.com" })],
  ["revokes", (user, id) => revokeInvitation(user, id, open.memberId)],
  ["leaves", leaveFamily],
  ["is ready", (user, id) => markReady(user, id, ready)],
  ["takes that back", cancelReady],
  ["looks at what is shared", openSharing],
  ["shares a file", (user, id) => shareDocument(user, id, randomUUID(), [spouse.memberId])],
  ["ends sharing", (user, id) => stopSharing(user, id, randomUUID())],
  ["shares the address", (user, id) => shareAddress(user, id, true)],
  ["looks at addresses", sharedAddresses],
  ["takes an address", (user, id) => takeSharedAddress(user, id, spouse.memberId)],
];

describe.each(CALLS)("whoever %s", (_, call) => {
  it("of somebody else finds nothing: a stranger, a member of the family, and with an id that is none", async () => {
    expect(await code(call(stranger.userId, main.applicationId))).toBe("not-found");
    expect(await code(call(spouse.userId, main.applicationId))).toBe("not-found");
    expect(await code(call(main.userId, spouse.applicationId))).toBe("not-found");
    expect(await code(call(main.userId, randomUUID()))).toBe("not-found");
    expect(await code(call(main.userId, "1' OR '1'='1"))).toBe("not-found");
  });
});

describe("a member's id", () => {
  const ids = async () => [(await memberOf(main)).id, randomUUID(), "none", spouse.memberId];

  it("of another family is none of one's own", async () => {
    const other = await applicant("Other");
    const theirs = await invited(other, { email: `${randomUUID()}@example.com` });
    for (const memberId of [theirs.memberId, randomUUID(), "none"]) {
      expect(await code(resendInvitation(main.userId, main.applicationId, memberId))).toBe("not-found");
      expect(await code(revokeInvitation(main.userId, main.applicationId, memberId))).toBe("not-found");
    }
    expect(await code(takeSharedAddress(main.userId, main.applicationId, theirs.memberId))).toBe("not-found");
  });

  it("of somebody who is no main applicant opens no invitation", async () => {
    for (const memberId of await ids()) {
      const answer = await code(revokeInvitation(spouse.userId, spouse.applicationId, memberId));
      expect(["only-main", "not-found"]).toContain(answer);
    }
    expect(await code(inviteAdult(spouse.userId, spouse.applicationId, ADULT))).toBe("only-main");
    expect(await code(addChild(spouse.userId, spouse.applicationId, CHILD))).toBe("only-main");
  });

  it("of who has joined is no invitation any more", async () => {
    const call = resendInvitation(main.userId, main.applicationId, spouse.memberId);
    expect(await code(call)).toBe("not-invited");
  });
});

describe("a family, to the others in it", () => {
  it("is names, relationships and progress", async () => {
    const view = await openFamily(spouse.userId, spouse.applicationId);
    expect(view?.isMain).toBe(false);
    const [shown, own, uncle] = view?.members ?? [];
    expect(shown).toEqual({
      id: (await memberOf(main)).id,
      name: "Test Main",
      role: "main",
      relationship: null,
      state: "joined",
      progress: "in-progress",
      isMine: false,
    });
    expect(own).toMatchObject({ isMine: true, applicationId: spouse.applicationId, relationship: "spouse" });
    expect(own?.steps?.all).toBeGreaterThan(5);
    expect(uncle).toEqual({
      id: open.memberId,
      name: "Uncle",
      role: "adult",
      relationship: "spouse",
      state: "invited",
      progress: "invited",
      isMine: false,
    });
  });

  it("shows the main applicant what they sent, and no application of another", async () => {
    const view = await openFamily(main.userId, main.applicationId);
    expect(view?.reference).toMatch(/^FAM-/);
    const [own, other, uncle] = view?.members ?? [];
    expect(own?.applicationId).toBe(main.applicationId);
    expect(other).not.toHaveProperty("applicationId");
    expect(other).not.toHaveProperty("invitation");
    expect(uncle?.invitation).toMatchObject({ state: "open", birthDate: BORN });
    expect(view?.waitingFor).toEqual(["Sam", "Uncle"]);
    expect(JSON.stringify(view)).not.toContain(spouse.applicationId);
  });

  it("is none where there is none", async () => {
    expect(await openFamily(stranger.userId, stranger.applicationId)).toBeNull();
    expect(await code(leaveFamily(stranger.userId, stranger.applicationId))).toBe("not-in-family");
    expect(await code(openSharing(stranger.userId, stranger.applicationId))).toBe("not-in-family");
    expect(await code(cancelReady(stranger.userId, stranger.applicationId))).toBe("not-in-family");
    const said = markReady(stranger.userId, stranger.applicationId, { ...ready, revision: 3 });
    expect(await code(said)).toBe("not-in-family");
  });
});

describe("a link in the hands of a stranger", () => {
  it("tells nothing without the date of birth, whatever is asked of it", async () => {
    const { userId } = stranger;
    const choice = { as: "existing", applicationId: stranger.applicationId } as const;
    const { token } = await invited(await applicant("Careful"), { email: `${randomUUID()}@example.com` });
    expect(await code(proveInvitee(userId, token, "1990-02-27"))).toBe("wrong-birth-date");
    expect(await code(acceptInvitation(userId, token, "1990-02-27", choice, { locale: "en" }))).toBe(
      "wrong-birth-date",
    );
    expect(await code(declineInvitation(userId, token, "no day"))).toBe("wrong-birth-date");
    const guesses = Array.from({ length: 20 }, (_, day) =>
      code(proveInvitee(userId, token, `1991-01-${day + 1}`)),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter((answer) => answer === "wrong-birth-date")).toHaveLength(2);
    expect(answers.filter((answer) => answer === "invitation-revoked")).toHaveLength(18);
    expect(await code(proveInvitee(userId, token, BORN))).toBe("invitation-revoked");
  });
});
