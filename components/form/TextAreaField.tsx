import type { ComponentProps } from "react";
import { Field, type FieldTexts } from "./Field";

export type TextAreaFieldProps = FieldTexts &
  Omit<ComponentProps<"textarea">, "id" | "className" | "style"> & { name: string };

export function TextAreaField({
  label,
  hint,
  error,
  note,
  asHeading,
  rows = 5,
  ...area
}: TextAreaFieldProps) {
  return (
    <Field {...{ name: area.name, label, hint, error, note, asHeading }}>
      {(wiring) => <textarea {...area} {...wiring} rows={rows} className="ds-input" data-width="full" />}
    </Field>
  );
}
