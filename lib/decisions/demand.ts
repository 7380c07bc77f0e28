import { requireOwnApplication } from "@/lib/applications/access";
import { isUnderExamination, lockOwnCase } from "@/lib/applications/states";
import { lastDayWithin } from "@/lib/clock/last-day";
import { db } from "@/lib/db/client";
import { isoDay } from "@/lib/db/iso-day";
import { AppError } from "@/lib/errors";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { addMonths, dayAfter } from "@/lib/rules/calendar";

/** FL 12: within four weeks the authority decides, or refuses in a decision of its own, which may be appealed. */
const FOUR_WEEKS = 28;

export type Demand = {
  at: Date;
  /** The last day of the authority's four weeks, ISO. */
  answerBy: string;
};

const demandOf = ({ at, answerBy }: { at: Date; answerBy: Date }): Demand => ({
  at,
  answerBy: isoDay(answerBy),
});

/** The request that one's own case be decided; null where none was made. */
export async function decisionDemand(userId: string, applicationId: string): Promise<Demand | null> {
  const { id } = await requireOwnApplication(userId, applicationId);
  const demand = await db().decisionDemand.findUnique({ where: { applicationId: id } });
  return demand && demandOf(demand);
}

/**
 * Asks in writing that the case be decided (FL 12): from the day after six months have gone, and once in a case. Throws
 * `AppError`: `too-early` `{ from }`, `already-demanded`, `wrong-state` once it was decided or withdrawn, `not-submitted`.
 */
export async function requestDecision(
  userId: string,
  applicationId: string,
  now = new Date(),
): Promise<Demand> {
  return db().$transaction(async (client) => {
    const application = await lockOwnCase(client, userId, applicationId);
    const { id, state } = application;
    if (!isUnderExamination(state)) throw new AppError("wrong-state", { state });
    if (await client.decisionDemand.count({ where: { applicationId: id } }))
      throw new AppError("already-demanded");
    const { arrivedAt } = await client.submission.findFirstOrThrow({
      where: { applicationId: id },
      orderBy: { arrivedAt: "asc" },
    });
    const today = swedishDay(now);
    const from = dayAfter(addMonths(swedishDay(arrivedAt), 6));
    if (today < from) throw new AppError("too-early", { from });
    const answerBy = new Date(lastDayWithin(FOUR_WEEKS, today));
    const demand = await client.decisionDemand.create({
      data: { applicationId: id, userId, at: now, answerBy },
    });
    await client.event.create({ data: { applicationId: id, userId, kind: "decision-demanded" } });
    return demandOf(demand);
  });
}
