import type { ReactNode } from "react";
import { Disclosure } from "@/components/layout/Disclosure";
import { CitationRow } from "@/components/rules/CitationRow";
import type { Citation } from "@/lib/rules";

export type FoldedEntry = {
  id: string;
  title: ReactNode;
  tag?: ReactNode;
  children: ReactNode;
  cites: readonly Citation[];
};

type FoldedListProps = { entries: readonly FoldedEntry[]; areOpen?: boolean };

/** Many matters on a small screen: the titles are read, and opened where more is wanted. Opens of itself on paper. */
export function FoldedList({ entries, areOpen }: FoldedListProps) {
  return (
    <ul className="plain">
      {entries.map(({ id, title, tag, children, cites }) => (
        <li key={id}>
          <Disclosure
            id={id}
            isOpen={areOpen}
            summary={
              <>
                {title} {tag}
              </>
            }
          >
            {children}
            <CitationRow cites={cites} />
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
