import { db, type Transaction } from "@/lib/db/client";
import type { Application } from "@/lib/db/generated/client";
import { lockAccount } from "@/lib/db/locks";
import { AppError } from "@/lib/errors";
import { asksFor } from "@/lib/flow/asks";
import type { AnswerValue } from "@/lib/flow/fields";
import type { StepId } from "@/lib/flow/step-checks";
import type { Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { editionsInForce } from "@/lib/law";
import { type Facts, PERMIT_IDS, type PermitId } from "@/lib/rules";
import { lockOwnDraft, requireHeldApplication, requireOwnApplication } from "./access";
import { loadAnswers, type SavedAnswers } from "./answers";
import { type Case, readCase } from "./case";
import { leaveGroup, lockFamilyOf } from "./leave-group";
import { requireOwnPerson, selfOf } from "./persons";
import { newReference } from "./reference";
import { startingAnswers } from "./starting-answers";

/** The permits that can be applied for here: all of the rules. */
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
  /** What else is known, by the names of fields. */
  known?: Readonly<Record<string, AnswerValue>>;
  /** Of this account; its holder where none is given. */
  personId?: string;
  /** A UUID of the form that was sent, so that a double click starts one application. */
  key?: string;
};

/** Whether the law knows an extension of this permit: some clause of it tells one from a first permit. */
export const isExtendable = (permit: PermitId): boolean => asksFor(permit, "kind", swedishDay());

/** The draft that this very form has started already. */
async function startedBefore(client: Transaction, input: NewApplication, personId: string) {
  const { key, userId, permit, kind } = input;
  if (!key) return null;
  return client.application.findFirst({
    where: { id: key, userId, personId, permit, kind, state: "draft" },
  });
}

/**
 * Starts a draft, filled in with what the person's other applications and the check know. With a key that was used
 * before it returns that application. Throws `AppError`: `too-many-drafts`, `permit-not-open`, or `not-found` for a
 * person of another account.
 */
export function createApplication(input: NewApplication): Promise<Application> {
  return db().$transaction(async (client) => {
    await lockAccount(client, input.userId);
    return startDraft(client, input);
  });
}

/** As `createApplication`, within a transaction that has locked the account. */
export async function startDraft(client: Transaction, input: NewApplication): Promise<Application> {
  const { userId, email, permit, kind, locale, facts = {}, known, personId } = input;
  if (!OPEN_PERMITS.includes(permit)) throw new AppError("permit-not-open");
  const person = personId ? await requireOwnPerson(userId, personId, client) : await selfOf(client, userId);
  const before = await startedBefore(client, input, person.id);
  if (before) return before;
  const drafts = await client.application.count({ where: { userId, state: "draft" } });
  if (drafts >= MAX_DRAFTS) throw new AppError("too-many-drafts", { max: MAX_DRAFTS });
  const answers = await startingAnswers(client, { personId: person.id, permit, facts, known, email });
  const isFree = input.key && !(await client.application.count({ where: { id: input.key } }));
  return client.application.create({
    data: {
      ...(isFree && { id: input.key as string }),
      reference: newReference(),
      userId,
      personId: person.id,
      permit,
      kind,
      locale,
      answers: { create: answers },
      events: { create: { userId, kind: "application-started" } },
    },
  });
}

export type OpenApplication = { application: Application; saved: SavedAnswers; reading: Case };

/** An application with its answers, read as of today in Sweden. */
export async function openApplication(userId: string, applicationId: string): Promise<OpenApplication> {
  const application = await requireOwnApplication(userId, applicationId);
  await noteUse(application);
  const saved = await loadAnswers(application.id);
  return { application, saved, reading: readApplication(application, saved) };
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A draft that is looked at is in use, and stays: see lib/own-data/unused-drafts.ts. */
async function noteUse({ id, state, updatedAt }: Application): Promise<void> {
  if (state !== "draft" || updatedAt.getTime() > Date.now() - DAY_MS) return;
  await db().application.updateMany({ where: { id, state: "draft" }, data: { updatedAt: new Date() } });
}

export function readApplication(application: Application, saved: SavedAnswers): Case {
  return readCase({
    permit: application.permit as PermitId,
    kind: application.kind === "extension" ? "extension" : "first",
    today: swedishDay(),
    raw: saved.raw,
    takenOver: Object.keys(saved.takenFrom) as StepId[],
    editions: editionsInForce(),
  });
}

/** Deletes a draft with its answers, for its holder alone; the caller has removed its files. */
export async function deleteDraft(userId: string, applicationId: string): Promise<void> {
  await db().$transaction(async (client) => {
    const own = await requireHeldApplication(userId, applicationId, client);
    const familyId = await lockFamilyOf(client, own.id);
    const draft = await lockOwnDraft(client, userId, own.id);
    await leaveGroup(client, draft.id, familyId);
    await client.application.delete({ where: { id: draft.id } });
  });
}
