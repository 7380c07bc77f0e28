import { Disclosure } from "@/components/layout/Disclosure";
import { DocumentList } from "@/components/layout/DocumentList";
import { Table } from "@/components/layout/Table";
import { Tag } from "@/components/layout/Tag";
import { cited } from "@/components/rules/cited";
import type { Comparison, ParameterChange } from "@/lib/catalogue/compare-editions";
import { type ChangeEntry, changeEntries } from "./change-entries";
import type { RulesWords } from "./rules-words";

const TONES = { added: "done", removed: "neutral", changed: "attention" } as const;

function Entries({ entries, words }: { entries: readonly ChangeEntry[]; words: RulesWords }) {
  const listed = entries.map(({ id, what, title, texts, cites }) => ({
    id,
    title,
    tag: <Tag tone={TONES[what]}>{words.t(`changes.what.${what}`)}</Tag>,
    why: texts.length > 0 ? texts.map((text) => <p key={text}>{text}</p>) : undefined,
    citations: cited(cites),
  }));
  return <DocumentList documents={listed} />;
}

function Parameters({ changes, words }: { changes: readonly ParameterChange[]; words: RulesWords }) {
  const { t, quantity } = words;
  if (changes.length === 0) return null;
  const written = (value: number | null, unit: string) =>
    value === null ? t("changes.noAmount") : quantity(value, unit);
  const columns = [
    { id: "name", header: t("changes.limit") },
    { id: "before", header: t("mine.beforeColumn") },
    { id: "after", header: t("mine.afterColumn") },
  ];
  const rows = changes.map(({ id, unit, before, after }) => ({
    id,
    cells: { name: t(`parameters.${id}`), before: written(before, unit), after: written(after, unit) },
  }));
  return <Table caption={t("changes.parameters")} columns={columns} rows={rows} />;
}

/** What is not the same under two editions, permit by permit, each to be opened. */
export function EditionChanges({ comparison, words }: { comparison: Comparison; words: RulesWords }) {
  const { t, permits, permitHref } = words;
  const shown = comparison.permits.map(({ permit, changes }) => ({
    permit,
    entries: changeEntries(changes, { permit, words }),
  }));
  const changed = shown.filter(({ entries }) => entries.length > 0);
  const same = shown.filter(({ entries }) => entries.length === 0);
  return (
    <>
      <ul className="plain">
        {changed.map(({ permit, entries }) => (
          <li key={permit}>
            <Disclosure
              isOpen={changed.length <= 3}
              summary={`${permits(`${permit}.name`)}: ${t("changes.tally", { count: entries.length })}`}
            >
              <Entries entries={entries} words={words} />
            </Disclosure>
          </li>
        ))}
      </ul>
      <Parameters changes={comparison.parameters} words={words} />
      {same.length > 0 ? (
        <>
          <h3>{t("changes.same")}</h3>
          <ul>
            {same.map(({ permit }) => (
              <li key={permit}>
                <a href={permitHref(permit)}>{permits(`${permit}.name`)}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
