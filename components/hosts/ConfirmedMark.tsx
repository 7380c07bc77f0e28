import type { ReactNode } from "react";

export type ConfirmedMarkProps = {
  /** Whether the person says the same; `open` where they have not answered. */
  state: "agrees" | "differs" | "unreadable" | "open" | "not-asked";
  children: ReactNode;
};

/** What a university says of an answer, beside it. */
export function ConfirmedMark({ state, children }: ConfirmedMarkProps) {
  return (
    <span className="confirmed" data-state={state}>
      <svg className="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle cx="12" cy="12" r="11" className="mark-fill" />
        <path
          d={state === "differs" ? "M6 9.5h12M6 14.5h12M15 6 9 18" : "m6.8 12.4 3.6 3.6 7-7.6"}
          className="mark-cut"
        />
      </svg>
      <span>{children}</span>
    </span>
  );
}
