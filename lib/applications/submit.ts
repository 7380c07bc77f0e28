import { db, type Transaction } from "@/lib/db/client";
import type { Application, Document, Submission } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import type { AnswerValue } from "@/lib/flow/fields";
import type { Locale } from "@/lib/i18n/locales";
import { enqueue } from "@/lib/jobs/queue";
import { requireOwnApplication } from "./access";
import { loadAnswers } from "./answers";
import { readApplication } from "./applications";
import { canonicalJson, sha256Hex } from "./canonical";
import { blockersOf, type Case } from "./case";

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

/** What is submitted: the answers of the steps that apply, with nothing that no longer matters. */
function contentOf(application: Application, reading: Case, manifest: ManifestEntry[], arrivedAt: Date) {
  const answers: Record<string, Record<string, AnswerValue>> = {};
  for (const { step, values } of reading.steps) {
    if (Object.keys(values).length > 0) answers[step.id] = values;
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
      validFrom: arrivedAt,
      validUntil: addressUntil ? new Date(`${addressUntil}T00:00:00Z`) : null,
    },
  ];
}

async function write(client: Transaction, application: Application, input: Submit): Promise<Submission> {
  const saved = await loadAnswers(application.id, client);
  const reading = readApplication(application, saved);
  const blockers = blockersOf(reading);
  if (blockers.length > 0) throw new AppError("cannot-submit", { missing: blockers.length });
  const documents = await client.document.findMany({
    where: { applicationId: application.id, removedAt: null },
    orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
  });
  const arrivedAt = new Date();
  const manifest = manifestOf(documents);
  const content = canonicalJson(contentOf(application, reading, manifest, arrivedAt));
  const submission = await client.submission.create({
    data: {
      applicationId: application.id,
      idempotencyKey: input.idempotencyKey,
      content,
      sha256: sha256Hex(content),
      manifest,
      assessment: JSON.parse(canonicalJson(reading.assessment)),
      law: new Date(`${reading.assessment.law}T00:00:00Z`),
      locale: input.locale,
      arrivedAt,
    },
  });
  await client.address.createMany({
    data: addressRow(reading, arrivedAt).map((row) => ({ ...row, applicationId: application.id })),
  });
  await client.application.update({
    where: { id: application.id },
    data: { state: "submitted", locale: input.locale, revision: { increment: 1 } },
  });
  const { id: applicationId } = application;
  await client.event.create({
    data: {
      applicationId,
      userId: input.userId,
      kind: "application-submitted",
      data: { submissionId: submission.id },
    },
  });
  await enqueue(client, "send-receipt", { submissionId: submission.id });
  return submission;
}

/**
 * Submits a draft: reads and assesses everything again, and writes the immutable submission, the address and the
 * job for the email in one transaction. With a key that was used before it returns that submission and does nothing.
 * Throws `AppError`: `bad-key`, `not-found`, `not-a-draft`, `stale` (changed since it was reviewed), `cannot-submit`.
 */
export async function submitApplication(input: Submit): Promise<Submission> {
  const { userId, applicationId, idempotencyKey, revision } = input;
  if (!KEY.test(idempotencyKey)) throw new AppError("bad-key");
  return db().$transaction(
    async (client) => {
      const own = await requireOwnApplication(userId, applicationId, client);
      await client.$queryRaw`SELECT 1 FROM "Application" WHERE id = ${own.id}::uuid FOR UPDATE`;
      const before = await client.submission.findUnique({
        where: { applicationId_idempotencyKey: { applicationId: own.id, idempotencyKey } },
      });
      if (before) return before;
      const application = await requireOwnApplication(userId, applicationId, client);
      if (application.state !== "draft") throw new AppError("not-a-draft");
      if (application.revision !== revision) throw new AppError("stale");
      return write(client, application, input);
    },
    { timeout: 20_000 },
  );
}
