import { Citation } from "@/components/layout/Citation";
import type { Citation as Cite } from "@/lib/rules";
import { cited } from "./cited";

/** The law that a statement rests on, after it. */
export function CitationRow({ cites }: { cites: readonly Cite[] }) {
  if (cites.length === 0) return null;
  return (
    <p className="condition__citations">
      {cited(cites).map(({ label, href }) => (
        <Citation key={label} href={href}>
          {label}
        </Citation>
      ))}
    </p>
  );
}
