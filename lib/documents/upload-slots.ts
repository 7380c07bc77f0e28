import { AppError } from "@/lib/errors";

const MAX_A_PERSON = 4;
const MAX_TOGETHER = 32;

const taken = new Map<string, number>();
let together = 0;

/**
 * Runs one upload, unless this person has four under way or the process thirty-two: then throws AppError `busy`.
 * It bounds the files that lie half-received, and how many connections a slow sender can hold.
 */
export async function withUploadSlot<T>(userId: string, upload: () => Promise<T>): Promise<T> {
  const own = taken.get(userId) ?? 0;
  if (own >= MAX_A_PERSON || together >= MAX_TOGETHER) throw new AppError("busy");
  taken.set(userId, own + 1);
  together += 1;
  try {
    return await upload();
  } finally {
    together -= 1;
    const left = (taken.get(userId) ?? 1) - 1;
    if (left > 0) taken.set(userId, left);
    else taken.delete(userId);
  }
}
