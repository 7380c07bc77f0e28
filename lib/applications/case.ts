import { periodsIn } from "@/lib/flow/application-history";
import type { AnswerValue, RawAnswers } from "@/lib/flow/fields";
import { HISTORY } from "@/lib/flow/history-rows";
import { withImplied } from "@/lib/flow/implied-facts";
import { type FieldError, readStep } from "@/lib/flow/read-step";
import { STEP_CHECKS, type StepId } from "@/lib/flow/step-checks";
import { ALL_STEPS, type CaseFacts, type Step, stepsOf } from "@/lib/flow/steps";
import { type Assessment, assess, FACTS, type FactId, type Facts, type PermitId } from "@/lib/rules";
import type { EditionId } from "@/lib/rules/editions";

/** What was typed, by step. */
export type RawByStep = Partial<Record<StepId, RawAnswers>>;

export type CaseInput = {
  permit: PermitId;
  kind: "first" | "extension";
  /** ISO date in Sweden; the day on which everything is read and assessed. */
  today: string;
  raw: RawByStep;
  /** Steps whose answers were taken over from another application and not looked at since. */
  takenOver?: readonly StepId[];
  editions?: readonly EditionId[];
};

/** `to-check`: taken over from another application, until the person has saved it here. */
export type StepState = "to-do" | "to-check" | "unfinished" | "done";

export type StepReading = {
  step: Step;
  state: StepState;
  values: Record<string, AnswerValue>;
  errors: FieldError[];
};

/** An application as it reads today: which steps it has, what is answered, and how the rules see it. */
export type Case = {
  facts: CaseFacts;
  steps: StepReading[];
  assessment: Assessment;
};

const FACT_IDS = new Set<string>(FACTS.map(({ id }) => id));
const CITIZENSHIPS = ["citizenship", "citizenship2", "citizenship3"];

/** Of several citizenships the one that frees from the permit counts, since one is enough (UtlL 2:8b). */
function decidingCitizenship(
  facts: Facts,
  values: Record<string, AnswerValue>,
  input: CaseInput,
): string | undefined {
  const held = CITIZENSHIPS.flatMap((name) => (values[name] ? [String(values[name])] : []));
  const frees = held.find((citizenship) => {
    const { outcome } = assess({ ...facts, citizenship }, options(input));
    return outcome === "permit-not-needed";
  });
  return frees ?? held[0];
}

const options = ({ editions }: CaseInput) => (editions ? { editions } : {});

function factsOf(values: Record<string, AnswerValue>, input: CaseInput) {
  const known = Object.entries(values).filter(([name]) => FACT_IDS.has(name));
  const { permit, kind, today } = input;
  const answered = Object.fromEntries(known) as Facts;
  // An extension is of the permit that is held: it is not asked.
  const held = kind === "extension" ? { currentPermit: permit } : {};
  const facts = withImplied({ ...answered, ...held, permit, kind, decisionDate: today });
  const citizenship = decidingCitizenship(facts, values, input);
  return citizenship ? { ...facts, citizenship } : facts;
}

/** The permits held, once every row of their table can be read. */
function withHistory<F extends CaseFacts>(facts: F, readings: readonly StepReading[]): F {
  const reading = readings.find(({ step }) => step.id === "history");
  if (!reading || reading.state === "to-do" || reading.errors.length > 0) return facts;
  return { ...facts, [HISTORY]: periodsIn(reading.values) };
}

/**
 * Reads an application. What no longer matters is left out of the facts, however it was answered before:
 * the steps follow from the facts and the facts from the steps, so it is read until neither changes.
 */
export function readCase(input: CaseInput): Case {
  let steps: readonly Step[] = ALL_STEPS;
  let readings: StepReading[] = [];
  let facts = factsOf({}, input);
  for (let round = 0; round <= ALL_STEPS.length; round++) {
    readings = steps.map((step) => readOne(step, input));
    facts = withHistory(factsOf(Object.assign({}, ...readings.map(({ values }) => values)), input), readings);
    const next = stepsOf(facts, options(input));
    const isSettled = sameFields(next, steps);
    steps = next;
    if (isSettled) break;
  }
  return { facts, steps: readings, assessment: assess(facts, options(input)) };
}

const namesOf = (steps: readonly Step[]) =>
  steps.flatMap(({ id, fields }) => fields.map(({ name }) => `${id}.${name}`)).join();
const sameFields = (a: readonly Step[], b: readonly Step[]) => namesOf(a) === namesOf(b);

function readOne(step: Step, input: CaseInput): StepReading {
  const raw = input.raw[step.id];
  const { values, errors } = readStep(step.fields, raw ?? {}, input.today, STEP_CHECKS[step.id]);
  const isTakenOver = input.takenOver?.includes(step.id);
  const state: StepState = !raw
    ? "to-do"
    : isTakenOver
      ? "to-check"
      : errors.length === 0
        ? "done"
        : "unfinished";
  return { step, state, values, errors };
}

/** Without these an application is void: who applies, where an answer reaches them, and that it is true. */
const VITAL: Partial<Record<StepId, readonly FactId[] | readonly string[]>> = {
  identity: ["surname", "birthDate", "citizenship"],
  contact: ["email"],
  declarations: ["truth"],
};

/** What stops an application from being submitted; everything else is warned of only. */
export function blockersOf({ steps }: Case): { step: StepId; field: string }[] {
  return steps.flatMap(({ step, errors }) =>
    errors.flatMap(({ field }) =>
      VITAL[step.id]?.includes(field as FactId) ? [{ step: step.id, field }] : [],
    ),
  );
}
