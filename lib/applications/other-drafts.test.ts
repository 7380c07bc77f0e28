import "@/lib/documents/fixtures/test-database";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { loadAnswers, saveStep } from "./answers";
import { account, child, code, IDENTITY, PASSPORT, save, start, submit } from "./fixtures/one-person";
import { copyToOtherDraft, olderDrafts } from "./other-drafts";

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
