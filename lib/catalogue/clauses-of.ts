import type { Catalogue, Citation, FactId } from "@/lib/rules";
import type { Period } from "./period";

type PermitEntry = Catalogue["permits"][number];

export const CLAUSE_KINDS = [
  "conditions",
  "grounds",
  "documents",
  "duties",
  "validity",
  "rights",
  "notes",
  "requests",
] as const;

export type ClauseKind = (typeof CLAUSE_KINDS)[number];

/** What clauses of every kind have in common. `id` tells what it is about within its kind and permit. */
export type AnyClause = Period & { id: string; cites: readonly Citation[]; asks?: readonly FactId[] };

/**
 * The clauses of a permit of one kind. How long a permit lasts, and the right to work, are one matter each, whatever the
 * answer: another answer is a change and no new matter.
 */
export function clausesOf(permit: PermitEntry, kind: ClauseKind): readonly AnyClause[] {
  if (kind === "validity") return permit.validity.map((clause) => ({ ...clause, id: "validity" }));
  if (kind === "rights") return permit.rights.map((clause) => ({ ...clause, right: clause.id, id: "work" }));
  return permit[kind];
}
