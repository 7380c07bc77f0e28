import type { ReactNode } from "react";

export type JourneyStop = {
  id: string;
  title: ReactNode;
  detail?: ReactNode;
  state: "done" | "here" | "ahead";
};

export type JourneyLineProps = {
  /** Names the list for those who hear it. */
  label: string;
  stops: readonly JourneyStop[];
  /** "You are here". */
  hereText: ReactNode;
  /** Said, not shown, at stops that are behind. */
  doneText?: ReactNode;
};

const StopMark = ({ state }: Pick<JourneyStop, "state">) => (
  <svg className="stop-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="9" />
    {state === "done" ? <path d="m7.600 12.300 3.100 3.100 5.700-6.200" /> : null}
    {state === "here" ? <circle cx="12" cy="12" r="4" className="stop-mark__here" /> : null}
  </svg>
);

/** The way of an application, from the check to the permit. Stops with details always stand under each other. */
export function JourneyLine({ label, stops, hereText, doneText }: JourneyLineProps) {
  const isLine = stops.every(({ detail }) => !detail);
  return (
    <ol className={isLine ? "journey journey--line" : "journey"} aria-label={label}>
      {stops.map(({ id, title, detail, state }) => (
        <li key={id} data-state={state} aria-current={state === "here" ? "step" : undefined}>
          <StopMark state={state} />
          <div className="journey__text">
            {state === "here" ? <span className="journey__here">{hereText}</span> : null}
            <span className="journey__title">{title}</span>
            {state === "done" && doneText ? <span className="sr-only"> ({doneText})</span> : null}
            {detail ? <span className="journey__detail">{detail}</span> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
