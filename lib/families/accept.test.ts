import { beforeAll, describe, expect, it } from "vitest";
import { loadAnswers } from "@/lib/applications/answers";
import { createApplication } from "@/lib/applications/applications";
import { db } from "@/lib/db/client";
import { accept, joinWith, NEW } from "./fixtures/answering";
import { applicant, code, invited, memberOf, someone, spouseOf } from "./fixtures/people";
import { invitationSeen } from "./join";
import { leaveFamily } from "./leave";
import { openFamily } from "./view";

beforeAll(() => {
  if (!process.env.TEST_DATABASE_URL)
    throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
});

describe("joining", () => {
  it("with a new application fills in the sponsor, and nothing that the sponsor did not say", async () => {
    const main = await applicant();
    const spouse = await someone();
    const { token } = await invited(main, spouse);
    const joined = await accept(spouse, token);
    expect(joined).toMatchObject({ userId: spouse.userId, permit: "family-of-researcher", state: "draft" });
    const { raw } = await loadAnswers(joined.id);
    expect(raw.relationship).toEqual({ relationship: "spouse" });
    expect(raw.sponsor).toEqual({
      sponsorName: "Test Rao",
      sponsorPermit: "research",
      sponsorPermitState: "applied",
    });
    const member = await memberOf({ applicationId: joined.id });
    expect(member).toMatchObject({ state: "joined", birthDate: null, role: "adult" });
    const view = await openFamily(main.userId, main.applicationId);
    expect(view?.members[1]).toMatchObject({ progress: "not-started", isMine: false });
  });

  it("happens once: twice at once leads to the same, and somebody else comes too late", async () => {
    const spouse = await someone();
    const { token } = await invited(await applicant(), spouse);
    const [a, b] = await Promise.all([accept(spouse, token), accept(spouse, token)]);
    expect(a.id).toBe(b.id);
    expect(await db().application.count({ where: { userId: spouse.userId } })).toBe(1);
    expect(await code(accept(await someone(), token))).toBe("invitation-used");
    expect(await invitationSeen(token)).toBe("used");
  });

  it("two people with one link: one wins", async () => {
    const { token } = await invited(await applicant(), await someone());
    const [one, two] = [await someone(), await someone()];
    const answers = await Promise.all([code(accept(one, token)), code(accept(two, token))]);
    expect(answers.sort()).toEqual(["fine", "invitation-used"]);
    const made = await db().application.count({ where: { userId: { in: [one.userId, two.userId] } } });
    expect(made).toBe(1);
  });

  it("with one's own permit keeps it: a couple of whom one is a doctoral student", async () => {
    const main = await applicant("Rao", "research");
    const student = await applicant("Iyer", "studies");
    const { token } = await invited(main, student);
    await accept(student, token, joinWith(student));
    const view = await openFamily(student.userId, student.applicationId);
    expect(view?.members.map(({ name }) => name)).toEqual(["Test Rao", "Sam"]);
    const other = await someone();
    const { token: second } = await invited(main, other, "Kim");
    expect(await accept(other, second, { as: "new-own", permit: "studies" })).toMatchObject({
      permit: "studies",
    });
    const none = await invited(await applicant("V", "visiting-doctoral"), await someone());
    expect(await code(accept(await someone(), none.token))).toBe("no-family-permit");
  });

  it("is refused with another's application, a withdrawn one, or a child's", async () => {
    const { token } = await invited(await applicant(), await someone());
    const who = await applicant();
    expect(await code(accept(who, token, joinWith(await applicant())))).toBe("not-found");
    const person = await db().person.create({ data: { userId: who.userId, isSelf: false, name: "Asha" } });
    const start = { ...who, permit: "studies", kind: "first", locale: "en", personId: person.id } as const;
    const { id } = await createApplication(start);
    expect(await code(accept(who, token, { as: "existing", applicationId: id }))).toBe("not-found");
    await db().application.update({ where: { id: who.applicationId }, data: { state: "withdrawn" } });
    expect(await code(accept(who, token, joinWith(who)))).toBe("withdrawn");
  });

  it("is refused to who is there already, or whose application is in another family", async () => {
    const main = await applicant();
    const spouse = await spouseOf(main);
    const { token } = await invited(main, await someone(), "Kim");
    expect(await code(accept(spouse, token))).toBe("already-member");
    const elsewhere = await invited(await applicant("Else"), await someone());
    expect(await code(accept(spouse, elsewhere.token, joinWith(spouse)))).toBe("in-another-family");
    await leaveFamily(spouse.userId, spouse.applicationId);
    expect(await code(accept(spouse, elsewhere.token, joinWith(spouse)))).toBe("fine");
  });

  it("of two who invited each other asks first, and then gives up the own family", async () => {
    const [a, b] = [await applicant("A"), await applicant("B")];
    const toB = await invited(a, b);
    const toA = await invited(b, a);
    expect(await code(accept(b, toB.token, joinWith(b)))).toBe("invited-each-other");
    expect(await code(accept(b, toB.token))).toBe("invited-each-other");
    expect(await invitationSeen(toA.token)).toBe("open");
    await accept(b, toB.token, joinWith(b), true);
    expect(await invitationSeen(toA.token)).toBeNull();
    expect((await openFamily(b.userId, b.applicationId))?.members).toHaveLength(2);
    expect(await db().familyMember.count({ where: { application: { userId: b.userId } } })).toBe(1);
  });

  it("of two who invited each other and answer at the same moment makes one family", async () => {
    const [a, b] = [await applicant("A"), await applicant("B")];
    const [toB, toA] = [await invited(a, b), await invited(b, a)];
    const answers = await Promise.all([
      code(accept(b, toB.token, joinWith(b), true)),
      code(accept(a, toA.token, joinWith(a), true)),
    ]);
    expect(answers.sort()).toEqual(["bad-token", "fine"]);
    const [first, second] = [await memberOf(a), await memberOf(b)];
    expect(first.familyId).toBe(second.familyId);
  });

  it("where somebody else has joined one's own family leaves that as it is", async () => {
    const [a, b] = [await applicant("A"), await applicant("B")];
    await spouseOf(b, NEW, "Kim");
    const [toB, toA] = [await invited(a, b), await invited(b, a)];
    expect(await code(accept(b, toB.token, joinWith(b), true))).toBe("in-another-family");
    expect(await invitationSeen(toA.token)).toBe("open");
    expect(await code(accept(b, toB.token, NEW, true))).toBe("fine");
    expect(await invitationSeen(toA.token)).toBeNull();
    expect((await memberOf(b)).role).toBe("main");
  });
});
