import { SelectField } from "@/components/form/SelectField";
import { EDITIONS, type EditionId } from "@/lib/rules";
import type { RulesWords } from "./rules-words";

export type EditionPair = { from: EditionId; to: EditionId };

/** The two laws to compare. */
export function EditionFields({ pair, words: { t, edition } }: { pair: EditionPair; words: RulesWords }) {
  const options = EDITIONS.map(({ id }) => ({ value: id, label: edition(id) }));
  return (
    <>
      <SelectField
        name="from"
        label={t("changes.from")}
        options={options.slice(0, -1)}
        defaultValue={pair.from}
      />
      <SelectField name="to" label={t("changes.to")} options={options.slice(1)} defaultValue={pair.to} />
    </>
  );
}
