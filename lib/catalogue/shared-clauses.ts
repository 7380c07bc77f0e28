import type { Citation, PermitId } from "@/lib/rules";
import { inStatuteOrder } from "./paragraphs";

type Listed = { permit: PermitId; cites: readonly Citation[] };

/** A clause that stands in several permits, once, with all of them. */
export type Shared<Entry extends Listed> = Omit<Entry, "permit"> & { permits: readonly PermitId[] };

/** Clauses that are the same in everything but the permit, put together, in the statute's order. */
export function sharedClauses<Entry extends Listed>(entries: readonly Entry[]): Shared<Entry>[] {
  const shared = new Map<string, Shared<Entry>>();
  for (const { permit, ...clause } of entries) {
    const key = JSON.stringify(clause);
    const known = shared.get(key);
    shared.set(key, { ...clause, permits: [...(known?.permits ?? []), permit] });
  }
  return [...shared.values()].sort((a, b) => inStatuteOrder(a.cites[0] ?? "", b.cites[0] ?? ""));
}
