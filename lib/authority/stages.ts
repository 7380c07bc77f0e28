import { isUnderExamination } from "@/lib/applications/states";
import type { Transaction } from "@/lib/db/client";
import type { Application, CaseStage } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { tellApplicant } from "@/lib/messages/tell";
import type { STAGES } from "./schemas";

/**
 * The authority says how far it has come with a locked case. That it is delayed takes a reason (FL 11). Throws `AppError`:
 * `wrong-state` once it was decided or withdrawn, `no-reason`.
 */
export async function setStage(
  client: Transaction,
  { id: applicationId, state }: Application,
  { stage, note }: { stage: (typeof STAGES)[number]; note?: string | undefined },
): Promise<CaseStage> {
  if (!isUnderExamination(state)) throw new AppError("wrong-state", { state });
  if (stage === "delayed" && !note) throw new AppError("no-reason");
  const row = await client.caseStage.create({ data: { applicationId, stage, note: note ?? null } });
  await client.event.create({ data: { applicationId, kind: "stage-set", data: { stage } } });
  await tellApplicant(client, applicationId);
  return row;
}
