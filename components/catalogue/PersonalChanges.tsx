import { Notice } from "@/components/layout/Notice";
import { SummaryList, type SummaryRow } from "@/components/layout/SummaryList";
import { Table } from "@/components/layout/Table";
import { CitationRow } from "@/components/rules/CitationRow";
import type { PersonalChange } from "@/lib/catalogue/compare-assessments";
import type { Assessment, ConditionOutcome } from "@/lib/rules";
import { type RulesWords, workText } from "./rules-words";

type PartProps = { change: PersonalChange; words: RulesWords };

function Conditions({ change: { conditions }, words }: PartProps) {
  if (conditions.length === 0) return null;
  const { t, check } = words;
  const state = (outcome: ConditionOutcome | undefined, otherwise: string) =>
    outcome ? check(`result.states.${outcome.state}`) : otherwise;
  const columns = [
    { id: "name", header: t("mine.condition") },
    { id: "before", header: t("mine.beforeColumn") },
    { id: "after", header: t("mine.afterColumn") },
  ];
  const rows = conditions.map(({ id, before, after }) => ({
    id,
    cells: {
      name: (
        <>
          {words.conditions(`${id}.title`)}
          <CitationRow cites={(after ?? before)?.cites ?? []} />
        </>
      ),
      before: state(before, t("mine.notAsked")),
      after: state(after, t("mine.gone")),
    },
  }));
  return <Table caption={t("mine.conditions")} columns={columns} rows={rows} />;
}

function validityText({ validity }: Assessment, { t }: RulesWords): string {
  if (validity === null) return t("mine.months.none");
  const { kind, months, atMostMonths } = validity;
  const isCounted = kind === "exactly" || kind === "at-least";
  if (isCounted && months === undefined) return t("mine.months.unknown");
  const least = t(`mine.months.${kind}`, { months: months ?? 0 });
  return atMostMonths ? t("mine.months.atMost", { least, months: atMostMonths }) : least;
}

const rightsText = ({ rights }: Assessment, words: RulesWords) => (rights ? workText(rights, words) : "–");

const insideText = ({ applyFromSweden }: Assessment, { t }: RulesWords) =>
  t(`mine.insideStates.${applyFromSweden.state}`);

type Moved = { added: readonly string[]; removed: readonly string[] };

function movedRow(
  id: "documents" | "duties" | "notes",
  moved: Moved,
  title: (id: string) => string,
  { t }: RulesWords,
) {
  if (moved.added.length + moved.removed.length === 0) return [];
  const lines = [
    ...moved.added.map((one) => t("mine.more", { title: title(one) })),
    ...moved.removed.map((one) => t("mine.less", { title: title(one) })),
  ];
  return [{ id, term: t(`mine.${id}`), value: lines.map((line) => <p key={line}>{line}</p>) }];
}

function rowsOf({ change, words }: PartProps): SummaryRow[] {
  const { t } = words;
  const pair = (id: "validity" | "rights" | "inside", text: (one: Assessment, w: RulesWords) => string) => ({
    id,
    term: t(`mine.${id}`),
    value: (
      <>
        <p>{t("changes.before", { text: text(change.before, words) })}</p>
        <p>{t("changes.after", { text: text(change.after, words) })}</p>
      </>
    ),
  });
  return [
    ...(change.hasNewPlaceToApply ? [pair("inside", insideText)] : []),
    ...(change.hasNewValidity ? [pair("validity", validityText)] : []),
    ...(change.hasNewRights ? [pair("rights", rightsText)] : []),
    ...movedRow("documents", change.documents, (id) => words.documents(`${id}.title`), words),
    ...movedRow("duties", change.duties, (id) => words.duties(`${id}.title`), words),
    ...movedRow("notes", change.notes, (id) => words.check(`result.notes.${id}`), words),
  ];
}

/** What one law and the next say of the same person: only what is not the same. */
export function PersonalChanges({ change, words }: PartProps) {
  const { t, permits } = words;
  const [before, after] = [change.before, change.after].map(({ outcome }) => t(`mine.outcomes.${outcome}`));
  const rows = rowsOf({ change, words });
  const isSame = rows.length === 0 && change.conditions.length === 0;
  return (
    <>
      <p>{permits(`${change.after.permit}.name`)}</p>
      <Notice
        kind={isSame ? "success" : "info"}
        heading={isSame ? t("mine.same") : t("mine.changed")}
        headingLevel={3}
      >
        <p>
          {before === after
            ? t("mine.sameOutcome", { outcome: after ?? "" })
            : t("mine.newOutcome", { before: before ?? "", after: after ?? "" })}
        </p>
      </Notice>
      <Conditions change={change} words={words} />
      {rows.length > 0 ? <SummaryList rows={rows} /> : null}
      <p className="muted">{t("mine.intro")}</p>
    </>
  );
}
