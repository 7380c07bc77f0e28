import { FACTS, type FactId } from "./facts";

/** True, false, or the facts that would tell. */
export type Holds = boolean | readonly FactId[];

const ONE_FACT = Object.fromEntries(FACTS.map((fact) => [fact.id, [fact.id]])) as Record<FactId, FactId[]>;

/** Not known for want of this fact. */
export const lacks = (fact: FactId): readonly FactId[] => ONE_FACT[fact];

export const isUnknown = (holds: Holds): holds is readonly FactId[] => typeof holds === "object";

export const isTrue = (value: boolean | undefined, fact: FactId): Holds => value ?? lacks(fact);

export const isOneOf = <T>(value: T | undefined, values: ReadonlySet<T>, fact: FactId): Holds =>
  value === undefined ? lacks(fact) : values.has(value);

export const isAtLeast = (value: number | undefined, least: number, fact: FactId): Holds =>
  value === undefined ? lacks(fact) : value >= least;

const union = (a: readonly FactId[] | undefined, b: readonly FactId[]): readonly FactId[] =>
  a === undefined ? b : a.every((id) => b.includes(id)) ? b : [...a, ...b.filter((id) => !a.includes(id))];

/** False as soon as one is false, whatever is unknown; unknown asks for every fact that may still matter. */
export function all(...parts: Holds[]): Holds {
  let missing: readonly FactId[] | undefined;
  for (const part of parts) {
    if (part === false) return false;
    if (part !== true) missing = union(missing, part);
  }
  return missing ?? true;
}

/** As `all`, but unknown asks only for the first part that is not known: the next matters only if that holds. */
export function allInTurn(...parts: Holds[]): Holds {
  let missing: readonly FactId[] | undefined;
  for (const part of parts) {
    if (part === false) return false;
    if (part !== true) missing ??= part;
  }
  return missing ?? true;
}

/** True as soon as one is true, whatever is unknown. */
export function any(...parts: Holds[]): Holds {
  let missing: readonly FactId[] | undefined;
  for (const part of parts) {
    if (part === true) return true;
    if (part !== false) missing = union(missing, part);
  }
  return missing ?? false;
}

export const not = (holds: Holds): Holds => (isUnknown(holds) ? holds : !holds);

const ORDER = new Map<FactId, number>(FACTS.map((fact, index) => [fact.id, index]));

/** Each fact once, in the order of the table of facts. */
export function inOrderToAsk(facts: readonly FactId[]): readonly FactId[] {
  if (facts.length < 2) return facts;
  return [...new Set(facts)].sort((a, b) => (ORDER.get(a) ?? 0) - (ORDER.get(b) ?? 0));
}
