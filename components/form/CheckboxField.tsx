import type { ComponentProps, ReactNode } from "react";
import { Choice } from "./Choice";
import { FieldError } from "./FieldError";
import { describedBy } from "./field-ids";

export type CheckboxFieldProps = Omit<
  ComponentProps<"input">,
  "type" | "id" | "className" | "style" | "children"
> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  reveal?: ReactNode;
};

/** A single yes: a declaration, a consent. */
export function CheckboxField({ label, hint, error, reveal, ...input }: CheckboxFieldProps) {
  return (
    <div className={error ? "field field--error" : "field"}>
      <FieldError name={input.name}>{error}</FieldError>
      <div className="choices">
        <Choice
          {...input}
          {...describedBy({ name: input.name, error })}
          {...{ label, hint, reveal }}
          id={input.name}
          type="checkbox"
        />
      </div>
    </div>
  );
}
