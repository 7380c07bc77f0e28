import type { OpenLink } from "@/lib/hosts/open-link";
import { type Citation, PERMITS, type PermitId } from "@/lib/rules";

/** Doctoral studies under a hosting agreement lead to a permit for research. */
export const RESEARCH_FOR_DOCTORAL_STUDENTS: readonly Citation[] = ["UtlL 5b:3 st4", "UtlL 5b:1"];

const rests = (permit: PermitId, condition: string) =>
  PERMITS[permit].conditions.some(({ id }) => id === condition);

/**
 * Why a link leads to this permit, where it is worth saying: `agreement`, doctoral studies under a hosting agreement;
 * `no-agreement`, doctoral studies without one; `rules`, another permit than the kind of link begins at.
 */
export function whyThisPermit(
  { claims }: Pick<OpenLink, "claims">,
  permit: PermitId,
): "agreement" | "no-agreement" | "rules" | undefined {
  const isDoctoral = claims.level === "doctoral";
  if (claims.kind === "hosting-agreement") {
    if (!rests(permit, "hosting-agreement")) return "rules";
    return isDoctoral ? "agreement" : undefined;
  }
  if (!rests(permit, "admission")) return "rules";
  return isDoctoral ? "no-agreement" : undefined;
}
