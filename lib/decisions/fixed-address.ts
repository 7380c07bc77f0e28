import { db, type Transaction } from "@/lib/db/client";
import type { Assessment } from "@/lib/rules";

/**
 * Whether a permit may not be issued yet for want of the address of the dwelling in Sweden (UtlL 5b:9 p5): the rules asked for it
 * when the application was assessed, and the address told last is not a fixed one.
 */
export async function isAddressMissing(applicationId: string, client: Transaction = db()): Promise<boolean> {
  const submission = await client.submission.findFirstOrThrow({
    where: { applicationId },
    orderBy: { arrivedAt: "desc" },
    select: { assessment: true },
  });
  const { conditions } = submission.assessment as unknown as Assessment;
  if (!conditions.some(({ id }) => id === "swedish-address")) return false;
  const address = await client.address.findFirst({
    where: { applicationId },
    orderBy: [{ validFrom: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    select: { kind: true },
  });
  return address?.kind !== "known";
}
