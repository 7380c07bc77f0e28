import { moveTo } from "@/lib/applications/states";
import { addDays } from "@/lib/clock/swedish-holidays";
import type { Transaction } from "@/lib/db/client";
import type { Application, Request } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { tellApplicant } from "@/lib/messages/tell";
import { requireText } from "@/lib/messages/written";
import { goOnWhereNothingIsAwaited } from "./reply";

export type Asked = {
  what: string;
  why: string;
  /** What happens when nothing comes (FL 20). */
  consequence: string;
  /** The last day in Sweden, ISO: from tomorrow to a year from now. */
  dueOn: string;
};

const MAX_DAYS = 366;

/** Throws `AppError("bad-day")` unless the day lies ahead, and within a year. */
function dayAhead(day: string): Date {
  const today = swedishDay();
  if (day <= today || day > addDays(today, MAX_DAYS)) throw new AppError("bad-day");
  return new Date(`${day}T00:00:00Z`);
}

const record = (client: Transaction, applicationId: string, kind: string, requestId: string) =>
  client.event.create({ data: { applicationId, kind, data: { requestId } } });

/** The authority asks a locked case for a complement. Throws `AppError`: `wrong-state`, `bad-day`, `nothing-to-send`, `too-long`. */
export async function askForComplement(
  client: Transaction,
  application: Application,
  { what, why, consequence, dueOn }: Asked,
): Promise<Request> {
  await moveTo(client, application, "complement_requested");
  const { id: applicationId } = application;
  const request = await client.request.create({
    data: {
      applicationId,
      what: requireText(what),
      why: requireText(why),
      consequence: requireText(consequence),
      dueOn: dayAhead(dueOn),
    },
  });
  await record(client, applicationId, "request-made", request.id);
  await tellApplicant(client, applicationId);
  return request;
}

function requireAwaited({ state }: Request): void {
  if (state !== "open" && state !== "overdue") throw new AppError("request-closed");
}

/**
 * The authority gives more time, asked for or not, or says why not. A new day is later than the one before, and opens an overdue
 * request again. Throws `AppError`: `request-closed`, `bad-day`, `not-asked` (a refusal of what nobody asked for).
 */
export async function answerMoreTime(
  client: Transaction,
  request: Request,
  answer: { granted: true; dueOn: string } | { granted: false; reason: string },
): Promise<Request> {
  requireAwaited(request);
  const { id, applicationId, moreTimeAskedAt, moreTimeAnsweredAt } = request;
  const isAsked = moreTimeAskedAt !== null && moreTimeAnsweredAt === null;
  if (!answer.granted && !isAsked) throw new AppError("not-asked");
  const dueOn = answer.granted ? dayAhead(answer.dueOn) : request.dueOn;
  if (answer.granted && dueOn <= request.dueOn) throw new AppError("bad-day");
  const updated = await client.request.update({
    where: { id },
    data: {
      moreTimeAnsweredAt: new Date(),
      isMoreTimeGranted: answer.granted,
      moreTimeAnswer: answer.granted ? null : requireText(answer.reason),
      ...(answer.granted && { dueOn, state: "open" }),
    },
  });
  await record(client, applicationId, "more-time-answered", id);
  await tellApplicant(client, applicationId);
  return updated;
}

/** The authority needs it no longer. Throws `AppError("request-closed")`. */
export async function cancelRequest(
  client: Transaction,
  application: Application,
  request: Request,
): Promise<Request> {
  requireAwaited(request);
  const updated = await client.request.update({
    where: { id: request.id },
    data: { state: "cancelled", closedAt: new Date() },
  });
  await goOnWhereNothingIsAwaited(client, application);
  await record(client, application.id, "request-cancelled", request.id);
  await tellApplicant(client, application.id);
  return updated;
}
