import type { ReactNode } from "react";

export type PathYear = {
  id: string;
  /** "Year 1", "2027–2028". */
  when: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  /** How the time counts: fully, in part or not; drawn as a full, half or empty band. */
  counts?: "full" | "half" | "none";
  isHere?: boolean;
  /** Where the path leads: the permanent permit. */
  isGoal?: boolean;
};

export type PathTimelineProps = { label: string; years: readonly PathYear[]; hereText?: ReactNode };

export function PathTimeline({ label, years, hereText }: PathTimelineProps) {
  return (
    <ol className="path" aria-label={label}>
      {years.map(({ id, when, title, detail, counts = "full", isHere, isGoal }) => (
        <li
          key={id}
          data-counts={counts}
          data-here={isHere || undefined}
          data-goal={isGoal || undefined}
          aria-current={isHere ? "step" : undefined}
        >
          <span className="path__when">{when}</span>
          <div className="path__text">
            {isHere && hereText ? <span className="journey__here">{hereText}</span> : null}
            <span className="path__title">{title}</span>
            {detail ? <span className="path__detail">{detail}</span> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
