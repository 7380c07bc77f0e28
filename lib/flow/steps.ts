import { assess, type FactId } from "@/lib/rules";
import { asksFor } from "./asks";
import type { Field } from "./fields";
import * as completed from "./steps/completed";
import type { CaseFacts, Definition, Step, StepOptions } from "./steps/definition";
import * as family from "./steps/family";
import * as person from "./steps/person";
import * as plans from "./steps/plans";

export type { CaseFacts, Step } from "./steps/definition";

/** In the order of the way. The task list shows them by part; so those of one part follow on one another. */
const DEFINITIONS: readonly Definition[] = [
  person.IDENTITY,
  person.PASSPORT,
  person.CONTACT,
  family.RELATIONSHIP,
  family.LIVING_TOGETHER,
  plans.VISA_FOR,
  plans.PENDING,
  person.BACKGROUND,
  person.SITUATION,
  family.SPONSOR,
  family.CHILD,
  family.SPONSOR_STUDIES,
  family.SPONSOR_CHANGE,
  person.PERMIT_HELD,
  completed.RESEARCH_COMPLETED,
  completed.EDUCATION_COMPLETED,
  completed.OTHER_EU_STAY,
  completed.HISTORY_STEP,
  completed.BUSINESS,
  person.EXCEPTIONAL_REASONS,
  plans.PURPOSE,
  plans.OTHER_EU_PERMIT,
  completed.SEARCH,
  plans.JOURNEY,
  plans.PROGRESS,
  plans.PROGRESS_REASONS,
  plans.WORK,
  plans.WORK_KIND,
  completed.WEIGHTY_REASONS,
  plans.STAY,
  plans.MEANS,
  plans.INSURANCE,
  family.SUPPORT,
  completed.INCOME,
  person.GUARDIANS,
  plans.ADDRESS,
  plans.REQUESTS_STEP,
  plans.DECLARATIONS,
];

/** Every field that some step may ask, to carry facts of a check into answers. */
export const ALL_STEPS: readonly Step[] = DEFINITIONS;

const factsIn = ({ fields }: Step): FactId[] => fields.flatMap(({ fact }) => fact ?? []);

/** Facts that stand and fall together, with those that are only asked once they are known. */
type Droppable = { facts: readonly FactId[]; followers: readonly FactId[] };

function droppable(facts: readonly FactId[]): Droppable {
  const follows = ({ after = [] }: Definition) => after.some((fact) => facts.includes(fact));
  return { facts, followers: [...facts, ...DEFINITIONS.filter(follows).flatMap(factsIn)] };
}

/** What is asked only while it matters, the last first: of two that would do, the one asked first stays. */
const DROPPABLE: readonly Droppable[] = DEFINITIONS.flatMap((one): Droppable[] => {
  if (one.gate) return [droppable(factsIn(one))];
  return one.isFactByFact ? factsIn(one).map((fact) => droppable([fact])) : [];
}).reverse();

const missingOf = (facts: CaseFacts, options: StepOptions) =>
  assess(facts, options.editions ? { editions: options.editions } : {}).missing;

function without(facts: CaseFacts, dropped: readonly FactId[]): CaseFacts {
  const kept = Object.entries(facts).filter(([id]) => !(dropped as readonly string[]).includes(id));
  return Object.fromEntries(kept) as CaseFacts;
}

/** The facts without those that change nothing beside the others. */
function reduced(facts: CaseFacts, options: StepOptions): CaseFacts {
  let known = facts;
  for (const { facts: dropped, followers } of DROPPABLE) {
    if (dropped.every((fact) => known[fact] === undefined)) continue;
    const before = missingOf(known, options);
    const isNeeded = missingOf(without(known, followers), options).some((fact) => !before.includes(fact));
    if (!isNeeded) known = without(known, followers);
  }
  return known;
}

type Known = { facts: CaseFacts; options: StepOptions; needed: ReadonlySet<FactId> };

function isThere({ isFor, after, gate }: Definition, { facts, options, needed }: Known): boolean {
  const { permit, decisionDate } = facts;
  if (isFor && !isFor(facts, options)) return false;
  if (after?.some((fact) => facts[fact] === undefined && asksFor(permit, fact, decisionDate))) return false;
  return !gate || needed.has(gate);
}

/** The fields of a step for this case; a question whose gate is not asked of this permit stands alone. */
function fieldsFor(definition: Definition, known: Known): Field[] {
  const { isAlways, isFactByFact, keeps, fields } = definition;
  const { facts, options, needed } = known;
  if (!isThere(definition, known)) return [];
  const names = new Set<string>();
  return fields.flatMap((field): Field[] => {
    const { fact, name, when } = field;
    if (keeps && !keeps(name, facts, options)) return [];
    const follows = when !== undefined && names.has(when.field);
    if (fact && !isAlways && !asksFor(facts.permit, fact, facts.decisionDate)) return [];
    if (fact && isFactByFact && !follows && !needed.has(fact)) return [];
    if (when && !follows && !fact) return [];
    names.add(name);
    if (!when || follows) return [field];
    const { when: _, ...alone } = field;
    return [alone];
  });
}

/** The steps that this application has now, each with the fields that it asks. */
export function stepsOf(facts: CaseFacts, options: StepOptions = {}): Step[] {
  const least = reduced(facts, options);
  const missing = new Set(missingOf(least, options));
  const isNeeded = (fact: FactId) => least[fact] !== undefined || missing.has(fact);
  const needed = new Set(DEFINITIONS.flatMap(factsIn).filter(isNeeded));
  return DEFINITIONS.flatMap((definition) => {
    const fields = fieldsFor(definition, { facts, options, needed });
    const hasQuestion =
      definition.standsAlone || fields.some(({ fact }) => fact) || factsIn(definition).length === 0;
    const { id, part } = definition;
    return hasQuestion && fields.length > 0 ? [{ id, part, fields }] : [];
  });
}
