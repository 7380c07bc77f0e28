import "@/lib/documents/fixtures/test-database";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { loadAnswers, saveStep } from "@/lib/applications/answers";
import { createApplication, deleteDraft, openApplication } from "@/lib/applications/applications";
import { submitApplication } from "@/lib/applications/submit";
import { db } from "@/lib/db/client";
import type { RawAnswers } from "@/lib/flow/fields";
import type { StepId } from "@/lib/flow/step-checks";
import { acceptLink, offerOf } from "./accept";
import type { Claims } from "./claims";
import { compareWithAnswers, confirmedIn } from "./confirmed";
import { setConsent } from "./consent";
import { sampleClaims } from "./sample-claims";
import { toldIn } from "./told";

const DAY_MS = 24 * 60 * 60 * 1_000;
const code = `host-${randomUUID().slice(0, 8)}`;

async function makeHost(hostCode = code, isApprovedPrincipal = true) {
  await db().host.upsert({
    where: { code: hostCode },
    create: {
      code: hostCode,
      nameSv: "Kungl. Tekniska högskolan",
      nameEn: "KTH Royal Institute of Technology",
      kind: "state-institution",
      isApprovedPrincipal,
      source: "test",
      sourceDate: new Date("2026-01-01"),
    },
    update: {},
  });
  return hostCode;
}

async function makeLink(claims: Claims = sampleClaims("admission"), hostCode = code): Promise<string> {
  await makeHost(hostCode);
  const { id } = await db().hostLink.create({
    data: {
      hostCode,
      jti: randomUUID(),
      kind: claims.kind,
      claims,
      expiresAt: new Date(Date.now() + DAY_MS),
    },
  });
  return id;
}

type Account = { userId: string; email: string };

async function makeAccount(): Promise<Account> {
  const email = `${randomUUID()}@example.org`;
  const { id } = await db().user.create({ data: { email } });
  return { userId: id, email };
}

const accept = (account: Account, linkId: string, into?: string, isShared = false) =>
  acceptLink({ ...account, linkId, locale: "en", into, isShared });

/** Saves a step as a page does that shows it as it is now. */
async function save(account: Account, applicationId: string, step: StepId, raw: RawAnswers) {
  const { revisions } = await loadAnswers(applicationId);
  const { userId } = account;
  return saveStep({ userId, applicationId, step, raw, revision: revisions[step] ?? 0, tab: "a-tab" });
}

const start = (account: Account, permit: "studies" | "research" = "studies") =>
  createApplication({ ...account, permit, kind: "first", locale: "en" });

const BORN = { day: "14", month: "5", year: "2001" };
const NADIA = { surname: "Rahman", givenNames: "Nadia", birthDate: BORN, citizenship: "BD" };

const eventsOf = (applicationId: string) =>
  db().event.findMany({ where: { applicationId }, orderBy: { id: "asc" } });

let account: Account;
beforeEach(async () => {
  account = await makeAccount();
});

