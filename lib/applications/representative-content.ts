import type { Transaction } from "@/lib/db/client";

/** Who submitted on the applicant's behalf, by a power of attorney that is among the documents. */
export type RepresentativeContent = { name: string; email: string };

/** Null where the applicant submits. */
export async function representativeContent(
  client: Transaction,
  applicationId: string,
  userId: string,
): Promise<RepresentativeContent | null> {
  const where = { applicationId, userId, state: "active" as const };
  return client.representation.findFirst({ where, select: { name: true, email: true } });
}
