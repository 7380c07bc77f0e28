import { db } from "@/lib/db/client";
import { removeAbandoned } from "./incoming";
import { storage } from "./storage";

/** Longer than the longest upload: bytes are there for a while before the row that names them. */
const YOUNGEST_MS = 60 * 60 * 1000;
const BATCH = 500;

async function removeUnnamed(keys: readonly string[]): Promise<number> {
  const [documents, decisions] = await Promise.all([
    db().document.findMany({
      where: { storageKey: { in: [...keys] }, removedAt: null },
      select: { storageKey: true },
    }),
    db().decision.findMany({ where: { storageKey: { in: [...keys] } }, select: { storageKey: true } }),
  ]);
  const named = new Set([...documents, ...decisions].map(({ storageKey }) => storageKey));
  const unnamed = keys.filter((key) => !named.has(key));
  for (const key of unnamed) await storage().remove(key);
  return unnamed.length;
}

/**
 * Removes bytes that no row names, and what interrupted uploads left, if older than that moment. Returns how many.
 * Throws RangeError for a moment less than an hour ago: an upload may be under way.
 */
export async function removeOrphans(olderThan: Date): Promise<number> {
  if (olderThan.getTime() > Date.now() - YOUNGEST_MS)
    throw new RangeError("orphans are at least an hour old");
  let removed = (await storage().removeUnfinished(olderThan)) + (await removeAbandoned(olderThan));
  let batch: string[] = [];
  for await (const { key, storedAt } of storage().list()) {
    if (storedAt < olderThan) batch.push(key);
    if (batch.length < BATCH) continue;
    removed += await removeUnnamed(batch);
    batch = [];
  }
  return removed + (await removeUnnamed(batch));
}
