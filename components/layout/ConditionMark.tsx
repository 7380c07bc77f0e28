import type { ReactNode } from "react";

export type ConditionMarkState = "met" | "not-met" | "unknown" | "later" | "authority";

/** A silhouette for each state: disc, square, ring of dashes, clock, pillared house. */
const SHAPES: Record<ConditionMarkState, ReactNode> = {
  met: (
    <>
      <circle cx="12" cy="12" r="11" className="mark-fill" />
      <path d="m6.8 12.4 3.6 3.6 7-7.6" className="mark-cut" />
    </>
  ),
  "not-met": (
    <>
      <rect x="1.5" y="1.5" width="21" height="21" rx="3" className="mark-fill" />
      <path d="m7.5 7.5 9 9M16.5 7.5l-9 9" className="mark-cut" />
    </>
  ),
  unknown: (
    <>
      <circle cx="12" cy="12" r="10" className="mark-line mark-line--dashed" />
      <path d="M9.2 9.4a2.9 2.9 0 1 1 4.3 2.6c-1 .6-1.5 1.1-1.5 2.2M12 16.6v1" className="mark-line" />
    </>
  ),
  later: (
    <>
      <circle cx="12" cy="12" r="10" className="mark-line" />
      <path d="M12 6.2V12l4 2.6" className="mark-line" />
    </>
  ),
  authority: (
    <path d="M2.5 9 12 3l9.5 6ZM5.5 9v9.5M10 9v9.5M14 9v9.5M18.5 9v9.5M2.5 20.5h19" className="mark-line" />
  ),
};

export type ConditionMarkProps = { state: ConditionMarkState };

export function ConditionMark({ state }: ConditionMarkProps) {
  return (
    <svg className="mark" data-state={state} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {SHAPES[state]}
    </svg>
  );
}
