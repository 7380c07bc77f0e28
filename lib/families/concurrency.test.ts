import "../documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { deleteDraft } from "@/lib/applications/applications";
import { submitApplication } from "@/lib/applications/submit";
import { db } from "@/lib/db/client";
import { addDocument, removeDocument } from "@/lib/documents/documents";
import { makePdf } from "@/lib/documents/fixtures/make-files";
import { receive } from "@/lib/documents/incoming";
import { addChild } from "./child";
import {
  type Applicant,
  applicant,
  born,
  code,
  memberOf,
  revisionOf,
  save,
  spouseOf,
} from "./fixtures/people";
import { leaveFamily } from "./leave";
import { cancelReady, markReady } from "./ready";
import { shareDocument } from "./sharing";

let pdf: Buffer;
beforeAll(async () => {
  pdf = await makePdf();
});

/** What may come of it; a deadlock or a time-out is none of these. */
const EXPECTED = [
  "fine",
  "stale",
  "not-a-draft",
  "not-in-family",
  "not-found",
  "cannot-submit",
  "already-submitted",
  "not-yours-to-share",
  "only-main",
  "child-already-there",
];

type Act = (who: Applicant) => Promise<unknown>;
const ready: Act = async (who) =>
  markReady(who.userId, who.applicationId, {
    revision: await revisionOf(who),
    idempotencyKey: randomUUID(),
    locale: "en",
  });
const edit: Act = (who) =>
  save(who, "stay", { stayFrom: { day: "1", month: "2", year: `${2027 + Math.floor(Math.random() * 90)}` } });
const leave: Act = (who) => leaveFamily(who.userId, who.applicationId);
const drop: Act = (who) => deleteDraft(who.userId, who.applicationId);
const cancel: Act = (who) => cancelReady(who.userId, who.applicationId);
const alone: Act = async (who) =>
  submitApplication({ ...who, revision: await revisionOf(who), idempotencyKey: randomUUID(), locale: "en" });
const child: Act = (who) =>
  addChild(who.userId, who.applicationId, { name: "Asha", birthDate: born(4), relationship: "child" });

async function couple(): Promise<Couple> {
  const main = await applicant();
  const spouse = await spouseOf(main);
  const { familyId } = await memberOf(main);
  return [{ ...main, familyId }, spouse];
}

async function run(acts: readonly (readonly [Act, Applicant])[]): Promise<string[]> {
  return Promise.all(acts.map(([act, who]) => code(act(who))));
}

type Couple = [Applicant & { familyId: string }, Applicant];

/** Submitted once or not at all, and nobody is kept as ready who is not waiting. */
async function consistent(people: Couple): Promise<void> {
  for (const { applicationId } of people) {
    const sent = await db().submission.count({ where: { applicationId } });
    const application = await db().application.findUnique({ where: { id: applicationId } });
    expect(sent).toBe(application?.state === "submitted" ? 1 : 0);
  }
  const loose = await db().familyMember.count({
    where: {
      familyId: people[0].familyId,
      readyAt: { not: null },
      OR: [{ applicationId: null }, { application: { state: "submitted" } }],
    },
  });
  expect(loose).toBe(0);
}

describe("at the same moment", () => {
  it("saving, being ready, taking it back, leaving and submitting end without a deadlock, twenty at a time", async () => {
    for (let round = 0; round < 6; round++) {
      const [a, b] = await couple();
      const acts = [
        ...Array.from(
          { length: 5 },
          () =>
            [
              [edit, a],
              [ready, a],
              [ready, b],
              [edit, b],
            ] as const,
        ).flat(),
        [cancel, b],
        [round % 2 ? leave : alone, a],
        [child, a],
      ] as const;
      for (const answer of await run(acts)) expect(EXPECTED).toContain(answer);
      await consistent([a, b]);
    }
  });

  it("deleting, leaving and the last word end without a deadlock", async () => {
    for (let round = 0; round < 8; round++) {
      const [a, b] = await couple();
      await ready(a);
      const answers = await run([
        [ready, b],
        [round % 2 ? drop : leave, a],
        [ready, a],
        [round % 3 ? leave : drop, b],
      ]);
      for (const answer of answers) expect(EXPECTED).toContain(answer);
      await consistent([a, b]);
    }
  });

  it("everybody says the last word: one moment for all, or nobody yet", async () => {
    for (let round = 0; round < 5; round++) {
      const main = await applicant();
      const all = [
        main,
        await spouseOf(main),
        await spouseOf(main, { as: "new-own", permit: "studies" }, "Kim"),
      ];
      const answers = await run(all.map((who) => [ready, who] as const));
      expect(answers).toEqual(["fine", "fine", "fine"]);
      const sent = await db().submission.findMany({
        where: { applicationId: { in: all.map(({ applicationId }) => applicationId) } },
      });
      expect(sent).toHaveLength(3);
      expect(new Set(sent.map(({ arrivedAt }) => arrivedAt.getTime())).size).toBe(1);
    }
  });

  it("sharing and removing crosswise, while both are ready, end without a deadlock", async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = await couple();
      const [toA, toB] = [(await memberOf(a)).id, (await memberOf(b)).id];
      const give = async (who: Applicant) => {
        const received = await receive(Readable.from([pdf]));
        return addDocument({ ...who, requirement: "other", fileName: `${randomUUID()}.pdf`, received });
      };
      const [fileA, fileB] = [await give(a), await give(b)];
      await shareDocument(a.userId, a.applicationId, fileA.id, [toB]);
      const answers = await run([
        [(who) => removeDocument({ ...who, documentId: fileA.id }), a],
        [(who) => removeDocument({ ...who, documentId: fileB.id }), b],
        [(who) => shareDocument(who.userId, who.applicationId, fileB.id, [toA]), b],
        [(who) => shareDocument(who.userId, who.applicationId, fileA.id, [toB]), a],
        [ready, a],
        [ready, b],
        [edit, a],
        [edit, b],
      ]);
      for (const answer of answers) expect(EXPECTED).toContain(answer);
      const orphaned = await db().document.count({
        where: { removedAt: null, sharedFrom: { removedAt: { not: null } }, application: { state: "draft" } },
      });
      expect(orphaned).toBe(0);
    }
  });
});
