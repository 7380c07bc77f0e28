import "@/lib/documents/fixtures/test-database";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { openApplication } from "@/lib/applications/applications";
import { submitApplication } from "@/lib/applications/submit";
import { db } from "@/lib/db/client";
import { compareWithAnswers, confirmedIn } from "./confirmed";
import { setConsent } from "./consent";
import {
  type Account,
  accept,
  code,
  makeAccount,
  makeHost,
  makeLink,
  NADIA,
  save,
} from "./fixtures/accepting";
import { toldIn } from "./told";

let account: Account;
beforeEach(async () => {
  account = await makeAccount();
});

describe("what a host confirms", () => {
  const compared = async (applicationId: string) => {
    const { reading } = await openApplication(account.userId, applicationId);
    return compareWithAnswers(await confirmedIn(applicationId), reading.steps);
  };

  it("is kept beside an answer that contradicts it, and the rules are asked with the answer", async () => {
    const { applicationId } = await accept(account, await makeLink());
    const { saved } = await openApplication(account.userId, applicationId);
    await save(account, applicationId, "purpose", { ...saved.raw.purpose, admission: "part-time" });
    const admission = (await compared(applicationId)).find(({ fact }) => fact === "admission");
    expect(admission).toMatchObject({ value: "full-time", own: "part-time", state: "differs" });
    const { reading } = await openApplication(account.userId, applicationId);
    expect(reading.facts.admission).toBe("part-time");
  });

  it("agrees with the name of the host in either language", async () => {
    const { applicationId } = await accept(account, await makeLink());
    const { saved } = await openApplication(account.userId, applicationId);
    await save(account, applicationId, "purpose", {
      ...saved.raw.purpose,
      institution: "kungl tekniska högskolan",
      programme: "MASTER'S PROGRAMME in sustainable technology",
    });
    const states = Object.fromEntries(
      (await compared(applicationId)).map(({ fact, state }) => [fact, state]),
    );
    expect(states).toMatchObject({ institution: "agrees", programme: "agrees", admission: "agrees" });
  });

  it("tells what is not answered from what can't be read", async () => {
    const { applicationId } = await accept(account, await makeLink());
    await save(account, applicationId, "purpose", { programme: "Physics" });
    await save(account, applicationId, "stay", { stayFrom: { day: "31", month: "2", year: "2027" } });
    const states = Object.fromEntries(
      (await compared(applicationId)).map(({ fact, state }) => [fact, state]),
    );
    expect(states).toMatchObject({ admission: "open", stayFrom: "unreadable", stayUntil: "open" });
  });

  it("goes with the submission, with whether the person agrees", async () => {
    const { applicationId } = await accept(account, await makeLink());
    const { saved } = await openApplication(account.userId, applicationId);
    await save(account, applicationId, "identity", { ...saved.raw.identity, ...NADIA });
    await save(account, applicationId, "contact", { email: account.email });
    await save(account, applicationId, "purpose", { ...saved.raw.purpose, admission: "part-time", fees: "" });
    await save(account, applicationId, "declarations", { truth: "on" });
    const { revision } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
    const idempotencyKey = randomUUID();
    const sent = { ...account, applicationId, idempotencyKey, revision, locale: "en" } as const;
    const { confirmed } = JSON.parse((await submitApplication(sent)).content);
    const about = (fact: string) => confirmed.find((one: { fact: string }) => one.fact === fact);
    expect(about("admission")).toMatchObject({ value: "full-time", host: code, agrees: false });
    expect(about("studyLevel")).toMatchObject({ value: "master", agrees: true });
    expect(about("fees")).toMatchObject({ value: "paid", agrees: null });
    expect(about("stayFrom").date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it("is confirmed no longer once the host has withdrawn the link", async () => {
    const linkId = await makeLink();
    const { applicationId } = await accept(account, linkId);
    await db().hostLink.update({
      where: { id: linkId },
      data: { state: "withdrawn", withdrawnAt: new Date() },
    });
    expect(await confirmedIn(applicationId)).toEqual([]);
    const { reading } = await openApplication(account.userId, applicationId);
    const [told] = await toldIn(applicationId, reading.steps);
    expect(told?.confirmed).toEqual([]);
    expect(told?.withdrawn.map(({ fact }) => fact)).toContain("admission");
    expect(reading.facts.admission).toBe("full-time");
  });
});

describe("what a host may see", () => {
  it("is the holder's to decide, at any time", async () => {
    const { applicationId } = await accept(account, await makeLink(), undefined, true);
    const shared = async () =>
      (await db().hostConsent.findMany({ where: { applicationId } })).map(({ isShared }) => isShared);
    expect(await shared()).toEqual([true]);
    await setConsent({ userId: account.userId, applicationId, hostCode: code, isShared: false });
    expect(await shared()).toEqual([false]);
  });

  it("is nobody else's to decide, and is for a host that has sent the person in", async () => {
    const { applicationId } = await accept(account, await makeLink());
    const { userId } = await makeAccount();
    const stranger = `other-${randomUUID().slice(0, 8)}`;
    await makeHost(stranger);
    const notFound = { code: "not-found" };
    await expect(setConsent({ userId, applicationId, hostCode: code, isShared: true })).rejects.toMatchObject(
      notFound,
    );
    await expect(
      setConsent({ userId: account.userId, applicationId, hostCode: stranger, isShared: true }),
    ).rejects.toMatchObject(notFound);
  });
});
