import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { RawAnswers } from "@/lib/flow/fields";
import { openReceipt } from "@/lib/receipts/receipt";
import { requireOwnApplication } from "./access";
import { loadAnswers, saveStep } from "./answers";
import { createApplication, deleteDraft, openApplication } from "./applications";
import { sha256Hex } from "./canonical";
import { submitApplication } from "./submit";

const IDENTITY: RawAnswers = {
  surname: "Rao",
  birthDate: { day: "4", month: "5", year: "1998" },
  citizenship: "IN",
};

async function person(): Promise<{ userId: string; email: string }> {
  const email = `${randomUUID()}@example.com`;
  const { id } = await db().user.create({ data: { email } });
  return { userId: id, email };
}

async function draft(facts = {}) {
  const owner = await person();
  const application = await createApplication({
    ...owner,
    permit: "studies",
    kind: "first",
    locale: "en",
    facts,
  });
  return { ...owner, applicationId: application.id };
}

const save = (
  own: { userId: string; applicationId: string },
  step: "identity" | "contact" | "declarations",
  raw: RawAnswers,
  revision = 0,
  tab = "one",
) => saveStep({ ...own, step, raw, revision, tab });

async function ready() {
  const own = await draft();
  await save(own, "identity", IDENTITY);
  await save(own, "declarations", { truth: "on" });
  const { application } = await openApplication(own.userId, own.applicationId);
  return { ...own, revision: application.revision };
}

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error) => error.code ?? error.message,
  );

beforeAll(() => {
  if (!process.env.TEST_DATABASE_URL)
    throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
});

describe("someone else's application", () => {
  it("answers like one that does not exist", async () => {
    const { applicationId } = await draft();
    const stranger = (await person()).userId;
    expect(await code(requireOwnApplication(stranger, applicationId))).toBe("not-found");
    expect(await code(requireOwnApplication(stranger, randomUUID()))).toBe("not-found");
    expect(await code(requireOwnApplication(stranger, "1' OR '1'='1"))).toBe("not-found");
    expect(
      await code(
        saveStep({ userId: stranger, applicationId, step: "identity", raw: {}, revision: 0, tab: "x" }),
      ),
    ).toBe("not-found");
    expect(await code(deleteDraft(stranger, applicationId))).toBe("not-found");
    expect(await code(openReceipt(stranger, applicationId))).toBe("not-found");
    expect(
      await code(
        submitApplication({
          userId: stranger,
          applicationId,
          idempotencyKey: randomUUID(),
          revision: 0,
          locale: "en",
        }),
      ),
    ).toBe("not-found");
  });
});

describe("saving a step", () => {
  it("keeps what was typed, also when it is wrong", async () => {
    const own = await draft();
    const raw = { surname: "Rao", birthDate: { day: "31", month: "2", year: "1998" } };
    await save(own, "identity", raw);
    expect((await loadAnswers(own.applicationId)).raw.identity).toEqual(raw);
  });

  it("tells a tab that knows an older state, and overwrites nothing", async () => {
    const own = await draft();
    expect(await save(own, "identity", { surname: "A" }, 0, "first")).toBe(1);
    expect(await save(own, "identity", { surname: "B" }, 1, "second")).toBe(2);
    expect(await code(save(own, "identity", { surname: "C" }, 1, "first"))).toBe("stale");
    expect((await loadAnswers(own.applicationId)).raw.identity).toEqual({ surname: "B" });
  });

  it("lets the tab that saved last save again, whatever it has heard", async () => {
    const own = await draft();
    await save(own, "identity", { surname: "A" }, 0, "first");
    expect(await save(own, "identity", { surname: "B" }, 0, "first")).toBe(2);
  });

  it("counts the same answers once", async () => {
    const own = await draft();
    await save(own, "identity", IDENTITY);
    expect(await save(own, "identity", { ...IDENTITY }, 0, "other")).toBe(1);
  });

  it("survives many at once: one wins each revision", async () => {
    const own = await draft();
    const tabs = Array.from({ length: 8 }, (_, index) =>
      code(save(own, "identity", { surname: `N${index}` }, 0, `t${index}`)),
    );
    const answers = await Promise.all(tabs);
    expect(answers.filter((answer) => answer === "no error")).toHaveLength(1);
    expect(answers.filter((answer) => answer === "stale")).toHaveLength(7);
  });
});

