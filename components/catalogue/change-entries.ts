import type { AnyClause, ClauseKind } from "@/lib/catalogue/clauses-of";
import type { Change } from "@/lib/catalogue/compare-editions";
import type { Citation, PermitId } from "@/lib/rules";
import { type RulesWords, workText } from "./rules-words";

/** One change in words. */
export type ChangeEntry = {
  id: string;
  what: Change["what"];
  title: string;
  texts: readonly string[];
  cites: readonly Citation[];
};

type Context = { permit: PermitId; words: RulesWords };

const TITLES: Record<ClauseKind, (id: string, clause: AnyClause, words: RulesWords) => string> = {
  conditions: (id, _, { conditions }) => conditions(`${id}.title`),
  grounds: (_, { cites }, { ground }) => ground(cites),
  documents: (id, _, { documents }) => documents(`${id}.title`),
  duties: (id, _, { duties }) => duties(`${id}.title`),
  validity: (_id, _, { t }) => t("permit.rows.validity"),
  rights: (_id, _, { t }) => t("permit.rows.work"),
  notes: (id, _, { check }) => check(`result.notes.${id}`),
  requests: (id, _, { check }) => check(`result.requests.${id}`),
};

/** What it says, for kinds whose title does not say it all. */
const CONTENT: Partial<Record<ClauseKind, (clause: AnyClause, context: Context) => string>> = {
  conditions: ({ id }, { words }) => words.conditions(`${id}.meaning`),
  documents: ({ id }, { words }) => words.documents(`${id}.why`),
  duties: ({ id }, { words }) => words.duties(`${id}.text`),
  validity: ({ from }, { permit, words }) => words.validity(permit, from),
  rights: (clause, { words }) => workText(clause as AnyClause & { workHoursPerWeek: number | string }, words),
};

/** Kinds whose old and new content are shown beside each other. */
const BESIDE: ReadonlySet<ClauseKind> = new Set<ClauseKind>(["validity", "rights"]);

type WithExceptions = AnyClause & { exceptions?: readonly { reason: string | null; from: string }[] };

function newExceptions({ id, before, after }: Change, { t }: RulesWords): string[] {
  const reasons = (clauses: readonly WithExceptions[]) =>
    clauses.flatMap(({ exceptions = [] }) => exceptions.map(({ reason }) => reason));
  const old = reasons(before);
  return reasons(after)
    .filter((reason) => !old.includes(reason))
    .map((reason) => t("changes.newException", { text: t(`exceptions.${id}-${reason}`) }));
}

function textsOf(change: Change, context: Context): string[] {
  const { kind, id, what, before, after, since } = change;
  const { t } = context.words;
  const content = CONTENT[kind];
  if (what !== "changed")
    return content && what === "added" ? after.map((clause) => content(clause, context)) : [];
  if (content && BESIDE.has(kind)) {
    const said = (clauses: readonly AnyClause[]) =>
      clauses.map((clause) => content(clause, context)).join(" ");
    return [t("changes.before", { text: said(before) }), t("changes.after", { text: said(after) })];
  }
  const wordings = since.map((date) => `changes.wordings.${id}-${date}`).filter((key) => t.has(key));
  return [...wordings.map((key) => t(key)), ...newExceptions(change, context.words)];
}

const citesOf = ({ before, after }: Change) =>
  (after.length > 0 ? after : before).flatMap(({ cites }) => [...cites]);

/** Documents that are only based on another rule now, in one line. */
function documentsEntry(changes: readonly Change[], { words }: Context): ChangeEntry[] {
  if (changes.length === 0) return [];
  const titles = changes.map(({ id }) => words.documents(`${id}.title`)).join("; ");
  const cites = changes.map((change) => citesOf(change));
  const shared = (cites[0] ?? []).filter((cite) => cites.every((list) => list.includes(cite)));
  const texts = [words.t("changes.documents", { titles })];
  return [{ id: "documents", what: "changed", title: words.t("permit.documents"), texts, cites: shared }];
}

/** The changes of a permit in words, in the order of the kinds. */
export function changeEntries(changes: readonly Change[], context: Context): ChangeEntry[] {
  const isRebased = ({ kind, what }: Change) => kind === "documents" && what === "changed";
  const entries = changes
    .filter((change) => !isRebased(change))
    .flatMap((change): ChangeEntry[] => {
      const { kind, id, what, before, after } = change;
      const [clause] = after.length > 0 ? after : before;
      if (!clause) return [];
      const title = TITLES[kind](id, clause, context.words);
      return [{ id: `${kind}-${id}`, what, title, texts: textsOf(change, context), cites: citesOf(change) }];
    });
  return [...entries, ...documentsEntry(changes.filter(isRebased), context)];
}
