import type { ReactNode } from "react";
import { Citation } from "./Citation";
import { ConditionMark, type ConditionMarkState } from "./ConditionMark";

export type CitationLink = { label: string; href?: string };

export type ConditionCardProps = {
  id: string;
  state: ConditionMarkState;
  /** The state in a word or two: "Met", "Only the authority can decide". */
  stateText: ReactNode;
  title: ReactNode;
  headingLevel?: 2 | 3 | 4;
  /** In plain words what it means for this person. */
  children?: ReactNode;
  /** What to do, and the words above it. */
  action?: ReactNode;
  actionHeading?: ReactNode;
  citations?: readonly CitationLink[];
  citationsLabel?: ReactNode;
  /** Shows the title and the state and opens for the rest; for what is already met. */
  isFolded?: boolean;
};

function Body({ children, action, actionHeading, citations = [], citationsLabel }: ConditionCardProps) {
  return (
    <div className="condition__body">
      {children}
      {action ? (
        <div className="condition__action">
          {actionHeading ? <p className="condition__action-heading">{actionHeading}</p> : null}
          {action}
        </div>
      ) : null}
      {citations.length > 0 ? (
        <p className="condition__citations">
          {citationsLabel ? <span>{citationsLabel}</span> : null}
          {citations.map(({ label, href }) => (
            <Citation key={label} href={href}>
              {label}
            </Citation>
          ))}
        </p>
      ) : null}
    </div>
  );
}

export function ConditionCard(props: ConditionCardProps) {
  const { id, state, stateText, title, headingLevel = 3, isFolded } = props;
  const Heading = `h${headingLevel}` as const;
  const head = (
    <>
      <ConditionMark state={state} />
      <Heading className="condition__title">{title}</Heading>
      <span className="condition__state">{stateText}</span>
    </>
  );
  return (
    <li className="condition" data-state={state} id={id}>
      {isFolded ? (
        <details>
          <summary className="condition__head">{head}</summary>
          <Body {...props} />
        </details>
      ) : (
        <>
          <div className="condition__head">{head}</div>
          <Body {...props} />
        </>
      )}
    </li>
  );
}
