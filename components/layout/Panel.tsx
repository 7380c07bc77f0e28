import type { ReactNode } from "react";

export type PanelProps = {
  /** The h1 of the page. */
  heading: ReactNode;
  /** What the reference is called, and the reference. */
  referenceLabel?: ReactNode;
  reference?: ReactNode;
  children?: ReactNode;
};

/** Tells that it is done: the receipt. */
export function Panel({ heading, referenceLabel, reference, children }: PanelProps) {
  return (
    <div className="panel">
      <svg className="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle cx="12" cy="12" r="11" className="mark-fill" />
        <path d="m6.8 12.4 3.6 3.6 7-7.6" className="mark-cut" />
      </svg>
      <h1>{heading}</h1>
      {reference ? (
        <p className="panel__reference">
          {referenceLabel}
          <strong dir="ltr">{reference}</strong>
        </p>
      ) : null}
      {children}
    </div>
  );
}
