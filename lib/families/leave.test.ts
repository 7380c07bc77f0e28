import { beforeAll, describe, expect, it } from "vitest";
import { loadAnswers } from "@/lib/applications/answers";
import { deleteDraft } from "@/lib/applications/applications";
import { withdrawApplication } from "@/lib/applications/withdraw";
import { db } from "@/lib/db/client";
import { accept, inviting, NEW } from "./fixtures/answering";
import { applicant, BORN, code, eventsOf, invited, save, someone, spouseOf } from "./fixtures/people";
import { declineInvitation, invitationSeen } from "./join";
import { leaveFamily } from "./leave";
import { openFamily } from "./view";

beforeAll(() => {
  if (!process.env.TEST_DATABASE_URL)
    throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
});

describe("leaving", () => {
  it("takes one's own application out as it is, and tells the others that and no more", async () => {
    const main = await applicant();
    const spouse = await spouseOf(main);
    const before = (await loadAnswers(spouse.applicationId)).raw;
    await leaveFamily(spouse.userId, spouse.applicationId);
    expect((await loadAnswers(spouse.applicationId)).raw).toEqual(before);
    expect(await openFamily(spouse.userId, spouse.applicationId)).toBeNull();
    const view = await openFamily(main.userId, main.applicationId);
    expect(view?.members.map(({ progress }) => progress)).toEqual(["in-progress", "left"]);
    expect(view?.waitingFor).toEqual([]);
    await save(spouse, "identity", { surname: "Alone" });
    expect(await eventsOf(spouse)).toContain("family-left");
  });

  it("of the main applicant leaves the others together, and takes the open invitations along", async () => {
    const main = await applicant();
    const [one, two] = [await spouseOf(main), await spouseOf(main, NEW, "Kim")];
    const { token } = await invited(main, await someone(), "Late");
    await leaveFamily(main.userId, main.applicationId);
    const view = await openFamily(one.userId, one.applicationId);
    expect(view?.notices).toContain("main-left");
    expect(view?.members.map(({ name, state }) => [name, state])).toEqual([
      ["Test Rao", "left"],
      ["Sam", "joined"],
      ["Kim", "joined"],
    ]);
    expect(await invitationSeen(token)).toBeNull();
    expect((await openFamily(two.userId, two.applicationId))?.reference).toBe(view?.reference);
  });

  it("by deleting the draft is the same", async () => {
    const main = await applicant();
    const spouse = await spouseOf(main);
    await deleteDraft(main.userId, main.applicationId);
    expect((await openFamily(spouse.userId, spouse.applicationId))?.notices).toEqual(["main-left"]);
  });
});

describe("a sponsor's withdrawal", () => {
  it("is told to those whose application builds on it, and to no others", async () => {
    const main = await applicant();
    const spouse = await spouseOf(main);
    const student = await spouseOf(main, { as: "new-own", permit: "studies" }, "Kim");
    const late = await someone();
    const { token } = await invited(main, late, "Late");
    await db().application.update({ where: { id: main.applicationId }, data: { state: "submitted" } });
    await withdrawApplication(main.userId, main.applicationId);
    const view = await openFamily(spouse.userId, spouse.applicationId);
    expect(view?.notices).toEqual(["main-withdrawn"]);
    expect(view?.members[0]?.progress).toBe("withdrawn");
    expect((await openFamily(student.userId, student.applicationId))?.notices).toEqual([]);
    expect((await openFamily(main.userId, main.applicationId))?.notices).toEqual([]);
    expect(await code(inviting(main))).toBe("withdrawn");
    expect(await code(accept(late, token))).toBe("inviter-withdrew");
    expect(await code(declineInvitation(late.userId, token, BORN))).toBe("fine");
  });

  it("is by its holder alone, and of what was submitted", async () => {
    const main = await applicant();
    const spouse = await spouseOf(main);
    expect(await code(withdrawApplication(main.userId, main.applicationId))).not.toBe("fine");
    expect(await code(withdrawApplication(spouse.userId, main.applicationId))).toBe("not-found");
  });
});
