import "@/lib/documents/fixtures/test-database";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { saveStep } from "@/lib/applications/answers";
import { createApplication, deleteDraft, openApplication } from "@/lib/applications/applications";
import { db } from "@/lib/db/client";
import { offerOf } from "./accept";
import { compareWithAnswers, confirmedIn } from "./confirmed";
import {
  type Account,
  accept,
  BORN,
  eventsOf,
  makeAccount,
  makeLink,
  NADIA,
  save,
  start,
} from "./fixtures/accepting";
import { sampleClaims } from "./sample-claims";

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
