import { CitationRow } from "@/components/rules/CitationRow";
import type { Citation } from "@/lib/rules";
import { PeriodTag } from "./clause-tags";
import type { RulesWords } from "./rules-words";

export type Sentence = {
  id: string;
  text: string;
  cites: readonly Citation[];
  begins?: string;
  ends?: string;
  changes?: string;
};

/** Matters that one sentence says, each with what it rests on. */
export function Sentences({ entries, words }: { entries: readonly Sentence[]; words: RulesWords }) {
  return (
    <ul className="stack">
      {entries.map(({ id, text, cites, ...dates }) => (
        <li key={id}>
          {text} <PeriodTag dates={dates} words={words} />
          <CitationRow cites={cites} />
        </li>
      ))}
    </ul>
  );
}
