import { requireOwnApplication } from "@/lib/applications/access";
import type { FamilyContent } from "@/lib/applications/family-content";
import type { ManifestEntry } from "@/lib/applications/submit";
import { db } from "@/lib/db/client";
import type { Submission } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import type { AnswerValue } from "@/lib/flow/fields";
import type { Assessment, PermitId } from "@/lib/rules";

export type Receipt = {
  reference: string;
  permit: PermitId;
  kind: string;
  arrivedAt: Date;
  /** SHA-256 of the canonical content, lower-case hexadecimal. */
  sha256: string;
  files: readonly ManifestEntry[];
  answers: Record<string, Record<string, AnswerValue>>;
  assessment: Assessment;
  /** The family that it was submitted in; null without one. */
  family: FamilyContent | null;
};

/** The receipt of a submission, from what was written when it arrived. */
export function receiptOf(submission: Submission): Receipt {
  const content = JSON.parse(submission.content);
  return {
    reference: content.reference,
    permit: content.permit,
    kind: content.kind,
    arrivedAt: submission.arrivedAt,
    sha256: submission.sha256,
    files: content.documents,
    answers: content.answers,
    assessment: submission.assessment as unknown as Assessment,
    family: content.family ?? null,
  };
}

/** The receipt of one's own application. Throws `AppError("not-found")`, also while it is a draft. */
export async function openReceipt(userId: string, applicationId: string): Promise<Receipt> {
  const application = await requireOwnApplication(userId, applicationId);
  const submission = await db().submission.findFirst({
    where: { applicationId: application.id },
    orderBy: { arrivedAt: "asc" },
  });
  if (!submission) throw new AppError("not-found");
  return receiptOf(submission);
}
