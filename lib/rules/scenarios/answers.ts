import { assess } from "../assess";
import type { ConditionOutcome } from "../assessment";
import { EDITIONS, type EditionId } from "../editions";
import type { Facts } from "../facts";
import type { ConditionId } from "../vocabulary";

export const WITH_BILL: readonly EditionId[] = EDITIONS.map(({ id }) => id);

export const LEFT_OUT = "left out";

export const conditionOf = (
  facts: Facts,
  id: ConditionId,
  editions?: readonly EditionId[],
): ConditionOutcome | undefined =>
  assess(facts, { editions }).conditions.find((condition) => condition.id === id);

/** The state with its reason, "not-met part-time", or that the condition is left out. */
export function stateOf(facts: Facts, id: ConditionId, editions?: readonly EditionId[]): string {
  const condition = conditionOf(facts, id, editions);
  if (condition === undefined) return LEFT_OUT;
  return condition.reason === undefined ? condition.state : `${condition.state} ${condition.reason}`;
}

export const missingOf = (facts: Facts, id: ConditionId) => conditionOf(facts, id)?.missing;

/** The state and the first citation. */
export function fromSweden(facts: Facts, editions?: readonly EditionId[]): [string, string | undefined] {
  const { state, cites } = assess(facts, { editions }).applyFromSweden;
  return [state, cites[0]];
}
