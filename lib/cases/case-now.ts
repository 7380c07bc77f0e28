import { toldAddresses } from "@/lib/addresses/addresses";
import { type Standing, standingOn } from "@/lib/addresses/standing";
import { requireOwnApplication } from "@/lib/applications/access";
import { isUnderExamination } from "@/lib/applications/states";
import type { StatutoryClock } from "@/lib/clock/statutory-clock";
import { db } from "@/lib/db/client";
import type { Application } from "@/lib/db/generated/client";
import { type Demand, decisionDemand } from "@/lib/decisions/demand";
import { isAddressMissing } from "@/lib/decisions/fixed-address";
import { type DecisionSummary, findDecision } from "@/lib/decisions/receiving";
import { AppError } from "@/lib/errors";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { caseClock } from "@/lib/requests/case-clock";
import { listRequests, type RequestView } from "@/lib/requests/requests";

/** Something that waits for the person; `by` is the last day in Sweden, ISO, where there is one. */
export type CaseTask =
  | { kind: "decision"; isOpened: boolean }
  | { kind: "request"; id: string; by: string; isOverdue: boolean }
  | { kind: "messages"; count: number }
  | { kind: "address"; state: Standing["state"]; by: string | null };

export type CaseNow = {
  application: Application;
  /** What the person should do, the most urgent first; empty where nothing waits for them. */
  tasks: CaseTask[];
  clock: StatutoryClock;
  decision: DecisionSummary | null;
  demand: Demand | null;
  /** How far the authority says that it is; null until it says so. */
  stage: { stage: string; note: string | null; at: Date } | null;
};

const AWAITED = new Set<RequestView["state"]>(["open", "overdue"]);

const requestTasks = (requests: readonly RequestView[]): CaseTask[] =>
  requests
    .filter(({ state }) => AWAITED.has(state))
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn))
    .map(({ id, dueOn, state }) => ({ kind: "request", id, by: dueOn, isOverdue: state === "overdue" }));

async function addressTasks(
  userId: string,
  application: Application,
  clock: StatutoryClock,
): Promise<CaseTask[]> {
  const { id, state: of } = application;
  if (of === "withdrawn") return [];
  const { state, now } = standingOn(await toldAddresses(userId, id), swedishDay());
  if (isUnderExamination(of)) {
    if (!(await isAddressMissing(id))) return [];
    return [{ kind: "address", state, by: clock.dueOn }];
  }
  const isOver = state === "ended" || state === "temporary";
  return isOver ? [{ kind: "address", state, by: now?.validUntil ?? null }] : [];
}

async function tasksOf(
  userId: string,
  application: Application,
  clock: StatutoryClock,
  decision: DecisionSummary | null,
): Promise<CaseTask[]> {
  const { id, state } = application;
  const [requests, unread, address] = await Promise.all([
    listRequests(userId, id),
    db().message.count({ where: { applicationId: id, direction: "from_authority", readAt: null } }),
    addressTasks(userId, application, clock),
  ]);
  const waiting = decision && !decision.acknowledgedAt;
  return [
    ...(waiting ? [{ kind: "decision", isOpened: decision.openedAt !== null } as const] : []),
    ...(isUnderExamination(state) ? requestTasks(requests) : []),
    ...(unread > 0 ? [{ kind: "messages", count: unread } as const] : []),
    ...address,
  ];
}

/** One's own application after it was sent, as things stand today in Sweden. Throws `AppError`: `not-found`, `not-submitted` for a draft. */
export async function caseNow(userId: string, applicationId: string): Promise<CaseNow> {
  const application = await requireOwnApplication(userId, applicationId);
  const { id } = application;
  const [clock, decision, demand, stage] = await Promise.all([
    caseClock(userId, id),
    findDecision(userId, id),
    decisionDemand(userId, id),
    db().caseStage.findFirst({ where: { applicationId: id }, orderBy: [{ at: "desc" }, { id: "desc" }] }),
  ]);
  if (!clock) throw new AppError("not-submitted");
  const tasks = await tasksOf(userId, application, clock, decision);
  return { application, tasks, clock, decision, demand, stage };
}
