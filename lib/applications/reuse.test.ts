import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { RawAnswers } from "@/lib/flow/fields";
import type { StepId } from "@/lib/flow/step-checks";
import { type Facts, PERMIT_IDS, type PermitId } from "@/lib/rules";
import { loadAnswers, saveStep } from "./answers";
import { createApplication, isExtendable, type NewApplication, openApplication } from "./applications";
import { copyToOtherDraft, olderDrafts } from "./other-drafts";
import { listOverview, pairsOf } from "./overview";
import { requireOwnPerson } from "./persons";
import { submitApplication } from "./submit";

const IDENTITY: RawAnswers = {
  surname: "Rao",
  birthDate: { day: "4", month: "5", year: "1998" },
  citizenship: "IN",
};
const PASSPORT: RawAnswers = { passportNumber: " z 123 4567", passportCountry: "IN" };

type Account = { userId: string; email: string };

async function account(): Promise<Account> {
  const email = `${randomUUID()}@example.com`;
  const { id } = await db().user.create({ data: { email } });
  return { userId: id, email };
}

const start = (owner: Account, permit: PermitId = "studies", more: Partial<NewApplication> = {}) =>
  createApplication({ ...owner, permit, kind: "first", locale: "en", ...more });

/** Saves as a person does who sees what is there. */
async function save({ userId }: Account, applicationId: string, step: StepId, raw: RawAnswers) {
  const { revisions } = await loadAnswers(applicationId);
  return saveStep({ userId, applicationId, step, raw, revision: revisions[step] ?? 0, tab: randomUUID() });
}

async function submit(owner: Account, applicationId: string) {
  await save(owner, applicationId, "identity", IDENTITY);
  await save(owner, applicationId, "declarations", { truth: "on" });
  const { revision } = (await openApplication(owner.userId, applicationId)).application;
  await submitApplication({
    userId: owner.userId,
    applicationId,
    revision,
    idempotencyKey: randomUUID(),
    locale: "en",
  });
}

const child = ({ userId }: Account, name = "Maya") =>
  db().person.create({ data: { userId, isSelf: false, name } });

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error) => error.code ?? error.message,
  );

const stateOf = async ({ userId }: Account, id: string, step: StepId) =>
  (await openApplication(userId, id)).reading.steps.find((one) => one.step.id === step)?.state;

beforeAll(() => {
  if (!process.env.TEST_DATABASE_URL)
    throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
});

