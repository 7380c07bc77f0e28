import { requireOwnApplication } from "@/lib/applications/access";
import { type StatutoryClock, statutoryClock } from "@/lib/clock/statutory-clock";
import { db } from "@/lib/db/client";
import { swedishDay } from "@/lib/i18n/swedish-time";
import type { Assessment } from "@/lib/rules";

/**
 * The time for the decision in one's own case, as of a day in Sweden; from the decision on, as of the day on which it came.
 * Null for a draft.
 */
export async function caseClock(
  userId: string,
  applicationId: string,
  today = swedishDay(),
): Promise<StatutoryClock | null> {
  const { id } = await requireOwnApplication(userId, applicationId);
  const submission = await db().submission.findFirst({
    where: { applicationId: id },
    orderBy: { arrivedAt: "asc" },
    include: { application: { include: { requests: true, decision: true } } },
  });
  if (!submission) return null;
  const { requests, decision } = submission.application;
  const decidedOn = decision && swedishDay(decision.at);
  return statutoryClock({
    submittedAt: submission.arrivedAt,
    limitDays: (submission.assessment as unknown as Assessment).decisionWithinDays,
    pauses: requests.map(({ createdAt, closedAt }) => ({ from: createdAt, until: closedAt })),
    today: decidedOn && decidedOn < today ? decidedOn : today,
  });
}
