import type { ReactNode } from "react";

export type NoticeKind = "info" | "warning" | "error" | "success";

export type NoticeProps = {
  kind?: NoticeKind;
  heading?: ReactNode;
  headingLevel?: 2 | 3 | 4;
  children?: ReactNode;
  /** Came up after the page was shown: is read out. */
  isLive?: boolean;
};

const SHAPES: Record<NoticeKind, ReactNode> = {
  info: (
    <>
      <circle cx="12" cy="12" r="11" className="mark-fill" />
      <path d="M12 10.8v6.4M12 6.6v1" className="mark-cut" />
    </>
  ),
  warning: (
    <>
      <path d="M12 1.5 23.5 22H.5Z" className="mark-fill" />
      <path d="M12 9v6M12 17.8v1" className="mark-cut" />
    </>
  ),
  error: (
    <>
      <path d="M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4Z" className="mark-fill" />
      <path d="m8 8 8 8M16 8l-8 8" className="mark-cut" />
    </>
  ),
  success: (
    <>
      <circle cx="12" cy="12" r="11" className="mark-fill" />
      <path d="m6.8 12.4 3.6 3.6 7-7.6" className="mark-cut" />
    </>
  ),
};

export function Notice({ kind = "info", heading, headingLevel = 2, children, isLive }: NoticeProps) {
  const Heading = `h${headingLevel}` as const;
  const role = isLive ? (kind === "error" ? "alert" : "status") : undefined;
  return (
    <div className="notice" data-kind={kind} role={role}>
      <svg className="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {SHAPES[kind]}
      </svg>
      <div className="notice__body">
        {heading ? <Heading className="notice__heading">{heading}</Heading> : null}
        {children}
      </div>
    </div>
  );
}
