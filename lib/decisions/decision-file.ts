import type { Readable } from "node:stream";
import { requireOwnApplication } from "@/lib/applications/access";
import { db } from "@/lib/db/client";
import { storage } from "@/lib/documents/storage";
import { AppError } from "@/lib/errors";

export type OpenFile = {
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  stream: Readable;
};

/** The file of the decision in one's own case. The caller reads the stream to its end or destroys it. Throws `AppError("not-found")`. */
export async function openDecisionFile(userId: string, applicationId: string): Promise<OpenFile> {
  const { id } = await requireOwnApplication(userId, applicationId);
  const decision = await db().decision.findUnique({ where: { applicationId: id } });
  const { fileName, mediaType, sizeBytes, storageKey } = decision ?? {};
  if (!fileName || !mediaType || !sizeBytes || !storageKey) throw new AppError("not-found");
  return { fileName, mediaType, sizeBytes, stream: await storage().get(storageKey) };
}
