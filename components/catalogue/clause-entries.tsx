import { Citation } from "@/components/layout/Citation";
import { testsOf } from "@/lib/catalogue/coverage";
import type { FoundClauses } from "@/lib/catalogue/find-clauses";
import type { Period } from "@/lib/catalogue/period";
import type { Citation as Cite, EditionId, FactId, PermitId } from "@/lib/rules";
import { ClauseRows, ClauseTag } from "./ClauseRows";
import type { FoldedEntry } from "./FoldedList";
import { type RulesWords, workText } from "./rules-words";

type AnyFound = Period & {
  id: string;
  cites: readonly Cite[];
  permits: readonly PermitId[];
  asks?: readonly FactId[];
};

export type EntryContext = { editions: readonly EditionId[]; words: RulesWords };

type Told = Parameters<typeof ClauseRows>[0]["told"];

function entryOf(
  clause: AnyFound,
  title: string,
  told: Told,
  { editions, words }: EntryContext,
): FoldedEntry {
  const [first = ""] = clause.cites;
  return {
    id: [clause.id, ...clause.cites, clause.from, ...clause.permits]
      .join("-")
      .replace(/[^A-Za-z0-9-]+/g, "-"),
    title: (
      <>
        {title} <Citation>{first}</Citation>
      </>
    ),
    tag: <ClauseTag clause={clause} editions={editions} words={words} />,
    children: (
      <ClauseRows clause={clause} told={told} tests={testsOf(clause)} editions={editions} words={words} />
    ),
    cites: clause.cites,
  };
}

type Condition = FoundClauses["conditions"][number];

function toldOfCondition(
  { id, effect, exceptions }: Condition,
  { words: { t, conditions } }: EntryContext,
): Told {
  const texts = exceptions.map(({ reason, from }) => (
    <p key={`${reason} ${from}`}>{t(`exceptions.${id}-${reason}`)}</p>
  ));
  return [
    { id: "meaning", value: conditions(`${id}.meaning`) },
    { id: "effect", value: t(`rules.effects.${effect}`) },
    ...(texts.length > 0 ? [{ id: "exceptions" as const, value: texts }] : []),
  ];
}

const effect = (value: string): Told => [{ id: "effect", value }];
const meaning = (value: string): Told => [{ id: "meaning", value }];

/** The clauses of each kind as lines to open, in the order of the page. */
export function clauseEntries(found: FoundClauses, context: EntryContext) {
  const { words } = context;
  const { t, check, documents, duties, permits } = words;
  return {
    conditions: found.conditions.map((clause) =>
      entryOf(clause, words.conditions(`${clause.id}.title`), toldOfCondition(clause, context), context),
    ),
    grounds: found.grounds.map((clause) =>
      entryOf(clause, words.ground(clause.cites), effect(t(`rules.gives.${clause.gives}`)), context),
    ),
    documents: found.documents.map((clause) =>
      entryOf(
        clause,
        documents(`${clause.id}.title`),
        [
          ...meaning(documents(`${clause.id}.why`)),
          ...effect(t(clause.always ? "rules.always" : "rules.sometimes")),
        ],
        context,
      ),
    ),
    duties: found.duties.map((clause) =>
      entryOf(clause, duties(`${clause.id}.title`), meaning(duties(`${clause.id}.text`)), context),
    ),
    validity: found.validity.map((clause) => {
      const [permit = "research"] = clause.permits;
      const text = words.validity(permit, clause.from);
      return entryOf({ ...clause, id: "validity" }, permits(`${permit}.name`), meaning(text), context);
    }),
    rights: found.rights.map((clause) =>
      entryOf(clause, t(`rules.rights.${clause.id}`), meaning(workText(clause, words)), context),
    ),
    requests: found.requests.map((clause) =>
      entryOf(clause, check(`result.requests.${clause.id}`), [], context),
    ),
    notes: found.notes.map((clause) => entryOf(clause, check(`result.notes.${clause.id}`), [], context)),
  };
}
