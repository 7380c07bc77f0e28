import type { ReactNode } from "react";
import { ConditionCard, type ConditionCardProps } from "./ConditionCard";

export type ConditionListProps = {
  conditions: readonly ConditionCardProps[];
  heading?: ReactNode;
  intro?: ReactNode;
};

export function ConditionList({ conditions, heading, intro }: ConditionListProps) {
  return (
    <section className="condition-part">
      {heading ? <h2>{heading}</h2> : null}
      {intro ? <p>{intro}</p> : null}
      <ul className="conditions">
        {conditions.map((condition) => (
          <ConditionCard key={condition.id} {...condition} />
        ))}
      </ul>
    </section>
  );
}
