import type { CitationLink } from "@/components/layout/ConditionCard";
import type { Citation } from "@/lib/rules";
import { citationLink } from "./citation-link";
import { citationWords } from "./citation-words";

/** Citations as they are shown: in words, each leading to the statute where it is published. */
export function cited(citations: readonly Citation[]): CitationLink[] {
  const shown = new Map<string, CitationLink>();
  for (const citation of citations) {
    const label = citationWords(citation);
    const href = citationLink(citation);
    shown.set(label, href ? { label, href } : { label });
  }
  return [...shown.values()];
}
