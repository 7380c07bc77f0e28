import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { acceptInvitation } from "./accept";
import {
  applicant,
  BORN,
  code,
  eventsOf,
  invited,
  jobs,
  memberOf,
  revisionOf,
  save,
  someone,
  spouseOf,
} from "./fixtures/people";
import { family, progressOf, say, stateOf, submissionsOf, viewOf } from "./fixtures/saying";
import { cancelReady } from "./ready";

beforeAll(() => {
  if (!process.env.TEST_DATABASE_URL)
    throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
});

describe("a family that says it is ready", () => {
  it("is submitted by the last of them, at one moment, each with their own reference and receipt", async () => {
    const { main, spouse, children, all } = await family();
    expect(await say(main)).toEqual({ state: "waiting", for: ["Sam", "Asha", "Bina"] });
    expect(await progressOf(spouse)).toEqual(["ready", "in-progress", "in-progress", "in-progress"]);
    for (const child of children) expect((await say(child)).state).toBe("waiting");
    expect((await viewOf(main))?.waitingFor).toEqual(["Sam"]);
    for (const who of all) expect(await submissionsOf(who)).toEqual([]);

    const outcome = await say(spouse);
    const sent = (await Promise.all(all.map(submissionsOf))).flat();
    expect(sent).toHaveLength(4);
    expect(outcome).toMatchObject({
      state: "submitted",
      submission: { applicationId: spouse.applicationId },
    });
    expect(new Set(sent.map(({ arrivedAt }) => arrivedAt.getTime())).size).toBe(1);
    const contents = sent.map(({ content }) => JSON.parse(content));
    expect(new Set(contents.map(({ reference }) => reference)).size).toBe(4);
    expect(new Set(contents.map(({ family }) => family.reference)).size).toBe(1);
    expect(new Set(contents.map(({ arrivedAt }) => arrivedAt)).size).toBe(1);
    for (const { id } of sent) expect(await jobs("send-receipt", id)).toBe(1);
    for (const who of all) {
      expect(await stateOf(who)).toBe("submitted");
      expect((await eventsOf(who)).filter((kind) => kind === "application-submitted")).toHaveLength(1);
      expect(await memberOf(who)).toMatchObject({ readyAt: null, readyKey: null, readyRevision: null });
    }
    expect(await progressOf(main)).toEqual(["submitted", "submitted", "submitted", "submitted"]);
  });

  it("tells the authority who belongs together, by reference and relationship and without a name", async () => {
    const main = await applicant("Rao");
    const spouse = await spouseOf(main, { as: "new-family-application" }, "Zelda");
    await say(main);
    await say(spouse);
    const [sent] = await submissionsOf(spouse);
    const { family } = JSON.parse(sent?.content ?? "");
    const { reference } = await db().application.findUniqueOrThrow({ where: { id: main.applicationId } });
    expect(family).toEqual({
      reference: (await viewOf(main))?.reference,
      role: "adult",
      relationship: "spouse",
      members: [{ reference, role: "main", relationship: null, state: "submitted-together" }],
    });
    const [first] = await submissionsOf(main);
    expect(first?.content).not.toContain("Zelda");
    expect(JSON.stringify(JSON.parse(sent?.content ?? "").family)).not.toContain("Rao");
  });

  it("is submitted once, however often and by whomever the last word is said", async () => {
    const main = await applicant();
    const spouse = await spouseOf(main);
    const [mainKey, spouseKey] = [randomUUID(), randomUUID()];
    const [a, b] = [await revisionOf(main), await revisionOf(spouse)];
    const outcomes = await Promise.all(
      [0, 1, 2, 3].flatMap(() => [say(main, mainKey, a), say(spouse, spouseKey, b)]),
    );
    expect(outcomes.some(({ state }) => state === "submitted")).toBe(true);
    const [one, two] = [await submissionsOf(main), await submissionsOf(spouse)];
    expect([one.length, two.length]).toEqual([1, 1]);
    expect(one[0]?.arrivedAt).toEqual(two[0]?.arrivedAt);
    const again = await say(main, mainKey, a);
    expect(again).toMatchObject({ state: "submitted", submission: { id: one[0]?.id } });
    expect(await code(say(main, randomUUID()))).toBe("not-a-draft");
  });

  it("waits for an invitation that is open, and no longer for one that is not", async () => {
    const main = await applicant();
    const late = await someone();
    const { memberId, token } = await invited(main, late, "Late");
    expect(await say(main)).toEqual({ state: "waiting", for: ["Late"] });
    expect((await viewOf(main))?.notices).toEqual([]);
    await db().invitation.updateMany({ where: { memberId }, data: { expiresAt: new Date() } });
    expect((await viewOf(main))?.notices).toEqual(["all-ready"]);
    expect(await stateOf(main)).toBe("draft");
    expect((await say(main)).state).toBe("submitted");
    expect(
      await code(
        acceptInvitation(late.userId, token, BORN, { as: "new-family-application" }, { locale: "en" }),
      ),
    ).toBe("invitation-expired");
  });
});

describe("what was reviewed", () => {
  it("and changed since is never submitted: its owner is told, the others see that it is not ready", async () => {
    const main = await applicant();
    const spouse = await spouseOf(main);
    await say(main);
    await save(main, "identity", {
      surname: "Changed",
      birthDate: { day: "4", month: "5", year: "1990" },
      citizenship: "IN",
    });
    expect((await viewOf(main))?.notices).toEqual(["changed-since-ready"]);
    expect((await viewOf(spouse))?.notices).toEqual([]);
    expect(await progressOf(spouse)).toEqual(["in-progress", "in-progress"]);
    expect(await say(spouse)).toEqual({ state: "waiting", for: ["Test Rao"] });
    expect(await submissionsOf(main)).toEqual([]);
    expect((await say(main)).state).toBe("submitted");
    const [sent] = await submissionsOf(main);
    expect(JSON.parse(sent?.content ?? "").answers.identity.surname).toBe("Changed");
    expect(await stateOf(spouse)).toBe("submitted");
  });

  it("has to be what is there, whole, and with a key", async () => {
    const main = await applicant();
    const spouse = await spouseOf(main);
    const old = await revisionOf(main);
    await save(main, "stay", { stayFrom: { day: "1", month: "2", year: "2027" } });
    expect(await code(say(main, randomUUID(), old))).toBe("stale");
    expect(await code(say(main, "short"))).toBe("bad-key");
    await save(spouse, "declarations", {});
    expect(await code(say(spouse))).toBe("cannot-submit");
    expect((await memberOf(spouse)).readyAt).toBeNull();
  });

  it("can be taken back", async () => {
    const main = await applicant();
    const spouse = await spouseOf(main);
    await say(main);
    await cancelReady(main.userId, main.applicationId);
    expect(await say(spouse)).toEqual({ state: "waiting", for: ["Test Rao"] });
    expect(await eventsOf(main)).toContain("family-ready-cancelled");
    expect((await viewOf(main))?.notices).toEqual([]);
  });
});
