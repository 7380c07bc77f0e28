import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { lockCase } from "./cases";

/**
 * The authority has a submission, whole: its checksum says so. Ends its delivery; again is no error. Throws `AppError`: `not-found`,
 * `other-content` where the checksum is not that of what was submitted.
 */
export async function confirmSubmission(
  client: Transaction,
  reference: string,
  sha256: string,
): Promise<{ reference: string; at: Date }> {
  const application = await lockCase(client, reference);
  const submission = await client.submission.findFirst({
    where: { applicationId: application.id },
    orderBy: { arrivedAt: "asc" },
    include: { receipt: true },
  });
  if (!submission) throw new AppError("not-found");
  if (submission.sha256 !== sha256) throw new AppError("other-content");
  if (submission.receipt) return { reference, at: submission.receipt.at };
  const { id: submissionId } = submission;
  const { at } = await client.authorityReceipt.create({ data: { submissionId } });
  await client.delivery.updateMany({
    where: { submissionId, state: { not: "delivered" } },
    data: { state: "delivered", deliveredAt: at, lastError: null },
  });
  await client.event.create({
    data: { applicationId: application.id, kind: "receipt-confirmed", data: { submissionId } },
  });
  return { reference, at };
}

/** The authority has all events up to a position. Throws `AppError("not-found")` for one that was never given. */
export async function confirmEvents(client: Transaction, given: string): Promise<{ upTo: string; at: Date }> {
  const upTo = BigInt(given);
  if (!(await client.authorityFeed.count({ where: { position: upTo } }))) throw new AppError("not-found");
  const known = await client.authorityReceipt.findFirst({ where: { upTo } });
  const { at } = known ?? (await client.authorityReceipt.create({ data: { upTo } }));
  return { upTo: given, at };
}
