import "../documents/fixtures/test-folder";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { db, type Transaction } from "@/lib/db/client";
import { lockApplications, lockFamilies } from "@/lib/db/locks";
import { addDocument, removeDocument } from "@/lib/documents/documents";
import { makePdf } from "@/lib/documents/fixtures/make-files";
import { receive } from "@/lib/documents/incoming";
import { lockInvitation, newInvitation, wrongAnswer } from "@/lib/invitations/invitations";
import { applicant, BORN, code, invited, memberOf, someone, spouseOf } from "./fixtures/people";
import { say, submissionsOf } from "./fixtures/saying";
import { proveInvitee } from "./join";
import { shareDocument } from "./sharing";

let pdf: Buffer;
beforeAll(async () => {
  pdf = await makePdf();
});

async function couple() {
  const main = await applicant();
  return [main, await spouseOf(main)] as const;
}

/** Does something while another transaction holds what it has locked, and gives it time to be in the way. */
async function meanwhile<T>(
  hold: (client: Transaction) => Promise<unknown>,
  act: () => Promise<T>,
): Promise<T> {
  let going: Promise<T> | undefined;
  await db().$transaction(async (client) => {
    await hold(client);
    going = act();
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  if (!going) throw new Error("nothing was done");
  return going;
}

describe("the last word waits", () => {
  it("for a step that another member is just saving, which makes them not ready", async () => {
    const [a, b] = await couple();
    await say(a);
    const { applicationId: id } = a;
    const outcome = await meanwhile(
      async (client) => {
        await lockApplications(client, [id]);
        await client.application.update({ where: { id }, data: { revision: { increment: 1 } } });
      },
      () => say(b),
    );
    expect(outcome).toEqual({ state: "waiting", for: ["Test Rao"] });
    expect([await submissionsOf(a), await submissionsOf(b)]).toEqual([[], []]);
  });

  it("for somebody who is just being invited", async () => {
    const [a, b] = await couple();
    await say(a);
    const { familyId } = await memberOf(a);
    const outcome = await meanwhile(
      async (client) => {
        await lockFamilies(client, [familyId]);
        const late = { familyId, role: "adult", name: "Late", state: "invited" } as const;
        const { id: memberId } = await client.familyMember.create({ data: late });
        await newInvitation(client, { memberId }, "late@example.com");
      },
      () => say(b),
    );
    expect(outcome).toEqual({ state: "waiting", for: ["Late"] });
    expect([await submissionsOf(a), await submissionsOf(b)]).toEqual([[], []]);
  });
});

describe("what was looked at before it was locked is looked at again", () => {
  it("the right date of birth, while the fifth wrong one is being counted", async () => {
    const guest = await someone();
    const { token } = await invited(await applicant(), guest);
    const answer = await meanwhile(
      async (client) => {
        const found = await lockInvitation(client, token);
        for (let wrong = 0; wrong < 5; wrong++) await wrongAnswer(client, found?.id ?? "");
      },
      () => code(proveInvitee(guest.userId, token, BORN)),
    );
    expect(answer).toBe("invitation-revoked");
  });

  it("a copy, whose application is just being submitted: it stays", async () => {
    const [a, b] = await couple();
    const received = await receive(Readable.from([pdf]));
    const file = await addDocument({ ...a, requirement: "other", fileName: "a.pdf", received });
    await shareDocument(a.userId, a.applicationId, file.id, [(await memberOf(b)).id]);
    const { applicationId: id } = b;
    await meanwhile(
      async (client) => {
        await lockApplications(client, [id]);
        await client.application.update({ where: { id }, data: { state: "submitted" } });
      },
      () => removeDocument({ ...a, documentId: file.id }),
    );
    expect(await db().document.count({ where: { applicationId: id, removedAt: null } })).toBe(1);
  });
});
