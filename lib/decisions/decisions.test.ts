import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { describe, expect, it, vi } from "vitest";
import { sha256Hex } from "@/lib/applications/canonical";
import {
  asAuthority,
  askFor,
  type Case,
  codeOf,
  eventsOf,
  inDays,
  lettersTo,
  newUser,
  stateOf,
  submittedCase,
} from "@/lib/authority/fixtures/submitted-case";
import { lastDayWithin } from "@/lib/clock/last-day";
import { db } from "@/lib/db/client";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { openDecisionFile } from "./decision-file";
import { decisionDemand, requestDecision } from "./demand";
import { type Decided, issueDecision } from "./issue";
import { acknowledgeDecision, findDecision, openDecision } from "./receiving";

const GRANTED: Decided = {
  outcome: "granted",
  reasons: "Every condition is met.",
  decidedOn: swedishDay(),
  validFrom: inDays(30),
  validUntil: inDays(400),
};
const REFUSED: Decided = {
  outcome: "refused",
  reasons: "The means are missing.",
  decidedOn: swedishDay(),
  appeal: { how: "In writing, to Migrationsverket.", withinDays: 21 },
};

const decide = (own: Case, decided: Decided = REFUSED) =>
  asAuthority(own, (client, application) => issueDecision(client, application, decided));
const open = ({ userId, applicationId }: Case) => openDecision(userId, applicationId);
const acknowledge = ({ userId, applicationId }: Case, sha256: string) =>
  acknowledgeDecision(userId, applicationId, sha256);
const find = ({ userId, applicationId }: Case) => findDecision(userId, applicationId);

/** As the address form writes it later. */
const tellAddress = ({ applicationId }: Case, kind: string, validFrom = swedishDay()) =>
  db().address.create({ data: { applicationId, kind, lines: {}, validFrom: new Date(validFrom) } });

describe("issuing a decision", () => {
  it("writes it down once, as it is served, and says only that there is something", async () => {
    const own = await submittedCase();
    await askFor(own);
    const decision = await decide(own);
    expect(sha256Hex(decision.content)).toBe(decision.sha256);
    expect(JSON.parse(decision.content)).toMatchObject({ reference: own.reference, ...REFUSED });
    expect(await stateOf(own)).toBe("decided");
    expect(await lettersTo(own)).toBe(2);
    expect(
      await db().request.count({ where: { applicationId: own.applicationId, state: "cancelled" } }),
    ).toBe(1);
    expect(await find(own)).toEqual({ at: decision.at, openedAt: null, acknowledgedAt: null });
    expect(await codeOf(decide(own))).toBe("wrong-state");
  });

  it("happens once of many at once", async () => {
    const own = await submittedCase();
    const codes = await Promise.all([1, 2, 3, 4, 5].map(() => codeOf(decide(own))));
    expect(codes.sort()).toEqual(["no error", ...Array(4).fill("wrong-state")]);
  });

  it.each<[string, Partial<Decided>]>([
    ["no-period", { validFrom: undefined }],
    ["period-ends-before-it-begins", { validUntil: inDays(29) }],
    ["decided-in-the-future", { decidedOn: inDays(1) }],
    ["no-appeal", { outcome: "refused", validFrom: undefined, validUntil: undefined }],
    ["period-without-permit", { outcome: "dismissed", appeal: REFUSED.appeal }],
  ])("is refused: %s", async (reason, change) => {
    const own = await submittedCase();
    await expect(decide(own, { ...GRANTED, ...change })).rejects.toMatchObject({
      ...{ code: "bad-decision", params: { reason } },
    });
    expect(await stateOf(own)).toBe("submitted");
  });

  it("is never changed afterwards, not even by ourselves", async () => {
    const own = await submittedCase();
    const { id, sha256 } = await decide(own);
    await open(own);
    await acknowledge(own, sha256);
    const decisionId = id;
    await expect(db().decision.update({ where: { id }, data: { content: "x" } })).rejects.toThrow();
    await expect(
      db().decisionOpening.update({ where: { decisionId }, data: { at: new Date(0) } }),
    ).rejects.toThrow();
    await expect(
      db().acknowledgement.update({ where: { decisionId }, data: { appealBy: null } }),
    ).rejects.toThrow();
  });
});

describe("a permit and the fixed address, UtlL 5b:9 p5", () => {
  it.each([["not-yet-known"], ["withheld"]])("waits where it is %s", async (swedishAddress) => {
    const own = await submittedCase({ swedishAddress });
    expect(await codeOf(decide(own, GRANTED))).toBe("address-missing");
    await tellAddress(own, "temporary");
    expect(await codeOf(decide(own, GRANTED))).toBe("address-missing");
    await tellAddress(own, "known", inDays(20));
    await decide(own, GRANTED);
    expect(await stateOf(own)).toBe("decided");
  });

  it("waits again where the fixed one was given up", async () => {
    const own = await submittedCase();
    await tellAddress(own, "temporary", inDays(1));
    expect(await codeOf(decide(own, GRANTED))).toBe("address-missing");
  });

  it("does not keep a refusal waiting, nor a permit whose rules do not ask for it", async () => {
    await decide(await submittedCase({ swedishAddress: "not-yet-known" }));
    const own = await submittedCase({ swedishAddress: "not-yet-known" });
    const [submission] = await db().submission.findMany({ where: { applicationId: own.applicationId } });
    const assessment = { ...(submission?.assessment as object), conditions: [] };
    await db().submission.deleteMany({ where: { applicationId: own.applicationId } });
    if (submission) {
      const { manifest, ...rest } = submission;
      await db().submission.create({ data: { ...rest, manifest: manifest as object, assessment } });
    }
    await decide(own, GRANTED);
  });
});

