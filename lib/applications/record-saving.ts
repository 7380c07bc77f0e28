import type { Transaction } from "@/lib/db/client";
import type { Application } from "@/lib/db/generated/client";
import type { StepId } from "@/lib/flow/step-checks";

/** Pages save by themselves while they are filled in; what follows within this time is the same work. */
const SAME_WORK_MS = 10 * 60 * 1_000;

/** Puts on record that somebody else than the holder saved a step, for the holder to see. */
export async function recordSaving(
  client: Transaction,
  { id: applicationId, userId: holderId }: Application,
  userId: string,
  step: StepId,
): Promise<void> {
  if (userId === holderId) return;
  const since = new Date(Date.now() - SAME_WORK_MS);
  const same = { applicationId, userId, kind: "step-saved", data: { equals: { step } } };
  if (await client.event.findFirst({ where: { ...same, at: { gt: since } } })) return;
  await client.event.create({ data: { applicationId, userId, kind: "step-saved", data: { step } } });
}
