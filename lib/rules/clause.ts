import type { Citation, ConditionOutcome, ConditionState, Effect } from "./assessment";
import type { Case } from "./case";
import type { Dated } from "./editions";
import type { FactId } from "./facts";
import { type Holds, inOrderToAsk, isUnknown } from "./logic";
import type { ConditionId } from "./vocabulary";

/** How a clause turns out. `effect` where the clause has more than one. */
export type Verdict = {
  state: ConditionState;
  missing: readonly FactId[];
  reason?: string;
  effect?: Effect;
  expired?: readonly string[];
  carriedOver?: readonly string[];
};

const NONE: readonly FactId[] = [];

export const MET: Verdict = { state: "met", missing: NONE };
export const NOT_MET: Verdict = { state: "not-met", missing: NONE };
export const AUTHORITY: Verdict = { state: "authority", missing: NONE };
export const LATER: Verdict = { state: "later", missing: NONE };

export const met = (reason: string): Verdict => ({ ...MET, reason });
export const notMet = (reason: string, effect?: Effect): Verdict => ({ ...NOT_MET, reason, effect });
export const authority = (reason: string): Verdict => ({ ...AUTHORITY, reason });
export const unknown = (missing: readonly FactId[]): Verdict => ({ state: "unknown", missing });

export const onlyTheAuthority = () => AUTHORITY;

export const verdict = (holds: Holds, otherwise: Verdict = NOT_MET): Verdict =>
  isUnknown(holds) ? unknown(holds) : holds ? MET : otherwise;

/** Lifts what is not met, where it holds. The ones that give `met` stand before those that give `authority`. */
export type Exception = Dated & {
  cites: readonly Citation[];
  asks: readonly FactId[];
  gives: Verdict;
  holds: (c: Case) => Holds;
};

/** A state that the clause can have, with the reason that tells it from others of the same state. */
export type PossibleCase = ConditionState | `${ConditionState} ${string}`;

/** One clause of a statute. Where `applies` is false the condition is left out, where it is unknown so is the condition. */
export type Clause = Dated & {
  id: ConditionId;
  cites: readonly Citation[];
  effect: Effect;
  asks: readonly FactId[];
  /** Every case but `unknown`. */
  cases: readonly PossibleCase[];
  applies?: (c: Case) => Holds;
  test: (c: Case) => Verdict;
  exceptions?: readonly Exception[];
};

/** A way to apply although one is in Sweden already. */
export type Ground = Dated & {
  id: string;
  cites: readonly Citation[];
  asks: readonly FactId[];
  gives: "allowed" | "authority";
  holds: (c: Case) => Holds;
};

/** Whether an exception changes the verdict; `null` where none does. */
function throughException(clause: Clause, first: Verdict, c: Case): ConditionOutcome | null {
  let missing: readonly FactId[] | undefined;
  for (const exception of clause.exceptions ?? []) {
    // Only what gives `met` settles a test that is itself not known: with `authority` the test may still be met.
    if (first.state === "unknown" && exception.gives.state !== "met") continue;
    const holds = exception.holds(c);
    if (isUnknown(holds)) missing = missing === undefined ? holds : [...missing, ...holds];
    else if (holds && missing === undefined) return outcomeOf(clause, exception.gives, exception.cites);
  }
  if (first.state === "unknown" || missing === undefined) return null;
  return outcomeOf(clause, unknown(missing));
}

function outcomeOf(clause: Clause, v: Verdict, through?: readonly Citation[]): ConditionOutcome {
  const outcome: ConditionOutcome = {
    id: clause.id,
    state: v.state,
    effect: v.effect ?? clause.effect,
    cites: through === undefined ? clause.cites : [...clause.cites, ...through],
    missing: inOrderToAsk(v.missing),
  };
  if (v.reason !== undefined) outcome.reason = v.reason;
  if (v.expired !== undefined) outcome.expired = v.expired;
  if (v.carriedOver !== undefined) outcome.carriedOver = v.carriedOver;
  return outcome;
}

/** How the clause stands in the case, or `null` where it does not apply. */
export function evaluate(clause: Clause, c: Case): ConditionOutcome | null {
  const applies = clause.applies === undefined || clause.applies(c);
  if (applies === false) return null;
  const first = clause.test(c);
  if (applies !== true) {
    return outcomeOf(clause, unknown(first.state === "unknown" ? [...applies, ...first.missing] : applies));
  }
  if (clause.exceptions !== undefined && (first.state === "not-met" || first.state === "unknown")) {
    return throughException(clause, first, c) ?? outcomeOf(clause, first);
  }
  return outcomeOf(clause, first);
}
