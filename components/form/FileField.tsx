import type { ComponentProps } from "react";
import { Field, type FieldTexts } from "./Field";

export type FileFieldProps = FieldTexts &
  Omit<ComponentProps<"input">, "type" | "id" | "className" | "style"> & { name: string };

export function FileField({ label, hint, error, note, asHeading, ...input }: FileFieldProps) {
  return (
    <Field {...{ name: input.name, label, hint, error, note, asHeading }}>
      {(wiring) => <input {...input} {...wiring} type="file" className="file-input" />}
    </Field>
  );
}
