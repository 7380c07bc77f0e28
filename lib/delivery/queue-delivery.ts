import type { Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { enqueue } from "@/lib/jobs/queue";

/** Has a submission delivered, as part of the transaction that writes it; it waits where there is nowhere to send it. */
export async function queueDelivery(client: Transaction, submissionId: string): Promise<void> {
  const { id: deliveryId } = await client.delivery.create({ data: { submissionId } });
  if (env().DELIVERY_URL) await enqueue(client, "deliver-submission", { deliveryId });
}