describe("a second application of the same person", () => {
  it("begins with what was typed before, to be checked, and says where it is from", async () => {
    const owner = await account();
    const first = await start(owner);
    await save(owner, first.id, "identity", IDENTITY);
    await save(owner, first.id, "passport", PASSPORT);
    const second = await start(owner, "research");
    const { raw, takenFrom } = await loadAnswers(second.id);
    expect(raw.identity).toEqual(IDENTITY);
    expect(raw.passport).toEqual(PASSPORT);
    expect(takenFrom).toEqual({ identity: first.reference, passport: first.reference });
    expect(await stateOf(owner, second.id, "identity")).toBe("to-check");
  });

  it("is done with a step once it is saved, also unchanged", async () => {
    const owner = await account();
    const first = await start(owner);
    await save(owner, first.id, "identity", IDENTITY);
    const second = await start(owner);
    expect(await save(owner, second.id, "identity", IDENTITY)).toBe(2);
    expect(await stateOf(owner, second.id, "identity")).toBe("done");
    expect((await loadAnswers(second.id)).takenFrom).toEqual({});
  });

  it("takes from what was submitted too, and of each step what was saved last", async () => {
    const owner = await account();
    const sent = await start(owner);
    await save(owner, sent.id, "passport", PASSPORT);
    await submit(owner, sent.id);
    const second = await start(owner);
    await save(owner, second.id, "passport", { passportNumber: "NEW" });
    const third = await start(owner, "national-visa");
    const { raw, takenFrom } = await loadAnswers(third.id);
    expect(raw.passport).toEqual({ passportNumber: "NEW" });
    expect(takenFrom).toMatchObject({ identity: sent.reference, passport: second.reference });
  });

  it("leaves out fields that a step no longer has, and answers that only a check gave", async () => {
    const owner = await account();
    const first = await start(owner, "studies", { facts: { citizenship: "IN" } });
    await save(owner, first.id, "passport", { ...PASSPORT, shoeSize: "38" });
    const { raw, takenFrom } = await loadAnswers((await start(owner)).id);
    expect(raw.passport).toEqual(PASSPORT);
    expect(raw.identity).toBeUndefined();
    expect(takenFrom.contact).toBeUndefined();
    expect(raw.contact).toEqual({ email: owner.email });
  });

  it("believes the check more than what is older", async () => {
    const owner = await account();
    const first = await start(owner);
    await save(owner, first.id, "identity", IDENTITY);
    const facts: Facts = { citizenship: "PK", permitHistory: [] };
    const { raw } = await loadAnswers((await start(owner, "studies", { facts })).id);
    expect(raw.identity).toEqual({ ...IDENTITY, citizenship: "PK" });
  });

  it("takes nothing from another person of the account, and nothing from another account", async () => {
    const owner = await account();
    const first = await start(owner);
    await save(owner, first.id, "identity", IDENTITY);
    const maya = await child(owner);
    const hers = await start(owner, "family-of-student", { personId: maya.id });
    expect((await loadAnswers(hers.id)).raw.identity).toBeUndefined();
    const stranger = await account();
    expect((await loadAnswers((await start(stranger)).id)).raw.identity).toBeUndefined();
    expect(await code(start(stranger, "studies", { personId: maya.id }))).toBe("not-found");
    expect(await code(start(stranger, "studies", { personId: "1' OR '1'='1" }))).toBe("not-found");
    expect(await code(requireOwnPerson(stranger.userId, maya.id))).toBe("not-found");
  });
});

describe("starting", () => {
  it("twice at once with one key makes one draft, without a key two, and one person", async () => {
    const owner = await account();
    const key = randomUUID();
    const same = await Promise.all([1, 2, 3].map(() => start(owner, "studies", { key })));
    expect(new Set(same.map(({ id }) => id))).toEqual(new Set([key]));
    await Promise.all([start(owner), start(owner)]);
    expect(await db().application.count({ where: { userId: owner.userId } })).toBe(3);
    expect(await db().person.count({ where: { userId: owner.userId } })).toBe(1);
  });

  it("with a key that somebody else used, or for another permit, makes a draft of its own", async () => {
    const [owner, other] = [await account(), await account()];
    const key = randomUUID();
    await start(owner, "studies", { key });
    const theirs = await start(other, "studies", { key });
    const research = await start(owner, "research", { key });
    expect(theirs.id).not.toBe(key);
    expect(research.id).not.toBe(key);
    expect(theirs.userId).toBe(other.userId);
  });

  it("stops at so many drafts, also all at once", async () => {
    const owner = await account();
    const answers = await Promise.all(Array.from({ length: 23 }, () => code(start(owner))));
    expect(answers.filter((answer) => answer === "too-many-drafts")).toHaveLength(3);
  }, 60_000);

  it("as an extension only where the law knows one", () => {
    const not = PERMIT_IDS.filter((permit) => !isExtendable(permit));
    expect(new Set(not)).toEqual(
      new Set(["job-seeking-after-research", "job-seeking-after-studies", "permanent", "national-visa"]),
    );
  });
});

describe("a visa for the time of the examination", () => {
  it("knows the application that has been sent, and guesses none that has not", async () => {
    const owner = await account();
    const draft = await start(owner, "studies", { kind: "extension" });
    const early = await start(owner, "national-visa");
    expect((await loadAnswers(early.id)).raw.pending).toBeUndefined();
    await submit(owner, draft.id);
    const visa = await start(owner, "national-visa");
    const { raw, takenFrom } = await loadAnswers(visa.id);
    expect(raw.pending).toMatchObject({ pendingApplication: "studies", pendingKind: "extension" });
    expect(takenFrom.pending).toBe(draft.reference);
    expect(raw.situation?.currentPermit).toBeUndefined();
    const pairs = pairsOf(await listOverview(owner.userId));
    expect(pairs.find(({ waiting }) => waiting.id === visa.id)?.other.id).toBe(draft.id);
  });
});

