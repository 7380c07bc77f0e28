import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import { db } from "@/lib/db/client";

import { acceptInvitation, declineInvitation, seeInvitation } from "./accept";
import { appointRepresentative, correctAppointment, inviteAgain } from "./appoint";
import {
  account,
  appoint,
  code,
  draft,
  invited,
  isLetIn,
  jobs,
  newsOf,
  stateOf,
  tokenOf,
} from "./fixtures/represented";
import { openHeldRepresentation, representedHere } from "./representations";

describe("appointing", () => {
  it("writes a letter, and opens nothing", async () => {
    const { helper, representation, applicationId, holder } = await invited();
    expect(representation).toMatchObject({
      name: "Anna Ek",
      email: helper.email,
      state: "invited",
      userId: null,
    });
    expect(await isLetIn(helper.id, applicationId)).toBe(false);
    expect((await jobs(representation.id)).map(({ name }) => name)).toEqual([
      "send-representative-invitation",
    ]);
    const seen = await openHeldRepresentation(holder.id, applicationId);
    expect(seen).toMatchObject({ personName: "Asha Rao", live: { id: representation.id }, signsInAs: null });
    expect(seen.invitedUntil?.getTime()).toBeGreaterThan(Date.now() + 29 * 24 * 3600 * 1000);
  });

  it("is for one at a time, also when asked twice at once", async () => {
    const held = await draft();
    const helpers = await Promise.all([account(), account(), account()]);
    const answers = await Promise.all(helpers.map((helper) => code(appoint(held, helper))));
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect(answers.filter((answer) => answer === "already-represented")).toHaveLength(2);
    expect(await db().representation.count({ where: { applicationId: held.applicationId } })).toBe(1);
  });

  it.each([
    ["own-address", (own: string) => ({ email: ` ${own.toUpperCase()} `, name: "Anna" })],
    ["not-an-email", () => ({ email: "nowhere", name: "Anna" })],
    ["bad-name", () => ({ email: "a@example.com", name: "  " })],
    ["bad-name", () => ({ email: "a@example.com", name: "Win at evil.example now" })],
    ["bad-name", () => ({ email: "a@example.com", name: "https://evil.example" })],
    ["bad-name", () => ({ email: "a@example.com", name: "x".repeat(101) })],
  ])("refuses: %s", async (expected, make) => {
    const { holder, applicationId } = await draft();
    const appointment = { ...make(holder.email), locale: "en" as const };
    expect(await code(appointRepresentative(holder, applicationId, appointment))).toBe(expected);
    expect(await db().representation.count({ where: { applicationId } })).toBe(0);
  });

  it("asks for the person's own name first, which the letter gives", async () => {
    const held = await draft();
    await db().answer.deleteMany({ where: { applicationId: held.applicationId } });
    expect(await code(appoint(held, await account()))).toBe("own-name-missing");
  });

  it("is for drafts", async () => {
    const held = await draft();
    await db().application.update({ where: { id: held.applicationId }, data: { state: "submitted" } });
    expect(await code(appoint(held, await account()))).toBe("not-a-draft");
  });

  it("is told when one address is asked too often", async () => {
    const helper = await account();
    const answers = [];
    for (const _ of Array(4)) answers.push(await code(appoint(await draft(), helper)));
    expect(answers).toEqual(["done", "done", "done", "address-invited-often"]);
  });

  it("is corrected and sent again, with one link that works", async () => {
    const { holder, applicationId, helper, token, representation } = await invited();
    await inviteAgain(holder, applicationId, "en");
    const second = await tokenOf(representation.id);
    expect(await code(seeInvitation(helper, token))).toBe("closed-invitation");
    const other = await account();
    const corrected = { name: "Anna Eks", email: other.email, locale: "en" as const };
    await correctAppointment(holder, applicationId, corrected);
    expect(await code(seeInvitation(helper, second))).toBe("closed-invitation");
    const third = await tokenOf(representation.id);
    expect(await code(seeInvitation(helper, third))).toBe("other-address");
    expect(await seeInvitation(other, third)).toMatchObject({ personName: "Asha Rao", name: "Anna Eks" });
    await acceptInvitation(other, third);
    expect(await code(inviteAgain(holder, applicationId, "en"))).toBe("not-invited");
    expect(await code(correctAppointment(holder, applicationId, corrected))).toBe("not-invited");
  });
});

describe("answering", () => {
  it("looking changes nothing", async () => {
    const { helper, token, representation } = await invited();
    const before = await db().invitation.findMany({ where: { representationId: representation.id } });
    await seeInvitation(helper, token);
    expect(await db().invitation.findMany({ where: { representationId: representation.id } })).toEqual(
      before,
    );
    expect(await stateOf(representation.id)).toBe("invited");
  });

  it("a link that went astray, or is one's own, opens nothing", async () => {
    const { holder, token, representation } = await invited();
    const stranger = await account();
    for (const act of [seeInvitation, acceptInvitation, declineInvitation]) {
      expect(await code(act(stranger, token))).toBe("other-address");
      expect(await code(act(holder, token))).toBe("own-address");
      for (const none of ["", "x".repeat(43), "../..", randomUUID()])
        expect(await code(act(stranger, none))).toBe("closed-invitation");
    }
    expect(await stateOf(representation.id)).toBe("invited");
  });

  it("accepts once, however often the button is pressed, and still opens nothing", async () => {
    const { helper, token, representation, applicationId } = await invited();
    const ids = await Promise.all([1, 2, 3].map(() => acceptInvitation(helper, token)));
    expect(new Set(ids)).toEqual(new Set([representation.id]));
    expect(await stateOf(representation.id)).toBe("accepted");
    expect(await newsOf(representation.id)).toEqual(["accepted"]);
    expect(await isLetIn(helper.id, applicationId)).toBe(false);
    expect(await representedHere(helper.id, applicationId)).toBeNull();
    expect(await seeInvitation(helper, token)).toEqual({ acceptedId: representation.id });
    expect(await code(declineInvitation(helper, token))).toBe("closed-invitation");
  });

  it("declines, and the person may ask somebody else", async () => {
    const { helper, token, representation, ...held } = await invited();
    await declineInvitation(helper, token);
    expect(await stateOf(representation.id)).toBe("ended");
    expect(await newsOf(representation.id)).toEqual(["declined"]);
    expect(await code(acceptInvitation(helper, token))).toBe("closed-invitation");
    expect(await code(appoint(held, await account()))).toBe("done");
  });

  it("comes too late after 30 days, or once the application was sent", async () => {
    const { helper, token, representation, applicationId } = await invited();
    await db().application.update({ where: { id: applicationId }, data: { state: "submitted" } });
    expect(await code(acceptInvitation(helper, token))).toBe("closed-invitation");
    await db().application.update({ where: { id: applicationId }, data: { state: "draft" } });
    const where = { representationId: representation.id };
    await db().invitation.updateMany({ where, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await code(acceptInvitation(helper, token))).toBe("closed-invitation");
  });
});
