import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { db, type Transaction } from "@/lib/db/client";
import type { Answer } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import type { RawAnswers } from "@/lib/flow/fields";
import type { StepId } from "@/lib/flow/step-checks";
import { lockOwnDraft } from "./access";
import type { RawByStep } from "./case";
import { recordSaving } from "./record-saving";
import { sourceOf } from "./reuse";

export type SavedAnswers = {
  raw: RawByStep;
  revisions: Partial<Record<StepId, number>>;
  /** Reference of the application that a step was taken over from, until it is saved here. */
  takenFrom: Partial<Record<StepId, string>>;
};

/** Everything that was typed so far, how often each step was saved, and what was taken over. */
export async function loadAnswers(applicationId: string, client: Transaction = db()): Promise<SavedAnswers> {
  return savedAnswers(await client.answer.findMany({ where: { applicationId } }));
}

/** The same from rows that are at hand. */
export function savedAnswers(rows: readonly Answer[]): SavedAnswers {
  const saved: SavedAnswers = { raw: {}, revisions: {}, takenFrom: {} };
  for (const { step, data, revision, savedBy } of rows) {
    const id = step as StepId;
    saved.raw[id] = data as RawAnswers;
    saved.revisions[id] = revision;
    const source = sourceOf(savedBy);
    if (source) saved.takenFrom[id] = source;
  }
  return saved;
}

/** The name that an open page gave itself; a new one where it is none. */
export const tabNamed = (given: unknown): string =>
  typeof given === "string" && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();

export type SaveStep = {
  userId: string;
  applicationId: string;
  step: StepId;
  raw: RawAnswers;
  /** The revision that the page showed; 0 where the step had never been saved. */
  revision: number;
  /** Names the open page, so that its own autosave never makes it stale. */
  tab: string;
};

/**
 * Saves a step as typed, right or wrong, and returns its new revision.
 * Throws `AppError("stale")` when another page saved it since, and then changes nothing.
 */
export async function saveStep({
  userId,
  applicationId,
  step,
  raw,
  revision,
  tab,
}: SaveStep): Promise<number> {
  return db().$transaction(async (client) => {
    const application = await lockOwnDraft(client, userId, applicationId);
    const key = { applicationId_step: { applicationId, step } };
    const known = await client.answer.findUnique({ where: key });
    // What was taken over is confirmed by saving it, also as it is.
    const isConfirmed = known && !sourceOf(known.savedBy);
    if (isConfirmed && isDeepStrictEqual(known.data, raw)) return known.revision;
    if (known && known.revision !== revision && known.savedBy !== tab) throw new AppError("stale");
    const next = (known?.revision ?? 0) + 1;
    await client.answer.upsert({
      where: key,
      create: { applicationId, step, data: raw, revision: next, savedBy: tab },
      update: { data: raw, revision: next, savedBy: tab, savedAt: new Date() },
    });
    await client.application.update({
      where: { id: application.id },
      data: { revision: { increment: 1 } },
    });
    await recordSaving(client, application, userId, step);
    return next;
  });
}
