import type { ReactNode } from "react";
import type { FieldTexts } from "./Field";
import { FieldError } from "./FieldError";
import { describedBy, hintId } from "./field-ids";
import { Hint } from "./Hint";

export type FieldSetProps = FieldTexts & {
  name: string;
  role?: "group" | "radiogroup";
  children: ReactNode;
};

/** The field of several controls under one question: choices, a date. */
export function FieldSet({ name, label, hint, error, note, asHeading, role, children }: FieldSetProps) {
  const text = (
    <>
      {label}
      {note ? <span className="field-note"> {note}</span> : null}
    </>
  );
  const described = describedBy({ name, hint, error });
  return (
    <fieldset
      className={error ? "field field--error" : "field"}
      role={role}
      aria-describedby={described["aria-describedby"]}
      // The attribute is not allowed on a plain group.
      aria-invalid={role === "radiogroup" ? described["aria-invalid"] : undefined}
    >
      <legend className={asHeading ? "field-label field-label--page" : "field-label"}>
        {asHeading ? <h1 className="field-heading">{text}</h1> : text}
      </legend>
      {hint ? <Hint id={hintId(name)}>{hint}</Hint> : null}
      <FieldError name={name}>{error}</FieldError>
      {children}
    </fieldset>
  );
}
