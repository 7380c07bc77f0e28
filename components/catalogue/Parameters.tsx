import { SummaryList } from "@/components/layout/SummaryList";
import { CitationRow } from "@/components/rules/CitationRow";
import type { FoundClauses } from "@/lib/catalogue/find-clauses";
import { AmountNotes } from "./AmountNotes";
import { periodText } from "./ClauseRows";
import type { RulesWords } from "./rules-words";

type ParametersProps = { parameters: FoundClauses["parameters"]; today: string; words: RulesWords };

/** Every amount and limit with its periods, its source and what to know of it. */
export function Parameters({ parameters, today, words }: ParametersProps) {
  const rows = parameters.map(({ id, unit, cites, amounts }) => ({
    id,
    term: words.t(`parameters.${id}`),
    value: (
      <>
        {amounts.map((amount) => (
          <p key={amount.from}>
            {words.quantity(amount.value, unit)}. {periodText(amount, words)}.{" "}
            <AmountNotes
              amount={{
                sourceId: amount.sourceId,
                computed: amount.computed || undefined,
                carriedOver: amount.carriedOver || undefined,
                isExpired: amount === amounts.at(-1) && amount.until !== null && amount.until < today,
              }}
              words={words}
            />
          </p>
        ))}
        <CitationRow cites={cites} />
      </>
    ),
  }));
  return <SummaryList rows={rows} />;
}
