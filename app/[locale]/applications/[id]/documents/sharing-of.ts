import { AppError } from "@/lib/errors";
import { openSharing, type Sharing } from "@/lib/families/sharing";

/** What is shared of this application's files; null without a family, and to a representative, who cannot share. */
export async function sharingOf(userId: string, applicationId: string): Promise<Sharing | null> {
  try {
    return await openSharing(userId, applicationId);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