describe("answers of a check", () => {
  it("are filled in as if they had been typed", async () => {
    const own = await draft({
      citizenship: "IN",
      savingsSek: 300000,
      stayFrom: "2027-08-15",
      returnTravelCovered: true,
    });
    const { raw } = await loadAnswers(own.applicationId);
    expect(raw.identity).toEqual({ citizenship: "IN" });
    expect(raw.means).toEqual({ savingsSek: "300000", returnTravelCovered: "yes" });
    expect(raw.stay).toEqual({ stayFrom: { day: "15", month: "8", year: "2027" } });
    expect(raw.contact).toEqual({ email: own.email });
  });
});

describe("submitting", () => {
  const submit = (own: Awaited<ReturnType<typeof ready>>, idempotencyKey: string = randomUUID()) =>
    submitApplication({
      userId: own.userId,
      applicationId: own.applicationId,
      revision: own.revision,
      idempotencyKey,
      locale: "en",
    });

  it("writes down what was sent, with a checksum of exactly that", async () => {
    const own = await ready();
    const submission = await submit(own);
    expect(sha256Hex(submission.content)).toBe(submission.sha256);
    const content = JSON.parse(submission.content);
    expect(content.answers.identity).toEqual({ surname: "Rao", birthDate: "1998-05-04", citizenship: "IN" });
    const receipt = await openReceipt(own.userId, own.applicationId);
    expect(receipt.reference).toMatch(/^ANK-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    expect(receipt.sha256).toBe(submission.sha256);
  });

  it("gives the same receipt for the same key, also ten times at once", async () => {
    const own = await ready();
    const key = randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => submit(own, key)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await db().submission.count({ where: { applicationId: own.applicationId } })).toBe(1);
    expect(
      await db().event.count({ where: { applicationId: own.applicationId, kind: "application-submitted" } }),
    ).toBe(1);
  });

  it("queues the receipt with the submission, and once", async () => {
    const own = await ready();
    const { id } = await submit(own);
    const jobs = await db().$queryRaw<
      unknown[]
    >`SELECT id FROM pgboss.job WHERE name = 'send-receipt' AND data->>'submissionId' = ${id}`;
    expect(jobs).toHaveLength(1);
  });

  it("refuses another key after that, and every change", async () => {
    const own = await ready();
    await submit(own);
    expect(await code(submit(own))).toBe("not-a-draft");
    expect(await code(save(own, "identity", { surname: "Changed" }, 1))).toBe("not-a-draft");
    expect(await code(deleteDraft(own.userId, own.applicationId))).toBe("not-a-draft");
  });

  it("refuses what was changed after the review", async () => {
    const own = await ready();
    await save(own, "identity", { ...IDENTITY, surname: "Other" }, 1, "another");
    expect(await code(submit(own))).toBe("stale");
    expect(await db().submission.count({ where: { applicationId: own.applicationId } })).toBe(0);
  });

  it("refuses without the declaration of truth, and says so", async () => {
    const own = await ready();
    await save(own, "declarations", {}, 1);
    const { application } = await openApplication(own.userId, own.applicationId);
    expect(await code(submit({ ...own, revision: application.revision }))).toBe("cannot-submit");
  });

  it("refuses a key that is none", async () => {
    const own = await ready();
    expect(await code(submit(own, ""))).toBe("bad-key");
    expect(await code(submit(own, "x".repeat(500)))).toBe("bad-key");
  });

  it("is never changed afterwards, not even by ourselves", async () => {
    const own = await ready();
    const { id } = await submit(own);
    await expect(db().submission.update({ where: { id }, data: { sha256: "0" } })).rejects.toThrow();
    await expect(
      db().event.updateMany({ where: { applicationId: own.applicationId }, data: { kind: "x" } }),
    ).rejects.toThrow();
  });

  it("leaves out answers that do not matter", async () => {
    const own = await ready();
    const raw: RawAnswers = { swedishAddress: "not-yet-known", street: "Storgatan 1" };
    await saveStep({ ...own, step: "address", raw, revision: 0, tab: "one" });
    const { application } = await openApplication(own.userId, own.applicationId);
    const submission = await submit({ ...own, revision: application.revision });
    expect(JSON.parse(submission.content).answers.address).toEqual({ swedishAddress: "not-yet-known" });
    const [address] = await db().address.findMany({ where: { applicationId: own.applicationId } });
    expect(address).toMatchObject({ kind: "not-yet-known", lines: {} });
  });
});
