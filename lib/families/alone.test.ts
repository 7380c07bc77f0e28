import { beforeAll, describe, expect, it } from "vitest";
import { applicant, BORN, invited, memberOf, someone, spouseOf } from "./fixtures/people";
import { alone, family, say, stateOf, submissionsOf, viewOf } from "./fixtures/saying";
import { revokeInvitation } from "./invite";
import { declineInvitation } from "./join";
import { leaveFamily } from "./leave";

beforeAll(() => {
  if (!process.env.TEST_DATABASE_URL)
    throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
});

describe("going alone", () => {
  it("is possible at any time, and leaves the others as they are", async () => {
    const main = await applicant();
    const spouse = await spouseOf(main);
    await say(main);
    const sent = await alone(main);
    expect(JSON.parse(sent.content).family.members).toEqual([
      {
        reference: expect.stringMatching(/^ANK-/),
        role: "adult",
        relationship: "spouse",
        state: "not-submitted",
      },
    ]);
    expect(await memberOf(main)).toMatchObject({ readyAt: null, state: "joined" });
    expect(await stateOf(spouse)).toBe("draft");
    const outcome = await say(spouse);
    expect(outcome.state).toBe("submitted");
    const [later] = await submissionsOf(spouse);
    expect(JSON.parse(later?.content ?? "").family.members).toMatchObject([
      { role: "main", state: "submitted" },
    ]);
  });

  it("without a family says nothing of one", async () => {
    const sent = await alone(await applicant());
    expect(JSON.parse(sent.content)).not.toHaveProperty("family");
  });

  it("does not submit those who wait", async () => {
    const { main, spouse, children } = await family();
    for (const who of [main, ...children]) await say(who);
    await alone(spouse);
    expect(await stateOf(main)).toBe("draft");
    expect((await viewOf(main))?.notices).toEqual(["all-ready"]);
    expect((await say(main)).state).toBe("submitted");
    for (const child of children) expect(await stateOf(child)).toBe("submitted");
  });
});

describe("nothing is submitted by", () => {
  it("somebody who leaves, after which one of the others says it again", async () => {
    const main = await applicant();
    const spouse = await spouseOf(main);
    await say(main);
    await leaveFamily(spouse.userId, spouse.applicationId);
    expect(await stateOf(main)).toBe("draft");
    expect((await viewOf(main))?.notices).toEqual(["all-ready"]);
    expect((await say(main)).state).toBe("submitted");
    expect(await stateOf(spouse)).toBe("draft");
  });

  it("who says no or is taken out", async () => {
    const main = await applicant();
    const [one, two] = [await someone(), await someone()];
    const [first, second] = [await invited(main, one, "One"), await invited(main, two, "Two")];
    await say(main);
    await declineInvitation(one.userId, first.token, BORN);
    expect((await viewOf(main))?.waitingFor).toEqual(["Two"]);
    await revokeInvitation(main.userId, main.applicationId, second.memberId);
    expect(await stateOf(main)).toBe("draft");
    expect((await viewOf(main))?.notices).toEqual(["all-ready"]);
  });

  it("who joins later and was never waited for", async () => {
    const main = await applicant();
    await alone(main);
    const spouse = await spouseOf(main);
    expect((await say(spouse)).state).toBe("submitted");
    expect(await submissionsOf(main)).toHaveLength(1);
  });
});
