import { canonicalJson, sha256Hex } from "@/lib/applications/canonical";
import { moveTo, requireMove } from "@/lib/applications/states";
import type { Transaction } from "@/lib/db/client";
import type { Application, Decision, DecisionOutcome } from "@/lib/db/generated/client";
import { displayName } from "@/lib/documents/file-name";
import { AppError } from "@/lib/errors";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { tellApplicant } from "@/lib/messages/tell";
import { requireText } from "@/lib/messages/written";
import { isAddressMissing } from "./fixed-address";

export type Decided = {
  outcome: DecisionOutcome;
  reasons: string;
  /** ISO days in Sweden. */
  decidedOn: string;
  /** Of a permit that was granted; without an end where it is permanent. */
  validFrom?: string | undefined;
  validUntil?: string | undefined;
  /** How to appeal and within how many days from the day of service (FL 33 and 44); left out where it may not be appealed. */
  appeal?: { how: string; withinDays: number } | undefined;
};

/** A file as it was stored with the decision. */
export type DecisionFile = {
  fileName: string;
  sizeBytes: number;
  sha256: string;
  mediaType: string;
  storageKey: string;
};

const day = (iso: string | undefined) => (iso ? new Date(`${iso}T00:00:00Z`) : null);
const wrong = (reason: string) => new AppError("bad-decision", { reason });

function requireSense({ outcome, decidedOn, validFrom, validUntil, appeal }: Decided): void {
  if (decidedOn > swedishDay()) throw wrong("decided-in-the-future");
  if (outcome === "granted" && !validFrom) throw wrong("no-period");
  if (outcome !== "granted" && (validFrom || validUntil)) throw wrong("period-without-permit");
  if (validFrom && validUntil && validUntil < validFrom) throw wrong("period-ends-before-it-begins");
  // Whoever it goes against may appeal, and must be told how (FL 33, 41 and 42).
  if (outcome !== "granted" && !appeal) throw wrong("no-appeal");
}

function contentOf(
  application: Application,
  decided: Decided,
  file: DecisionFile | undefined,
  at: Date,
): string {
  const { reference, permit, kind } = application;
  const { reasons, appeal, ...rest } = decided;
  return canonicalJson({
    version: 1,
    ...{ reference, permit, kind, ...rest },
    reasons: requireText(reasons),
    ...(appeal && { appeal: { ...appeal, how: requireText(appeal.how) } }),
    ...(file && {
      file: {
        fileName: file.fileName,
        mediaType: file.mediaType,
        sizeBytes: file.sizeBytes,
        sha256: file.sha256,
      },
    }),
    at: at.toISOString(),
  });
}

/**
 * Delivers the authority's decision to a locked case: written once, never changed; what was still awaited is awaited no longer.
 * Throws `AppError`: `wrong-state`, `address-missing` (a permit is not issued without the fixed address, UtlL 5b:9 p5),
 * `bad-decision` `{ reason }`, `wrong-type` for a file that is no PDF.
 */
export async function issueDecision(
  client: Transaction,
  application: Application,
  decided: Decided,
  given?: DecisionFile,
): Promise<Decision> {
  requireMove(application.state, "decided");
  requireSense(decided);
  const { id: applicationId } = application;
  if (decided.outcome === "granted" && (await isAddressMissing(applicationId, client)))
    throw new AppError("address-missing");
  if (given && given.mediaType !== "application/pdf") throw new AppError("wrong-type");
  const file = given && { ...given, fileName: displayName(given.fileName, "application/pdf") };
  const at = new Date();
  const content = contentOf(application, decided, file, at);
  const decision = await client.decision.create({
    data: {
      ...{ applicationId, outcome: decided.outcome, content, sha256: sha256Hex(content), at },
      decidedOn: new Date(`${decided.decidedOn}T00:00:00Z`),
      validFrom: day(decided.validFrom),
      validUntil: day(decided.validUntil),
      appealWithinDays: decided.appeal?.withinDays ?? null,
      ...(file && {
        ...{ fileName: file.fileName, mediaType: file.mediaType, sizeBytes: file.sizeBytes },
        ...{ fileSha256: file.sha256, storageKey: file.storageKey },
      }),
    },
  });
  await client.request.updateMany({
    where: { applicationId, state: { in: ["open", "overdue"] } },
    data: { state: "cancelled", closedAt: at },
  });
  await moveTo(client, application, "decided");
  const data = { decisionId: decision.id };
  await client.event.create({ data: { applicationId, kind: "decision-issued", data } });
  await tellApplicant(client, applicationId);
  return decision;
}
