import { CitationRow } from "@/components/rules/CitationRow";
import type { NotModelled } from "@/lib/rules";
import type { RulesWords } from "./rules-words";

/** What the rules leave out of the law, and why. */
export function NotModelledList({
  entries,
  words: { t },
}: {
  entries: readonly NotModelled[];
  words: RulesWords;
}) {
  return (
    <ul className="stack">
      {entries.map(({ id, reasonId, cites }) => (
        <li key={id}>
          {t(`notModelled.items.${id}`)}. {t(`notModelled.reasons.${reasonId}`)}
          <CitationRow cites={cites} />
        </li>
      ))}
    </ul>
  );
}
