import type { ReactNode } from "react";
import { FieldError } from "./FieldError";
import { describedBy, hintId } from "./field-ids";
import { Hint } from "./Hint";

/** What every field says. All of it arrives translated. */
export type FieldTexts = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Shown beside the label, as in "(optional)". */
  note?: ReactNode;
  /** The label is the heading of the page: it becomes the h1. */
  asHeading?: boolean;
};

export type FieldWiring = ReturnType<typeof describedBy> & { id: string };

export type FieldProps = FieldTexts & {
  name: string;
  children: (wiring: FieldWiring) => ReactNode;
};

export function Field({ name, label, hint, error, note, asHeading, children }: FieldProps) {
  const text = (
    <label className={asHeading ? "field-label field-label--page" : "field-label"} htmlFor={name}>
      {label}
      {note ? <span className="field-note"> {note}</span> : null}
    </label>
  );
  return (
    <div className={error ? "field field--error" : "field"}>
      {asHeading ? <h1 className="field-heading">{text}</h1> : text}
      {hint ? <Hint id={hintId(name)}>{hint}</Hint> : null}
      <FieldError name={name}>{error}</FieldError>
      {children({ id: name, ...describedBy({ name, hint, error }) })}
    </div>
  );
}
