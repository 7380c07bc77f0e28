import type { ConditionState } from "./assessment";
import type { Clause, PossibleCase } from "./clause";
import { type FactId, PERMIT_IDS } from "./facts";
import { PERMITS } from "./permits/register";
import type { ConditionId } from "./vocabulary";

/** A condition in a state, with the reason that tells the case from others of that state: what a message is for. */
export type ConditionCase = { id: ConditionId; state: ConditionState; reason?: string };

const APPLY_BEFORE_ENTRY: readonly PossibleCase[] = ["met", "not-met", "authority", "unknown"];

function caseOf(id: ConditionId, text: PossibleCase): ConditionCase {
  const space = text.indexOf(" ");
  if (space < 0) return { id, state: text as ConditionState };
  return { id, state: text.slice(0, space) as ConditionState, reason: text.slice(space + 1) };
}

/** Absent it is `first`: nothing is unknown for want of it. */
const isDefaulted = (fact: FactId) => fact === "kind";

/** `unknown` is not among a clause's own cases: it follows from what it asks for. */
const casesOf = ({ id, cases, asks }: Clause): ConditionCase[] =>
  [...cases, ...(asks.every(isDefaulted) ? [] : (["unknown"] as const))].map((text) => caseOf(id, text));

const all = [
  ...PERMIT_IDS.flatMap((id) => PERMITS[id].conditions).flatMap(casesOf),
  ...APPLY_BEFORE_ENTRY.map((text) => caseOf("apply-before-entry", text)),
];

/** Every case that a condition can be in, under any permit and edition, once. */
export const CONDITION_CASES: readonly ConditionCase[] = [
  ...new Map(all.map((entry) => [`${entry.id} ${entry.state} ${entry.reason ?? ""}`, entry])).values(),
];