describe("receiving a decision", () => {
  it("is opened, confirmed with the checksum of what was read, and gives the last day to appeal", async () => {
    const own = await submittedCase();
    await decide(own);
    const first = await open(own);
    expect(first).toMatchObject({ outcome: "refused", reasons: REFUSED.reasons, appeal: REFUSED.appeal });
    expect(first.appealBy).toBeNull();
    expect((await open(own)).openedAt).toEqual(first.openedAt);
    expect(await codeOf(acknowledge(own, sha256Hex("something else")))).toBe("not-what-was-received");
    const received = await acknowledge(own, first.sha256);
    expect(received.appealBy).toBe(lastDayWithin(21, swedishDay()));
    expect(received.acknowledgedAt).not.toBeNull();
    expect(await stateOf(own)).toBe("acknowledged");
    expect((await eventsOf(own)).slice(-3)).toEqual([
      ...["decision-issued", "decision-opened", "decision-acknowledged"],
    ]);
  });

  it.each([
    ["2026-11-20T22:59:00Z", "2026-12-11"],
    ["2026-11-20T23:01:00Z", "2026-12-14"],
    ["2026-12-03T12:00:00Z", "2026-12-28"],
    ["2026-12-10T12:00:00Z", "2027-01-04"],
  ])("confirmed at %s may be appealed until %s", async (moment, appealBy) => {
    const own = await submittedCase();
    const { sha256 } = await decide(own);
    vi.useFakeTimers({ now: new Date(moment), toFake: ["Date"] });
    try {
      expect((await acknowledge(own, sha256)).appealBy).toBe(appealBy);
    } finally {
      vi.useRealTimers();
    }
  });

  it("has no last day where it may not be appealed", async () => {
    const own = await submittedCase();
    const { sha256 } = await decide(own, GRANTED);
    expect((await acknowledge(own, sha256)).appealBy).toBeNull();
  });

  it("counts once, by many at once too", async () => {
    const own = await submittedCase();
    const { sha256 } = await decide(own);
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map(() => acknowledge(own, sha256)));
    expect(new Set(all.map(({ acknowledgedAt }) => acknowledgedAt?.getTime())).size).toBe(1);
    expect((await eventsOf(own)).filter((kind) => kind === "decision-acknowledged")).toHaveLength(1);
  });

  it("is for the holder to confirm; a representative reads it, and nobody else", async () => {
    const own = await submittedCase();
    const { sha256 } = await decide(own);
    const other = { ...own, userId: await newUser() };
    for (const act of [open, find, (one: Case) => acknowledge(one, sha256)])
      expect(await codeOf(act(other))).toBe("not-found");
    const { applicationId } = own;
    const data = { applicationId, userId: other.userId, name: "R", email: "r@example.com" };
    await db().representation.create({ data: { ...data, state: "active" } });
    expect((await open(other)).outcome).toBe("refused");
    expect(await codeOf(acknowledge(other, sha256))).toBe("not-found");
    expect(await stateOf(own)).toBe("decided");
  });

  it("is not found while there is none, and has no file where none was given", async () => {
    const own = await submittedCase();
    expect(await find(own)).toBeNull();
    expect(await codeOf(open(own))).toBe("not-found");
    await decide(own);
    expect(await codeOf(openDecisionFile(own.userId, own.applicationId))).toBe("not-found");
  });
});

describe("asking for a decision, FL 12", () => {
  const ask = ({ userId, applicationId }: Case, now: string) =>
    requestDecision(userId, applicationId, new Date(now));

  /** As if it had come in then. */
  async function submittedAt(arrivedAt: string): Promise<Case> {
    const own = await submittedCase();
    const { applicationId } = own;
    const row = await db().submission.findFirstOrThrow({ where: { applicationId } });
    await db().submission.deleteMany({ where: { applicationId } });
    await db().submission.create({
      data: {
        ...row,
        ...{ manifest: row.manifest as object, assessment: row.assessment as object },
        arrivedAt: new Date(arrivedAt),
      },
    });
    return own;
  }

  it("is for the day after six months have gone, in Sweden, and once", async () => {
    const own = await submittedAt("2026-05-20T12:00:00Z");
    await expect(ask(own, "2026-11-20T22:59:00Z")).rejects.toMatchObject({
      ...{ code: "too-early", params: { from: "2026-11-21" } },
    });
    const demand = await ask(own, "2026-11-20T23:01:00Z");
    // Four weeks from Saturday 21 November end on a Saturday, and so on the Monday.
    expect(demand.answerBy).toBe("2026-12-21");
    expect(await codeOf(ask(own, "2027-01-20T12:00:00Z"))).toBe("already-demanded");
    expect(await decisionDemand(own.userId, own.applicationId)).toEqual(demand);
    expect(await eventsOf(own)).toContain("decision-demanded");
  });

  it("is asked by one of many at once", async () => {
    const own = await submittedAt("2026-01-20T12:00:00Z");
    const codes = await Promise.all([1, 2, 3, 4].map(() => codeOf(ask(own, "2026-11-20T12:00:00Z"))));
    expect(codes.sort()).toEqual([...Array(3).fill("already-demanded"), "no error"]);
  });

  it("is not for a case that was decided, nor for somebody else", async () => {
    const own = await submittedAt("2026-01-20T12:00:00Z");
    const userId = await newUser();
    expect(await codeOf(ask({ ...own, userId }, "2026-11-20T12:00:00Z"))).toBe("not-found");
    await decide(own);
    expect(await codeOf(ask(own, "2026-11-20T12:00:00Z"))).toBe("wrong-state");
  });
});
