import type { FactId, Facts } from "@/lib/rules";
import { factField } from "./fact-field";
import {
  type Answers,
  type AnswerValue,
  type Field,
  type RawAnswers,
  rawFromForm,
  rawFromValue,
} from "./fields";
import { HISTORY } from "./history-rows";
import { factsOf, QUESTIONS, type Question } from "./questions";
import { type CrossCheck, type FieldError, readStep } from "./read-step";
import type { Page } from "./walk";
import { historyFromForm, rawOfHistory, readHistory, readHistoryAgain } from "./walk-history";

/** Ticked in a checklist when nothing on it applies. */
export const NONE = "none";

/** What was read from the form of a page: values by fact, what was typed, and the faults. */
export type PageAnswers = {
  values: Facts;
  raw: RawAnswers;
  /** Of a checklist: what was ticked. */
  ticked: readonly string[];
  errors: FieldError[];
};

const LARGEST: Partial<Record<FactId, number>> = {
  creditsPlannedYear1: 1_000,
  creditsCompletedYear1: 1_000,
  creditsPlannedLater: 1_000,
  creditsCompletedLater: 1_000,
  creditsCompletedTotal: 1_000,
  doctoralTermsCompleted: 40,
  termsStudied: 40,
  workHoursPerWeek: 168,
};

/** The fields of a page, each named after its fact; the table of permits held is none of them. */
export function fieldsOf({ facts, optional }: Pick<Page, "facts" | "optional">): Field[] {
  return facts
    .filter((id) => id !== HISTORY)
    .map((id) => {
      const field = factField(id);
      if (optional.includes(id)) field.optional = true;
      const max = LARGEST[id];
      if (max !== undefined) field.max = max;
      return field;
    });
}

const checkTogether: CrossCheck = (values, today) => {
  const errors: FieldError[] = [];
  const { stayFrom, stayUntil, birthDate } = values;
  if (stayFrom && stayUntil && stayUntil < stayFrom)
    errors.push({ field: "stayUntil", code: "before-start" });
  if (birthDate && birthDate > today) errors.push({ field: "birthDate", code: "in-the-future" });
  return errors;
};

function readChecklist({ facts, question }: Page, form: FormData): PageAnswers {
  const ticked = form.getAll(question.id).filter((value) => typeof value === "string");
  const known = ticked.filter((value) => value === NONE || (facts as readonly string[]).includes(value));
  if (known.length === 0) {
    return { values: {}, raw: {}, ticked: known, errors: [{ field: question.id, code: "required" }] };
  }
  const values: Facts = Object.fromEntries(facts.map((id) => [id, known.includes(id)]));
  return { values, raw: {}, ticked: known, errors: [] };
}

/** Reads the form of a page. Names are those of the facts, or the question's id for a checklist. `today` is an ISO date. */
export function readPage(page: Page, form: FormData, today: string): PageAnswers {
  if (page.question.isChecklist) return readChecklist(page, form);
  const fields = fieldsOf(page);
  const raw = rawFromForm(fields, form);
  const { values, errors } = readStep(fields, raw, today, checkTogether);
  const read = { values: values as Facts, raw, ticked: [], errors };
  return page.facts.includes(HISTORY) ? withHistory(read, form, today) : read;
}

function withHistory(read: PageAnswers, form: FormData, today: string): PageAnswers {
  const raw = historyFromForm(form);
  const { periods, errors } = readHistory(raw, today);
  return {
    ...read,
    values: periods ? { ...read.values, permitHistory: periods } : read.values,
    raw: { ...raw, ...read.raw },
    errors: [...errors, ...read.errors],
  };
}

/** The answers with those of one page put in; what was left open on it is taken out. */
export function withAnswers(given: Facts, page: Page, values: Facts): Facts {
  const kept = Object.entries(given).filter(([id]) => !(page.facts as readonly string[]).includes(id));
  return { ...Object.fromEntries(kept), ...values };
}

/** What the fields of a page show for answers given before. */
export function rawOf(page: Page, given: Facts): RawAnswers {
  if (page.question.isChecklist) return {};
  const shown = fieldsOf(page).flatMap(({ name, kind }) => {
    const value = (given as Answers)[name];
    return value === undefined ? [] : [[name, rawFromValue(value, kind)] as const];
  });
  const table = page.facts.includes(HISTORY) ? rawOfHistory(given) : {};
  return { ...table, ...Object.fromEntries(shown) };
}

/** What of a checklist was ticked before; empty where it was not answered. */
export function tickedOf({ facts }: Page, given: Facts): string[] {
  if (facts.some((id) => given[id] === undefined)) return [];
  const ticked = facts.filter((id) => given[id] === true);
  return ticked.length > 0 ? ticked : [NONE];
}

const QUESTION_FACTS = new Set<string>((QUESTIONS as readonly Question[]).flatMap(factsOf));
QUESTION_FACTS.delete(HISTORY);

/**
 * Answers that went along with a form or lay in the browser's history, read again: whatever is not an answer to a
 * question is left out in silence, since nobody typed it.
 */
export function readGiven(value: unknown): Facts {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const given: Answers = {};
  for (const [id, answer] of Object.entries(value)) {
    const read = QUESTION_FACTS.has(id) ? readAgain(id as FactId, answer) : undefined;
    if (read !== undefined) given[id] = read;
  }
  const permitHistory = HISTORY in value ? readHistoryAgain(value[HISTORY]) : undefined;
  return permitHistory ? { ...(given as Facts), permitHistory } : (given as Facts);
}

function readAgain(id: FactId, answer: unknown): AnswerValue | undefined {
  const [field] = fieldsOf({ facts: [id], optional: [] });
  if (!field || !["string", "number", "boolean"].includes(typeof answer)) return undefined;
  const raw = { [id]: rawFromValue(answer as AnswerValue, field.kind) };
  return readStep([field], raw, "").values[id];
}
