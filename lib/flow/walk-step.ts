import { type RawAnswers, rawFromForm } from "./fields";
import { type FieldError, readStep } from "./read-step";
import { type Page, type Path, pageAt, type WalkOptions } from "./walk";
import { type PageAnswers, rawOf, readGiven, readPage, tickedOf, withAnswers } from "./walk-answers";
import { MORE_ROWS, ROWS } from "./walk-history";
import { MOVE, NEW_WALK, RESULT, SHOWN, START, START_FIELDS, type WalkState } from "./walk-start";
import { isKind, isPurpose, placeAfter, placeBefore, placeOf, walkPath } from "./walk-state";

/** The check as it is shown: where the person is, what stands in the fields and what is wrong with it. */
export type WalkView = {
  walk: WalkState;
  raw: RawAnswers;
  ticked: readonly string[];
  errors: readonly FieldError[];
};

export type WalkDay = WalkOptions & { today: string };

/** What a button of the check asks for; `change:` is followed by the key of a page, or by `start`. */
export type Move = "continue" | "back" | "result" | "restart" | "more" | "stay" | `change:${string}`;

/** A state that came from a form or from the browser's history; whatever is wrong with it is left out. */
export function readWalk(value: unknown): WalkState {
  if (typeof value !== "object" || value === null) return NEW_WALK;
  const { purpose, kind, given, at, isReview } = value as Record<string, unknown>;
  return {
    purpose: isPurpose(purpose) ? purpose : null,
    kind: isKind(kind) ? kind : null,
    given: readGiven(given),
    at: typeof at === "string" ? at.slice(0, 40) : START,
    isReview: isReview === true,
  };
}

/** The place as it is entered: with the answers given before, and no faults. */
export function viewOf(walk: WalkState, { today, ...options }: WalkDay): WalkView {
  const path = walkPath(walk, today, options);
  const at = placeOf(walk, path);
  const page = path && pageAt(path, at);
  const { purpose, kind, given } = walk;
  const raw: RawAnswers = page ? rawOf(page, given) : { ...(purpose && { purpose }), ...(kind && { kind }) };
  return { walk: { ...walk, at }, raw, ticked: page ? tickedOf(page, given) : [], errors: [] };
}

function pageOf(walk: WalkState, { today, ...options }: WalkDay): Page | null {
  const path = walkPath(walk, today, options);
  return path && pageAt(path, walk.at);
}

/**
 * The page with what is being typed on it: an answer may show further facts of the same question at once, and those
 * may be answered in the same form. `null` where the person is not on a page.
 */
export function readLive(
  walk: WalkState,
  form: FormData,
  day: WalkDay,
): { page: Page; answers: PageAnswers } | null {
  let page = pageOf(walk, day);
  for (let shown = -1; page && page.facts.length !== shown; ) {
    shown = page.facts.length;
    const { values } = readPage(page, form, day.today);
    page = pageOf({ ...walk, given: withAnswers(walk.given, page, values) }, day) ?? page;
  }
  return page && { page, answers: readPage(page, form, day.today) };
}

type Taken = {
  walk: WalkState;
  raw: RawAnswers;
  ticked: readonly string[];
  errors: FieldError[];
  path: Path | null;
};

function takeStart(walk: WalkState, form: FormData, day: WalkDay): Taken {
  const raw = rawFromForm(START_FIELDS, form);
  const { values, errors } = readStep(START_FIELDS, raw, day.today);
  const { purpose, kind } = values;
  const next = {
    ...walk,
    purpose: isPurpose(purpose) ? purpose : walk.purpose,
    kind: isKind(kind) ? kind : walk.kind,
  };
  return { walk: next, raw, ticked: [], errors, path: walkPath(next, day.today, day) };
}

/** Fields of a table are named after its fact first. */
const tableOf = (field: string) => field.split("-", 1)[0] ?? field;

function takePage(walk: WalkState, form: FormData, day: WalkDay): Taken {
  const live = readLive(walk, form, day);
  if (!live) return { walk, raw: {}, ticked: [], errors: [], path: walkPath(walk, day.today, day) };
  const { page, answers } = live;
  const next = { ...walk, given: withAnswers(walk.given, page, answers.values) };
  const shown = String(form.get(SHOWN) ?? "").split(" ");
  // Without script, what an answer reveals is seen only when the page comes back: it is no fault yet.
  const errors = answers.errors.filter(
    ({ field, code }) => code !== "required" || shown.includes(field) || shown.includes(tableOf(field)),
  );
  return { ...answers, errors, walk: next, path: walkPath(next, day.today, day) };
}

const MOVES: readonly unknown[] = ["continue", "back", "result", "restart", "more"];

/** A form that is posted by a button of its own, to another language, says no move. */
function asMove(value: FormDataEntryValue | null): Move {
  const isMove = MOVES.includes(value) || (typeof value === "string" && value.startsWith("change:"));
  return isMove ? (value as Move) : "stay";
}

/**
 * One move: takes in what was typed and goes where the button leads, the same in the browser and on the server. Only
 * `continue` insists on valid answers; the other moves keep what can be read.
 * @throws {RulesError} where no law is known for the day
 */
export function takeStep(before: WalkState, form: FormData, day: WalkDay): WalkView {
  const move = asMove(form.get(MOVE));
  if (move === "restart") return viewOf(NEW_WALK, day);
  const at = placeOf(before, walkPath(before, day.today, day));
  const walk = { ...before, at };
  if (at === RESULT) return viewOf(goTo(walk, move, walkPath(walk, day.today, day)), day);
  const taken = at === START ? takeStart(walk, form, day) : takePage(walk, form, day);
  const { raw, ticked, errors } = taken;
  if (move === "more") return { walk: taken.walk, raw: { ...raw, [ROWS]: MORE_ROWS }, ticked, errors: [] };
  if (move === "stay") return { walk: taken.walk, raw, ticked, errors: [] };
  if (move === "continue" && errors.length > 0) return { walk: taken.walk, raw, ticked, errors };
  return viewOf(goTo(taken.walk, move, taken.path), day);
}

function goTo(walk: WalkState, move: Move, path: Path | null): WalkState {
  if (move.startsWith("change:")) return { ...walk, at: move.slice("change:".length), isReview: true };
  if (move === "back") return { ...walk, at: placeBefore(walk, path) };
  if (move === "stay" || move === "more" || !path) return walk;
  if (move === "result") return { ...walk, at: RESULT, isReview: false };
  const at = walk.at === RESULT ? (path.next?.key ?? RESULT) : placeAfter(walk, path);
  return { ...walk, at, isReview: at === RESULT || walk.at === RESULT ? false : walk.isReview };
}
