import { db, type Transaction } from "@/lib/db/client";
import type { Application, Document, Submission } from "@/lib/db/generated/client";
import { lockApplications } from "@/lib/db/locks";
import { queueDelivery } from "@/lib/delivery/queue-delivery";
import { AppError } from "@/lib/errors";
import type { AnswerValue } from "@/lib/flow/fields";
import { type ConfirmedContent, confirmedContent } from "@/lib/hosts/confirmed";
import type { Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { enqueue } from "@/lib/jobs/queue";
import type { PermitPeriod } from "@/lib/rules";
import { requireOwnApplication } from "./access";
import { loadAnswers } from "./answers";
import { readApplication } from "./applications";
import { canonicalJson, sha256Hex } from "./canonical";
import { blockersOf, type Case } from "./case";
import { type FamilyContent, familyContent } from "./family-content";
import { clearReady, lockFamilyOf } from "./leave-group";
import { type RepresentativeContent, representativeContent } from "./representative-content";
import { requireMove } from "./states";

export type Submit = {
  userId: string;
  applicationId: string;
  /** Chosen by the caller, once for each wish to submit; the same key gives the same receipt. */
  idempotencyKey: string;
  /** The revision of the application that the person has reviewed. */
  revision: number;
  locale: Locale;
};

/** A file as it is named in the receipt. */
export type ManifestEntry = {
  id: string;
  requirement: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
};

const KEY = /^[\x21-\x7e]{8,200}$/;

type Sent = {
  manifest: ManifestEntry[];
  family: FamilyContent | null;
  representative: RepresentativeContent | null;
  confirmed: ConfirmedContent[];
  arrivedAt: Date;
};

/** What is submitted: the answers of the steps that apply, with nothing that no longer matters, and what universities confirm. */
function contentOf(application: Application, reading: Case, sent: Sent) {
  const { manifest, family, representative, confirmed, arrivedAt } = sent;
  const answers: Record<string, Record<string, AnswerValue | readonly PermitPeriod[]>> = {};
  for (const { step, values } of reading.steps) {
    const { permitHistory } = reading.facts;
    // The table was typed row by row; whoever reads it wants the permits.
    if (step.id === "history" && permitHistory) answers[step.id] = { permitHistory };
    else if (Object.keys(values).length > 0) answers[step.id] = values;
  }
  const { reference, permit, kind } = application;
  return {
    version: 1,
    reference,
    permit,
    kind,
    arrivedAt: arrivedAt.toISOString(),
    answers,
    documents: manifest,
    ...(family && { family }),
    ...(representative && { representative }),
    ...(confirmed.length > 0 && { confirmed }),
  };
}

const manifestOf = (documents: readonly Document[]): ManifestEntry[] =>
  documents.map(({ id, requirement, fileName, mediaType, sizeBytes, sha256 }) => ({
    id,
    requirement,
    fileName,
    mediaType,
    sizeBytes,
    sha256,
  }));

/** The address in Sweden as told on this day, for its history. */
function addressRow(reading: Case, arrivedAt: Date) {
  const values = reading.steps.find(({ step }) => step.id === "address")?.values;
  if (!values?.swedishAddress) return [];
  const { swedishAddress, addressUntil, ...lines } = values;
  return [
    {
      kind: String(swedishAddress),
      lines,
      validFrom: new Date(swedishDay(arrivedAt)),
      validUntil: addressUntil ? new Date(`${addressUntil}T00:00:00Z`) : null,
    },
  ];
}

/** Throws `AppError("cannot-submit")` where something is missing without which an application is void. */
export async function readToSubmit(client: Transaction, application: Application): Promise<Case> {
  const reading = readApplication(application, await loadAnswers(application.id, client));
  const blockers = blockersOf(reading);
  if (blockers.length > 0) throw new AppError("cannot-submit", { missing: blockers.length });
  return reading;
}

async function manifestFor(client: Transaction, applicationId: string): Promise<ManifestEntry[]> {
  const documents = await client.document.findMany({
    where: { applicationId, removedAt: null },
    orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
  });
  return manifestOf(documents);
}

export type Arrival = {
  /** Who submits it. */
  userId: string;
  idempotencyKey: string;
  locale: Locale;
  arrivedAt: Date;
  /** The applications of the family that arrive at this moment, this one among them. */
  together: readonly string[];
};

async function afterwards(client: Transaction, application: Application, submission: Submission) {
  const { locale, id: submissionId } = submission;
  requireMove(application.state, "submitted");
  await client.application.update({
    where: { id: application.id },
    data: { state: "submitted", locale, revision: { increment: 1 } },
  });
  await clearReady(client, application.id);
  await enqueue(client, "send-receipt", { submissionId });
  await queueDelivery(client, submissionId);
}

/**
 * Writes down a draft as submitted, with the address and the job for the letter. The caller has locked it, and knows that it
 * is what was reviewed. Throws as `readToSubmit`.
 */
export async function writeSubmission(
  client: Transaction,
  application: Application,
  { userId, idempotencyKey, locale, arrivedAt, together }: Arrival,
): Promise<Submission> {
  const reading = await readToSubmit(client, application);
  const { id: applicationId } = application;
  const manifest = await manifestFor(client, applicationId);
  const family = await familyContent(client, applicationId, together);
  const confirmed = await confirmedContent(client, applicationId, reading.steps);
  const representative = await representativeContent(client, applicationId, userId);
  const sent = { manifest, family, representative, confirmed, arrivedAt };
  const content = canonicalJson(contentOf(application, reading, sent));
  const submission = await client.submission.create({
    data: {
      applicationId,
      idempotencyKey,
      content,
      sha256: sha256Hex(content),
      manifest,
      assessment: JSON.parse(canonicalJson(reading.assessment)),
      law: new Date(`${reading.assessment.law}T00:00:00Z`),
      locale,
      arrivedAt,
    },
  });
  const addresses = addressRow(reading, arrivedAt).map((row) => ({ ...row, applicationId }));
  await client.address.createMany({ data: addresses });
  const data = { submissionId: submission.id };
  await client.event.create({ data: { applicationId, userId, kind: "application-submitted", data } });
  await afterwards(client, application, submission);
  return submission;
}

/** Throws `AppError("bad-key")`. */
export function requireKey(idempotencyKey: string): void {
  if (!KEY.test(idempotencyKey)) throw new AppError("bad-key");
}

/** What was submitted with this key before. */
export const submissionBefore = (client: Transaction, applicationId: string, idempotencyKey: string) =>
  client.submission.findUnique({
    where: { applicationId_idempotencyKey: { applicationId, idempotencyKey } },
  });

/** The draft as it stands under the lock. Throws `AppError`: `not-a-draft`, or `stale` where it is not what was reviewed. */
export function requireReviewed(application: Application, revision: number): void {
  if (application.state !== "draft") throw new AppError("not-a-draft");
  if (application.revision !== revision) throw new AppError("stale");
}

/**
 * Submits a draft by itself, also one that waited for its family: reads and assesses everything again, and writes the
 * immutable submission, the address and the job for the email in one transaction. With a key that was used before it returns
 * that submission and does nothing.
 * Throws `AppError`: `bad-key`, `not-found`, `not-a-draft`, `stale` (changed since it was reviewed), `cannot-submit`.
 */
export async function submitApplication(input: Submit): Promise<Submission> {
  const { userId, applicationId, idempotencyKey, revision, locale } = input;
  requireKey(idempotencyKey);
  return db().$transaction(
    async (client) => {
      const own = await requireOwnApplication(userId, applicationId, client);
      await lockFamilyOf(client, own.id);
      await lockApplications(client, [own.id]);
      const before = await submissionBefore(client, own.id, idempotencyKey);
      if (before) return before;
      const application = await requireOwnApplication(userId, applicationId, client);
      requireReviewed(application, revision);
      const arrivedAt = new Date();
      return writeSubmission(client, application, {
        userId,
        idempotencyKey,
        locale,
        arrivedAt,
        together: [own.id],
      });
    },
    { timeout: 20_000 },
  );
}
