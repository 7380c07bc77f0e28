import { db } from "@/lib/db/client";
import type { Application } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { type AnswerValue, type RawAnswers, rawFromValue } from "@/lib/flow/fields";
import { ALL_STEPS } from "@/lib/flow/steps";
import type { Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { editionsInForce } from "@/lib/law";
import { type Facts, PERMIT_IDS, type PermitId } from "@/lib/rules";
import { lockOwnDraft, requireOwnApplication } from "./access";
import { loadAnswers, type SavedAnswers } from "./answers";
import { type Case, readCase } from "./case";
import { requireOwnPerson, selfOf } from "./persons";
import { newReference } from "./reference";

/** The permits that can be applied for here so far. */
export const OPEN_PERMITS: readonly PermitId[] = PERMIT_IDS;

/** More drafts than anyone needs; stops a script from filling the table. */
const MAX_DRAFTS = 20;

export type NewApplication = {
  userId: string;
  email: string;
  permit: PermitId;
  kind: "first" | "extension";
  locale: Locale;
  /** Answers of a check, carried along. */
  facts?: Facts;
  /** Of this account; its holder where none is given. */
  personId?: string;
};

function answersFrom(facts: Facts, email: string): Record<string, RawAnswers> {
  const known: Record<string, AnswerValue | undefined> = { ...(facts as Record<string, AnswerValue>), email };
  const answers: Record<string, RawAnswers> = {};
  for (const { id, fields } of ALL_STEPS) {
    const raw: RawAnswers = {};
    for (const { name, kind } of fields) {
      const value = known[name];
      if (value !== undefined) raw[name] = rawFromValue(value, kind);
    }
    if (Object.keys(raw).length > 0) answers[id] = raw;
  }
  return answers;
}

/** Starts a draft. Throws `AppError("too-many-drafts")`, or `AppError("permit-not-open")`. */
export async function createApplication(input: NewApplication): Promise<Application> {
  const { userId, email, permit, kind, locale, facts = {}, personId } = input;
  if (!OPEN_PERMITS.includes(permit)) throw new AppError("permit-not-open");
  return db().$transaction(async (client) => {
    await client.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`;
    const drafts = await client.application.count({ where: { userId, state: "draft" } });
    if (drafts >= MAX_DRAFTS) throw new AppError("too-many-drafts", { max: MAX_DRAFTS });
    const person = personId ? await requireOwnPerson(userId, personId, client) : await selfOf(client, userId);
    const answers = Object.entries(answersFrom(facts, email));
    return client.application.create({
      data: {
        reference: newReference(),
        userId,
        personId: person.id,
        permit,
        kind,
        locale,
        answers: { create: answers.map(([step, data]) => ({ step, data, savedBy: "check" })) },
        events: { create: { userId, kind: "application-started" } },
      },
    });
  });
}

export const listApplications = (userId: string): Promise<Application[]> =>
  db().application.findMany({ where: { userId }, orderBy: { updatedAt: "desc" } });

export type OpenApplication = { application: Application; saved: SavedAnswers; reading: Case };

/** An application with its answers, read as of today in Sweden. */
export async function openApplication(userId: string, applicationId: string): Promise<OpenApplication> {
  const application = await requireOwnApplication(userId, applicationId);
  const saved = await loadAnswers(application.id);
  return { application, saved, reading: readApplication(application, saved) };
}

export function readApplication(application: Application, saved: SavedAnswers): Case {
  return readCase({
    permit: application.permit as PermitId,
    kind: application.kind === "extension" ? "extension" : "first",
    today: swedishDay(),
    raw: saved.raw,
    editions: editionsInForce(),
  });
}

/** Deletes a draft with its answers; the caller has removed its files. */
export async function deleteDraft(userId: string, applicationId: string): Promise<void> {
  await db().$transaction(async (client) => {
    const draft = await lockOwnDraft(client, userId, applicationId);
    await client.application.delete({ where: { id: draft.id } });
  });
}
