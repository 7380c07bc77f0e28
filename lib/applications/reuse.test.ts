import "@/lib/documents/fixtures/test-database";
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { type Facts, PERMIT_IDS } from "@/lib/rules";
import { loadAnswers } from "./answers";
import { isExtendable } from "./applications";
import {
  account,
  child,
  code,
  IDENTITY,
  PASSPORT,
  save,
  start,
  stateOf,
  submit,
} from "./fixtures/one-person";
import { listOverview, pairsOf } from "./overview";
import { requireOwnPerson } from "./persons";

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
