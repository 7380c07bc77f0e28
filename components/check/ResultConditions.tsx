import type { ConditionCardProps } from "@/components/layout/ConditionCard";
import { ConditionList } from "@/components/layout/ConditionList";
import { cited } from "@/components/rules/cited";
import type { ConditionOutcome, ConditionState } from "@/lib/rules";
import type { CheckStrings } from "./check-strings";

/** What needs something done comes first; what is met, last. */
const ORDER: readonly ConditionState[] = ["not-met", "unknown", "later", "authority", "met"];
const FOLDED: readonly ConditionState[] = ["authority", "met"];

function Text({ outcome, strings }: { outcome: ConditionOutcome; strings: CheckStrings }) {
  const { id, state, reason, effect, expired } = outcome;
  const { result } = strings.words;
  const words = strings.conditions[id];
  const verdict = (reason && words?.reasons?.[reason]) || words?.states[state];
  return (
    <>
      <p>{words?.meaning}</p>
      <p>{state === "unknown" ? result.unknownText : verdict}</p>
      {state === "not-met" && effect === "may-refuse" ? <p>{result.mayRefuse}</p> : null}
      {expired && expired.length > 0 ? <p>{result.expired}</p> : null}
    </>
  );
}

function cardOf(outcome: ConditionOutcome, strings: CheckStrings): ConditionCardProps {
  const { id, state, cites } = outcome;
  const { result } = strings.words;
  const words = strings.conditions[id];
  const card: ConditionCardProps = {
    id: `condition-${id}`,
    state,
    stateText: result.states[state],
    title: words?.title ?? id,
    children: <Text outcome={outcome} strings={strings} />,
    citations: cited(cites),
    citationsLabel: result.cites,
    // What rests on the person's own answers stays open, also where only the authority can settle it.
    isFolded: FOLDED.includes(state) && !(state === "authority" && outcome.reason),
  };
  if (state === "not-met" && words?.todo) {
    card.action = <p>{words.todo}</p>;
    card.actionHeading = result.todo;
  }
  return card;
}

type ResultConditionsProps = { conditions: readonly ConditionOutcome[]; strings: CheckStrings };

/** Every condition with its state, what it means, what to do and where the law says so. */
export function ResultConditions({ conditions, strings }: ResultConditionsProps) {
  return ORDER.map((state) => {
    const group = conditions.filter((condition) => condition.state === state);
    if (group.length === 0) return null;
    return (
      <ConditionList
        key={state}
        heading={strings.words.result.groups[state]}
        conditions={group.map((outcome) => cardOf(outcome, strings))}
      />
    );
  });
}

/** How many conditions stand how. */
export function tallyOf(conditions: readonly ConditionOutcome[]): { state: ConditionState; count: number }[] {
  return ORDER.map((state) => ({
    state,
    count: conditions.filter((condition) => condition.state === state).length,
  })).filter(({ count }) => count > 0);
}
