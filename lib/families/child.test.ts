import { beforeAll, describe, expect, it } from "vitest";
import { loadAnswers } from "@/lib/applications/answers";
import { createApplication, deleteDraft } from "@/lib/applications/applications";
import { db } from "@/lib/db/client";
import { addChild } from "./child";
import {
  type Applicant,
  applicant,
  born,
  code,
  eventsOf,
  fillIn,
  memberOf,
  someone,
} from "./fixtures/people";
import { leaveFamily } from "./leave";
import { familyPermitsFor } from "./permits";
import { openFamily } from "./view";

beforeAll(() => {
  if (!process.env.TEST_DATABASE_URL)
    throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
});

const child = (who: Applicant, extra = {}) =>
  addChild(who.userId, who.applicationId, {
    name: "Asha",
    birthDate: born(5),
    relationship: "child",
    ...extra,
  });

describe("the permit of a family", () => {
  it.each([
    ["research", ["family-of-researcher"]],
    ["research-mobility", ["family-of-researcher"]],
    ["job-seeking-after-research", ["family-of-researcher"]],
    ["studies", ["family-of-student"]],
    ["job-seeking-after-studies", ["family-of-student"]],
    ["commissioned-education", ["family-of-commissioned-student"]],
    ["family-of-student", ["family-of-student"]],
    ["visiting-doctoral", []],
    ["permanent", []],
    ["national-visa", []],
  ])("of %s is %j", (permit, family) => {
    expect(familyPermitsFor(permit)).toEqual(family);
  });
});

describe("a child", () => {
  it("is of the same account, with what is known filled in", async () => {
    const main = await applicant("Rao");
    const added = await child(main, { otherCustodian: true });
    expect(added).toMatchObject({
      userId: main.userId,
      permit: "family-of-researcher",
      state: "draft",
      kind: "first",
    });
    const { reference } = await db().application.findUniqueOrThrow({ where: { id: main.applicationId } });
    const { raw } = await loadAnswers(added.id);
    expect(raw.relationship).toMatchObject({ relationship: "child" });
    expect(raw.sponsor).toEqual({
      sponsorName: "Test Rao",
      sponsorPermit: "research",
      sponsorPermitState: "applied",
      sponsorReference: reference,
    });
    expect(raw.child).toEqual({ otherCustodian: "yes" });
    const [year, month, day] = born(5).split("-").map(Number);
    expect(raw.identity).toEqual({
      birthDate: { day: `${day}`, month: `${month}`, year: `${year}` },
      givenNames: "Asha",
    });
    expect(raw.contact).toEqual({ email: main.email });
    const person = await db().person.findUniqueOrThrow({ where: { id: added.personId } });
    expect(person).toMatchObject({ isSelf: false, name: "Asha", userId: main.userId });
    expect(await eventsOf(main)).toContain("family-child-added");
    const view = await openFamily(main.userId, main.applicationId);
    expect(view?.members.map(({ name, role, isMine }) => [name, role, isMine])).toEqual([
      ["Test Rao", "main", true],
      ["Asha", "child", true],
    ]);
  });

  it("of a family member is of the same sponsor, and to be said by the parent", async () => {
    const main = await applicant("Rao", "family-of-researcher");
    const added = await child(main);
    expect(added.permit).toBe("family-of-researcher");
    const { raw } = await loadAnswers(added.id);
    expect(raw.relationship).toBeUndefined();
    expect(raw.sponsor?.sponsorPermit).not.toBe("family-of-researcher");
  });

  it("is one until the day before turning 18", async () => {
    const main = await applicant();
    expect(await code(child(main, { name: "Of age", birthDate: born(18) }))).toBe("child-too-old");
    expect(await code(child(main, { name: "Older", birthDate: born(40) }))).toBe("child-too-old");
    expect(await openFamily(main.userId, main.applicationId)).toBeNull();
    expect(await code(child(main, { name: "Almost", birthDate: born(18, -1) }))).toBe("fine");
    expect(await code(child(main, { name: "Newborn", birthDate: born(0) }))).toBe("fine");
  });

  it.each([
    ["without a name", { name: "  " }, "bad-name"],
    ["with a name that reorders text", { name: "A\u202eB" }, "bad-name"],
    ["with a name of 201 letters", { name: "a".repeat(201) }, "bad-name"],
    ["born tomorrow", { birthDate: born(0, -1) }, "bad-birth-date"],
    ["born on no day", { birthDate: "2020-02-30" }, "bad-birth-date"],
    ["that is a spouse", { relationship: "spouse" }, "bad-relationship"],
    ["with a permit of another kind", { permit: "studies" }, "permit-not-open"],
  ])("%s is refused", async (_, extra, expected) => {
    expect(await code(child(await applicant(), extra))).toBe(expected);
  });

  it("needs a sponsor whose permit gives the family one, and who has said their name", async () => {
    expect(await code(child(await applicant("Visitor", "visiting-doctoral")))).toBe("no-family-permit");
    const nameless = await someone();
    const { id } = await createApplication({ ...nameless, permit: "studies", kind: "first", locale: "en" });
    const call = addChild(nameless.userId, id, { name: "A", birthDate: born(3), relationship: "child" });
    expect(await code(call)).toBe("own-name-missing");
  });

  it("is in one family once, however the name is written and also twice at once", async () => {
    const main = await applicant();
    const both = await Promise.all([code(child(main)), code(child(main))]);
    expect(both.sort()).toEqual(["child-already-there", "fine"]);
    expect(await code(child(main, { name: " ASHA " }))).toBe("child-already-there");
    expect(await code(child(main, { birthDate: born(6) }))).toBe("fine");
    expect(
      await db().family.count({ where: { members: { some: { applicationId: main.applicationId } } } }),
    ).toBe(1);
  });

  it("is not in two families of the account; taken out of one, it is the same person in the other", async () => {
    const main = await applicant();
    const first = await child(main);
    const { id } = await createApplication({ ...main, permit: "studies", kind: "first", locale: "en" });
    const second = { ...main, applicationId: id };
    await fillIn(second, "Rao");
    expect(await code(child(second))).toBe("child-in-other-family");
    await leaveFamily(main.userId, first.id);
    const again = await child(second);
    expect(again).toMatchObject({ personId: first.personId, permit: "family-of-student" });
  });

  it("founds one family when two are added at once", async () => {
    const main = await applicant();
    const names = ["Asha", "Bina", "Chitra"];
    const answers = await Promise.all(names.map((name) => code(child(main, { name }))));
    expect(answers).toEqual(["fine", "fine", "fine"]);
    expect((await openFamily(main.userId, main.applicationId))?.members).toHaveLength(4);
  });

  it("goes with its draft, and is told of as left", async () => {
    const main = await applicant();
    const added = await child(main);
    await deleteDraft(main.userId, added.id);
    const view = await openFamily(main.userId, main.applicationId);
    expect(view?.members.map(({ state }) => state)).toEqual(["joined", "left"]);
    expect(await code(child(main))).toBe("fine");
  });
});

describe("a family without anybody", () => {
  it("is gone", async () => {
    const main = await applicant();
    const added = await child(main);
    const { familyId } = await memberOf(main);
    await deleteDraft(main.userId, added.id);
    expect(await db().family.count({ where: { id: familyId } })).toBe(1);
    await deleteDraft(main.userId, main.applicationId);
    expect(await db().family.count({ where: { id: familyId } })).toBe(0);
  });
});
