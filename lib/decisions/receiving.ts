import { requireHeldApplication, requireOwnApplication } from "@/lib/applications/access";
import { lockOwnCase, moveTo } from "@/lib/applications/states";
import { lastDayWithin } from "@/lib/clock/last-day";
import { db, type Transaction } from "@/lib/db/client";
import type { Acknowledgement, Decision, DecisionOpening, DecisionOutcome } from "@/lib/db/generated/client";
import { isoDay } from "@/lib/db/iso-day";
import { AppError } from "@/lib/errors";
import { swedishDay } from "@/lib/i18n/swedish-time";

/** That there is a decision and how far it has come; nothing of what it says. */
export type DecisionSummary = {
  at: Date;
  openedAt: Date | null;
  acknowledgedAt: Date | null;
};

export type DecisionView = DecisionSummary & {
  outcome: DecisionOutcome;
  reasons: string;
  /** ISO days in Sweden. */
  decidedOn: string;
  validFrom: string | null;
  validUntil: string | null;
  appeal: { how: string; withinDays: number } | null;
  file: { fileName: string; mediaType: string; sizeBytes: number; sha256: string } | null;
  /** What was served, byte for byte, and its SHA-256 in lower-case hexadecimal. */
  content: string;
  sha256: string;
  /** From the acknowledgement on: the last day in Sweden to appeal, ISO; null where it may not be appealed, or was not received yet. */
  appealBy: string | null;
};

type Whole = Decision & { opening: DecisionOpening | null; acknowledgement: Acknowledgement | null };

const WITH = { opening: true, acknowledgement: true } as const;
const iso = (date: Date | null | undefined) => (date ? isoDay(date) : null);

function summaryOf({ at, opening, acknowledgement }: Whole): DecisionSummary {
  return { at, openedAt: opening?.at ?? null, acknowledgedAt: acknowledgement?.at ?? null };
}

/** As it was written when it came, whatever the columns say. */
function viewOf(decision: Whole): DecisionView {
  const { content, sha256, outcome, acknowledgement } = decision;
  const served = JSON.parse(content);
  return {
    ...summaryOf(decision),
    outcome,
    reasons: served.reasons,
    decidedOn: served.decidedOn,
    validFrom: served.validFrom ?? null,
    validUntil: served.validUntil ?? null,
    appeal: served.appeal ?? null,
    file: served.file ?? null,
    content,
    sha256,
    appealBy: iso(acknowledgement?.appealBy),
  };
}

/** Whether there is a decision in one's own case, to say so before it is opened. */
export async function findDecision(userId: string, applicationId: string): Promise<DecisionSummary | null> {
  const { id } = await requireOwnApplication(userId, applicationId);
  const decision = await db().decision.findUnique({ where: { applicationId: id }, include: WITH });
  return decision && summaryOf(decision);
}

async function requireDecision(client: Transaction, applicationId: string): Promise<Whole> {
  const decision = await client.decision.findUnique({ where: { applicationId }, include: WITH });
  if (!decision) throw new AppError("not-found");
  return decision;
}

async function noteOpening(client: Transaction, decision: Whole, userId: string): Promise<void> {
  const { id: decisionId, applicationId } = decision;
  await client.decisionOpening.create({ data: { decisionId, userId } });
  await client.event.create({
    data: { applicationId, userId, kind: "decision-opened", data: { decisionId } },
  });
}

/** Opens the decision in one's own case and notes the first time. Throws `AppError("not-found")` while there is none. */
export async function openDecision(userId: string, applicationId: string): Promise<DecisionView> {
  return db().$transaction(async (client) => {
    const { id } = await lockOwnCase(client, userId, applicationId);
    const decision = await requireDecision(client, id);
    if (decision.opening) return viewOf(decision);
    await noteOpening(client, decision, userId);
    return viewOf(await requireDecision(client, id));
  });
}

/**
 * "I have received it": only by the holder, and of exactly what was served, named by its checksum. From this day the time to
 * appeal is counted, as the decision says (FL 44: three weeks). Again returns what was written the first time. Throws
 * `AppError`: `not-found`, `not-what-was-received`.
 */
export async function acknowledgeDecision(
  userId: string,
  applicationId: string,
  sha256: string,
): Promise<DecisionView> {
  return db().$transaction(async (client) => {
    await requireHeldApplication(userId, applicationId, client);
    const application = await lockOwnCase(client, userId, applicationId);
    const decision = await requireDecision(client, application.id);
    if (decision.sha256 !== sha256) throw new AppError("not-what-was-received");
    if (decision.acknowledgement) return viewOf(decision);
    if (!decision.opening) await noteOpening(client, decision, userId);
    const at = new Date();
    const { id: decisionId, appealWithinDays } = decision;
    const appealBy = appealWithinDays && new Date(lastDayWithin(appealWithinDays, swedishDay(at)));
    await client.acknowledgement.create({
      data: { decisionId, userId, at, sha256, appealBy: appealBy || null },
    });
    await moveTo(client, application, "acknowledged");
    const { id } = application;
    const data = { decisionId };
    await client.event.create({ data: { applicationId: id, userId, kind: "decision-acknowledged", data } });
    return viewOf(await requireDecision(client, id));
  });
}
