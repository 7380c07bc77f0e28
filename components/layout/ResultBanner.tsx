import type { ReactNode } from "react";
import { ConditionMark, type ConditionMarkState } from "./ConditionMark";

export type ResultOutcome = "eligible" | "at-risk" | "not-eligible" | "undetermined" | "permit-not-needed";

export type ResultBannerProps = {
  outcome: ResultOutcome;
  caption?: ReactNode;
  /** The h1 of the page. */
  heading: ReactNode;
  /** What it means, and that it is not a decision. */
  children?: ReactNode;
  /** How many conditions stand how, one short phrase each. */
  tally?: readonly { state: ConditionMarkState; text: ReactNode }[];
};

const SHAPES: Record<ResultOutcome, ReactNode> = {
  eligible: <path d="m13 25 8 8 15-17" className="mark-line" />,
  "at-risk": <path d="M24 12v16M24 33.5V36" className="mark-line" />,
  "not-eligible": <path d="m15 15 18 18M33 15 15 33" className="mark-line" />,
  undetermined: (
    <path d="M18 19a6.2 6.2 0 1 1 9.2 5.4C25 25.6 24 26.800 24 29.300M24 34.200v2" className="mark-line" />
  ),
  "permit-not-needed": <path d="M11 24h24M26 15l9 9-9 9" className="mark-line points-along" />,
};

const FRAMES: Record<ResultOutcome, ReactNode> = {
  eligible: <circle cx="24" cy="24" r="22" className="mark-line" />,
  "at-risk": <path d="M24 3 46 44H2Z" className="mark-line" />,
  "not-eligible": <rect x="3" y="3" width="42" height="42" rx="6" className="mark-line" />,
  undetermined: <circle cx="24" cy="24" r="22" className="mark-line mark-line--dashed" />,
  "permit-not-needed": <circle cx="24" cy="24" r="22" className="mark-line" />,
};

export function ResultBanner({ outcome, caption, heading, children, tally = [] }: ResultBannerProps) {
  return (
    <div className="result" data-outcome={outcome}>
      <svg className="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        {FRAMES[outcome]}
        {SHAPES[outcome]}
      </svg>
      <div className="result__body">
        {caption ? <p className="page-heading__caption">{caption}</p> : null}
        <h1>{heading}</h1>
        {children}
        {tally.length > 0 ? (
          <ul className="result__tally">
            {tally.map(({ state, text }) => (
              <li key={state}>
                <ConditionMark state={state} />
                {text}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