describe("accepting a link", () => {
  it("starts an application with what the host says, and asks none of it again", async () => {
    const { applicationId, isNew } = await accept(account, await makeLink());
    expect(isNew).toBe(true);
    const { application, reading } = await openApplication(account.userId, applicationId);
    expect(application.permit).toBe("studies");
    expect(reading.facts).toMatchObject({
      admission: "full-time",
      studyLevel: "master",
      fees: "paid",
      mobilityProgramme: "none",
      birthDate: "2001-05-14",
      stayFrom: "2027-08-23",
      stayUntil: "2029-06-10",
    });
    const states = Object.fromEntries(reading.steps.map(({ step, state }) => [step.id, state]));
    expect(states).toMatchObject({ purpose: "done", stay: "done" });
  });

  it("marks what the host confirms, and shares nothing unless the person says so", async () => {
    const linkId = await makeLink();
    const { applicationId } = await accept(account, linkId);
    const confirmed = await confirmedIn(applicationId);
    expect(confirmed.map(({ fact }) => fact)).toContain("admission");
    // Who the person is they know best themselves.
    expect(confirmed.map(({ fact }) => fact)).not.toContain("surname");
    expect(await db().hostConsent.findMany({ where: { applicationId } })).toMatchObject([
      { isShared: false },
    ]);
    expect(await db().hostLink.findUnique({ where: { id: linkId } })).toMatchObject({
      state: "accepted",
      applicationId,
      acceptedByUserId: account.userId,
    });
    const kinds = (await eventsOf(applicationId)).map(({ kind }) => kind);
    expect(kinds).toEqual(["application-started", "host-consent", "host-link-accepted"]);
  });

  it("leads a doctoral student with a hosting agreement to research", async () => {
    const { applicationId } = await accept(account, await makeLink(sampleClaims("hosting-agreement")));
    const { application, reading } = await openApplication(account.userId, applicationId);
    expect(application.permit).toBe("research");
    expect(reading.facts).toMatchObject({ hostingAgreement: true, approvedPrincipal: true });
    const compared = compareWithAnswers(await confirmedIn(applicationId), reading.steps);
    const states = Object.fromEntries(compared.map(({ fact, state }) => [fact, state]));
    expect(states).toMatchObject({ hostingAgreement: "agrees", doctoralStudent: "not-asked" });
  });

  it("fills in only what is empty in a draft, and makes open pages of it stale", async () => {
    const draft = await start(account);
    await save(account, draft.id, "purpose", { programme: "Physics", fees: "unpaid" });
    const { applicationId } = await accept(account, await makeLink(), draft.id);
    expect(applicationId).toBe(draft.id);
    const { saved } = await openApplication(account.userId, draft.id);
    expect(saved.raw.purpose).toMatchObject({ programme: "Physics", fees: "unpaid", admission: "full-time" });
    await expect(
      saveStep({
        userId: account.userId,
        applicationId,
        step: "purpose",
        raw: {},
        revision: 1,
        tab: "a-tab",
      }),
    ).rejects.toMatchObject({ code: "stale" });
  });

  it("keeps an answer that is wrong or half written", async () => {
    const draft = await start(account);
    await save(account, draft.id, "stay", { stayFrom: { day: "31", month: "2", year: "" } });
    await accept(account, await makeLink(), draft.id);
    const { saved } = await openApplication(account.userId, draft.id);
    expect(saved.raw.stay).toMatchObject({ stayFrom: { day: "31", month: "2", year: "" } });
  });

  it("starts one application when it is accepted twice at once", async () => {
    const linkId = await makeLink();
    const both = await Promise.all([accept(account, linkId), accept(account, linkId)]);
    expect(new Set(both.map(({ applicationId }) => applicationId)).size).toBe(1);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await db().application.count({ where: { userId: account.userId } })).toBe(1);
  });

  it("is for one account: of two at once one gets it, and the other is not told whose it is", async () => {
    const linkId = await makeLink();
    const other = await makeAccount();
    const both = await Promise.allSettled([accept(account, linkId), accept(other, linkId)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: "link-used", params: {} });
  });

  it("leads the same account to its application again, also when the time of the link has passed", async () => {
    const linkId = await makeLink();
    const { applicationId } = await accept(account, linkId);
    await db().hostLink.update({ where: { id: linkId }, data: { expiresAt: new Date(0) } });
    expect(await accept(account, linkId)).toEqual({ applicationId, isNew: false });
    expect(await offerOf(account.userId, linkId)).toEqual({ state: "accepted", applicationId });
  });

  it("can be accepted anew by the account that deleted its draft, and by no other", async () => {
    const linkId = await makeLink();
    const { applicationId } = await accept(account, linkId);
    await deleteDraft(account.userId, applicationId);
    await expect(accept(await makeAccount(), linkId)).rejects.toMatchObject({ code: "link-used" });
    expect((await accept(account, linkId)).isNew).toBe(true);
  });

  it.each([
    ["withdrawn meanwhile", { state: "withdrawn", withdrawnAt: new Date() }, "link-withdrawn"],
    ["too old meanwhile", { expiresAt: new Date(Date.now() - 1) }, "link-expired"],
  ] as const)("changes nothing where it is %s", async (_, change, refusal) => {
    const linkId = await makeLink();
    expect(await offerOf(account.userId, linkId)).toMatchObject({ state: "open" });
    await db().hostLink.update({ where: { id: linkId }, data: change });
    await expect(accept(account, linkId)).rejects.toMatchObject({ code: refusal });
    expect(await db().application.count({ where: { userId: account.userId } })).toBe(0);
  });

  it("refuses a host that was disabled meanwhile", async () => {
    const hostCode = `off-${randomUUID().slice(0, 8)}`;
    const linkId = await makeLink(sampleClaims("admission"), hostCode);
    await db().host.update({ where: { code: hostCode }, data: { isActive: false } });
    await expect(accept(account, linkId)).rejects.toMatchObject({ code: "link-disabled-host" });
  });

  it("takes no draft of another account, of another permit, or that was sent", async () => {
    const linkId = await makeLink();
    const foreign = await start(await makeAccount());
    await expect(accept(account, linkId, foreign.id)).rejects.toMatchObject({ code: "not-found" });
    const research = await start(account, "research");
    await expect(accept(account, linkId, research.id)).rejects.toMatchObject({ code: "not-found" });
    const sent = await start(account);
    await db().application.update({ where: { id: sent.id }, data: { state: "submitted" } });
    await expect(accept(account, linkId, sent.id)).rejects.toMatchObject({ code: "not-a-draft" });
    expect(await db().hostLink.findUnique({ where: { id: linkId } })).toMatchObject({ acceptedAt: null });
  });
});

describe("for somebody else", () => {
  const identity = (change: object) => ({ ...NADIA, ...change });

  it.each([
    ["another birth date", identity({ birthDate: { ...BORN, day: "15" } })],
    ["another name", identity({ givenNames: "Tahmina" })],
  ])("refuses %s than the account's own application has", async (_, raw) => {
    const draft = await start(account);
    await save(account, draft.id, "identity", raw);
    const linkId = await makeLink();
    expect(await offerOf(account.userId, linkId)).toMatchObject({ state: "refused", why: "other-person" });
    for (const into of [undefined, draft.id])
      await expect(accept(account, linkId, into)).rejects.toMatchObject({ code: "link-other-person" });
  });

  it("takes a name that is written a little otherwise", async () => {
    const draft = await start(account);
    await save(account, draft.id, "identity", identity({ surname: "RAHMÁN", givenNames: "Nadiya Begum" }));
    expect(await offerOf(account.userId, await makeLink())).toMatchObject({
      state: "open",
      drafts: [{ id: draft.id }],
    });
  });

  it("goes to the child whom it is about", async () => {
    const own = await start(account);
    await save(account, own.id, "identity", identity({ givenNames: "Rashida" }));
    const child = await db().person.create({
      data: { userId: account.userId, isSelf: false, name: "Nadia" },
    });
    const theirs = await createApplication({
      ...account,
      permit: "research",
      kind: "first",
      locale: "en",
      personId: child.id,
    });
    await save(account, theirs.id, "identity", NADIA);
    const { applicationId } = await accept(account, await makeLink());
    const { personId } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
    expect(personId).toBe(child.id);
  });
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
