import type { Transaction } from "@/lib/db/client";
import type { Application, ApplicationState } from "@/lib/db/generated/client";
import { lockApplications } from "@/lib/db/locks";
import { AppError } from "@/lib/errors";
import { requireOwnApplication } from "./access";

/** What may follow a state. A complement leads back and forth; what was decided or withdrawn stays so. */
const NEXT: Record<ApplicationState, readonly ApplicationState[]> = {
  draft: ["submitted"],
  submitted: ["complement_requested", "decided", "withdrawn"],
  complement_requested: ["submitted", "decided", "withdrawn"],
  decided: ["acknowledged"],
  acknowledged: [],
  withdrawn: [],
};

/** Whether the authority has it and has not decided it. */
export const isUnderExamination = (state: ApplicationState): boolean => NEXT[state].includes("decided");

/**
 * Brings a locked application into another state, and makes what open pages know of it stale. Being there already is no error.
 * Throws `AppError("wrong-state", { state })` for every other way than those above.
 */
export async function moveTo(
  client: Transaction,
  { id, state }: Pick<Application, "id" | "state">,
  to: ApplicationState,
): Promise<void> {
  if (state === to) return;
  requireMove(state, to);
  await client.application.update({ where: { id }, data: { state: to, revision: { increment: 1 } } });
}

/** Throws `AppError("wrong-state", { state })` where `to` may not follow. */
export function requireMove(state: ApplicationState, to: ApplicationState): void {
  if (!NEXT[state].includes(to)) throw new AppError("wrong-state", { state });
}

/**
 * One's own application after it was submitted, locked until the transaction ends. Throws `AppError`: `not-found`, and
 * `not-submitted` for a draft.
 */
export async function lockOwnCase(
  client: Transaction,
  userId: string,
  applicationId: string,
): Promise<Application> {
  const own = await requireOwnApplication(userId, applicationId, client);
  await lockApplications(client, [own.id]);
  const locked = await requireOwnApplication(userId, applicationId, client);
  if (locked.state === "draft") throw new AppError("not-submitted");
  return locked;
}
