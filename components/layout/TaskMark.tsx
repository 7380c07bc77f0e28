import type { ReactNode } from "react";

export type TaskStatus = "done" | "to-do" | "unfinished" | "not-needed" | "cannot-start";

/** A shape for each status, so that none is told by colour alone. */
const SHAPES: Record<TaskStatus, ReactNode> = {
  done: (
    <>
      <circle cx="12" cy="12" r="11" className="mark-fill" />
      <path d="m6.8 12.4 3.6 3.6 7-7.6" className="mark-cut" />
    </>
  ),
  "to-do": <circle cx="12" cy="12" r="10" className="mark-line" />,
  unfinished: (
    <>
      <circle cx="12" cy="12" r="10" className="mark-line" />
      <path d="M12 2a10 10 0 0 1 0 20Z" className="mark-fill" />
    </>
  ),
  "not-needed": <path d="M6 12h12" className="mark-line" />,
  "cannot-start": (
    <>
      <rect x="5.5" y="10.5" width="13" height="9.5" rx="1.5" className="mark-line" />
      <path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" className="mark-line" />
    </>
  ),
};

export type TaskMarkProps = { status: TaskStatus };

export function TaskMark({ status }: TaskMarkProps) {
  return (
    <svg className="mark" data-status={status} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {SHAPES[status]}
    </svg>
  );
}
