import {
  type Assessment,
  applicationFee,
  assess,
  type EditionId,
  type FactId,
  type Facts,
} from "@/lib/rules";
import { asksFor } from "./asks";
import { withImplied } from "./implied-facts";
import { factsOf, QUESTIONS, type Question } from "./questions";

/** A question as it is put to this person: the facts of it that matter, and which of them may be left open. */
export type Page = {
  /** The question's id; a second visit for what later answers made matter ends in `-2`. */
  key: string;
  question: Question;
  facts: readonly FactId[];
  optional: readonly FactId[];
};

/** The way from the start: the pages that are answered, and the one to answer next, `null` when nothing is left to ask. */
export type Path = {
  pages: readonly Page[];
  next: Page | null;
  /** What is known from the start and from answers that still matter; the rest is left out. */
  facts: Facts;
  assessment: Assessment;
};

export type WalkOptions = { editions?: readonly EditionId[] | undefined };

const ALL: readonly Question[] = QUESTIONS;

const mayEnd = ({ outcome, missing }: Assessment) => outcome === "permit-not-needed" || missing.length === 0;

function questionFor(assessment: Assessment): Question | null {
  if (mayEnd(assessment)) return null;
  return (
    ALL.find(({ facts, followUps = [] }) =>
      [...facts, ...followUps].some((id) => assessment.missing.includes(id)),
    ) ?? null
  );
}

/** The first question that can still change the outcome, or `null`. `facts` needs `permit` and `decisionDate`. */
export const nextQuestion = (facts: Facts, options: WalkOptions = {}): Question | null =>
  questionFor(assess(facts, options));

type Draft = { known: Facts; assessment: Assessment };

function wantedOf({ facts, followUps = [] }: Question, { missing }: Assessment): FactId[] {
  const first = facts.filter((id) => missing.includes(id));
  // One at a time: the answer to one may make the next needless.
  return first.length > 0 ? first : followUps.filter((id) => missing.includes(id)).slice(0, 1);
}

/** Shows what is missing, takes the answers to it, and looks again: an answer may make another fact matter. */
function fill(question: Question, key: string, draft: Draft, given: Facts, options: WalkOptions) {
  const shown: FactId[] = [];
  let { known, assessment } = draft;
  let isOpen = false;
  for (;;) {
    const wanted = wantedOf(question, assessment).filter((id) => !shown.includes(id));
    if (wanted.length === 0) break;
    shown.push(...wanted);
    const answers = Object.fromEntries(
      wanted.flatMap((id) => (given[id] === undefined ? [] : [[id, given[id]]])),
    );
    known = withImplied({ ...known, ...answers });
    assessment = assess(known, options);
    // What is still missing although it was answered (a stay that ends before it begins) has no answer.
    const isSettled = wanted.every((id) => given[id] !== undefined && !assessment.missing.includes(id));
    if (!isSettled) isOpen = true;
    if (isOpen || assessment.outcome === "permit-not-needed") break;
  }
  const optional = companions(question, known, shown);
  for (const id of optional) if (given[id] !== undefined) known = { ...known, [id]: given[id] };
  if (optional.length > 0) assessment = assess(known, options);
  const facts = factsOf(question).filter((id) => shown.includes(id) || optional.includes(id));
  const page: Page = { key, question, facts, optional };
  return { page, isOpen, known, assessment };
}

const changesFee = (known: Facts, id: FactId) =>
  applicationFee({ ...known, [id]: true }).amount !== applicationFee(known).amount;

/** Facts that no condition waits for, and yet the permit has a use for: amounts, documents, its length, the fee. */
function companions(question: Question, known: Facts, shown: readonly FactId[]): FactId[] {
  const { permit, decisionDate } = known;
  if (!permit || !decisionDate) return [];
  const open = (question.also ?? []).filter((id) => !shown.includes(id) && known[id] === undefined);
  return open.filter((id) => asksFor(permit, id, decisionDate) || changesFee(known, id));
}

/**
 * The way through the check with these answers, recomputed from the start: questions whose answers no longer matter
 * are left out. `base` holds what is not asked (permit, kind, decisionDate) and wins over `given`.
 * @throws {RulesError} as `assess` does
 */
export function pathOf(base: Facts, given: Facts, options: WalkOptions = {}): Path {
  const pages: Page[] = [];
  const visits = new Map<string, number>();
  let draft: Draft = { known: base, assessment: assess(base, options) };
  for (let question = questionFor(draft.assessment); question; question = questionFor(draft.assessment)) {
    const visit = (visits.get(question.id) ?? 0) + 1;
    visits.set(question.id, visit);
    const key = visit === 1 ? question.id : `${question.id}-${visit}`;
    const { page, isOpen, known, assessment } = fill(question, key, draft, given, options);
    draft = { known, assessment };
    if (isOpen) return { pages, next: page, facts: known, assessment };
    pages.push(page);
  }
  return { pages, next: null, facts: draft.known, assessment: draft.assessment };
}

/** The page with this key as it stands with these answers, whether answered or next; `null` when it is not on the way. */
export function pageAt(path: Path, key: string): Page | null {
  return [...path.pages, ...(path.next ? [path.next] : [])].find((page) => page.key === key) ?? null;
}
