import { Button } from "@/components/form/Button";
import { ButtonRow } from "@/components/form/ButtonRow";
import { SelectField } from "@/components/form/SelectField";
import { citationWords } from "@/components/rules/citation-words";
import type { ClauseFilter } from "@/lib/catalogue/find-clauses";
import { PERMIT_IDS } from "@/lib/rules";
import type { RulesWords } from "./rules-words";

type RulesFilterProps = {
  href: string;
  filter: ClauseFilter;
  /** Acts with their paragraphs. */
  places: readonly (readonly [string, readonly string[]])[];
  words: RulesWords;
};

/** The act's name, as it stands after the paragraph. */
const actName = ([first = ""]: readonly string[]) =>
  citationWords(first)
    .replace(/^.*§ /, "")
    .replace(/^artikel \S+ i /, "");

/** A plain form that leads to the page with only a permit's clauses, or those of an act or a paragraph. */
export function RulesFilter({ href, filter, places, words: { t, permits } }: RulesFilterProps) {
  const groups = places.map(([act, paragraphs]) => ({
    label: actName(paragraphs),
    options: [
      { value: act, label: t("rules.wholeAct", { act: actName(paragraphs) }) },
      ...paragraphs.map((value) => ({ value, label: citationWords(value), lang: "sv" })),
    ],
  }));
  return (
    <form action={href} className="stack no-print">
      <SelectField
        name="permit"
        label={t("rules.permit")}
        placeholder={t("rules.all")}
        options={PERMIT_IDS.map((id) => ({ value: id, label: permits(`${id}.name`) }))}
        defaultValue={filter.permit ?? ""}
      />
      <SelectField
        name="place"
        label={t("rules.place")}
        placeholder={t("rules.all")}
        options={groups}
        defaultValue={filter.place ?? ""}
      />
      <ButtonRow>
        <Button variant="secondary">{t("rules.show")}</Button>
        {filter.permit || filter.place ? <a href={href}>{t("rules.clear")}</a> : null}
      </ButtonRow>
    </form>
  );
}