describe("what is newer in one draft", () => {
  async function two() {
    const owner = await account();
    const first = await start(owner);
    await save(owner, first.id, "identity", IDENTITY);
    await save(owner, first.id, "passport", PASSPORT);
    const second = await start(owner, "research");
    return { owner, first, second };
  }

  it("is offered to the other, and used there only when asked", async () => {
    const { owner, first, second } = await two();
    expect(await olderDrafts(owner.userId, first)).toEqual([]);
    await save(owner, second.id, "passport", { passportNumber: "NEW" });
    const [offer] = await olderDrafts(owner.userId, second);
    expect([offer?.application.id, offer?.steps]).toEqual([first.id, ["passport"]]);
    expect((await loadAnswers(first.id)).raw.passport).toEqual(PASSPORT);
    const use = { userId: owner.userId, from: second.id, to: first.id, steps: ["passport", "declarations"] };
    const twice = await Promise.all([copyToOtherDraft(use), copyToOtherDraft(use)]);
    expect(twice).toEqual([first.reference, first.reference]);
    const { raw, revisions } = await loadAnswers(first.id);
    expect([raw.passport, revisions.passport]).toEqual([{ passportNumber: "NEW" }, 2]);
    expect(await olderDrafts(owner.userId, second)).toEqual([]);
    expect(await olderDrafts(owner.userId, first)).toEqual([]);
  });

  it("tells a page that was open there", async () => {
    const { owner, first, second } = await two();
    await save(owner, second.id, "passport", { passportNumber: "NEW" });
    await copyToOtherDraft({ userId: owner.userId, from: second.id, to: first.id, steps: ["passport"] });
    const late = { passportNumber: "LATE" };
    const stale = saveStep({
      userId: owner.userId,
      applicationId: first.id,
      step: "passport",
      raw: late,
      revision: 1,
      tab: "open-before",
    });
    expect(await code(stale)).toBe("stale");
  });

  it("never goes to another person, another account, a sent one, or against what is newer there", async () => {
    const { owner, first, second } = await two();
    await save(owner, second.id, "passport", { passportNumber: "NEW" });
    const hers = await start(owner, "family-of-student", { personId: (await child(owner)).id });
    const stranger = await account();
    const theirs = await start(stranger);
    const use = (userId: string, from: string, to: string) =>
      code(copyToOtherDraft({ userId, from, to, steps: ["passport"] }));
    expect(await use(owner.userId, second.id, hers.id)).toBe("not-found");
    expect(await use(owner.userId, second.id, theirs.id)).toBe("not-found");
    expect(await use(stranger.userId, second.id, theirs.id)).toBe("not-found");
    expect(await use(owner.userId, second.id, second.id)).toBe("not-found");
    await save(owner, first.id, "passport", { passportNumber: "NEWER" });
    expect(await use(owner.userId, second.id, first.id)).toBe("no error");
    expect((await loadAnswers(first.id)).raw.passport).toEqual({ passportNumber: "NEWER" });
    await submit(owner, first.id);
    expect(await use(owner.userId, second.id, first.id)).toBe("not-a-draft");
  });

  it("is nothing that a representative sees or moves", async () => {
    const { owner, first, second } = await two();
    const helper = await account();
    await db().representation.create({
      data: {
        applicationId: second.id,
        userId: helper.userId,
        name: "H",
        email: helper.email,
        state: "active",
      },
    });
    await save(helper, second.id, "passport", { passportNumber: "NEW" });
    expect(await olderDrafts(helper.userId, second)).toEqual([]);
    const use = { userId: helper.userId, from: second.id, to: first.id, steps: ["passport"] };
    expect(await code(copyToOtherDraft(use))).toBe("not-found");
    expect((await olderDrafts(owner.userId, second)).map(({ steps }) => steps)).toEqual([["passport"]]);
  });
});
