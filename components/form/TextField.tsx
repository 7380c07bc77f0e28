import type { ComponentProps, ReactNode } from "react";
import { Field, type FieldTexts } from "./Field";

export type TextFieldType = "text" | "email" | "tel" | "url" | "search" | "password";
/** Width in characters: it tells how much is expected. */
export type FieldWidth = 2 | 3 | 4 | 6 | 8 | 12 | 20 | 30 | "full";

export type TextFieldProps = FieldTexts &
  Omit<ComponentProps<"input">, "type" | "id" | "width" | "prefix" | "className" | "style"> & {
    name: string;
    type?: TextFieldType;
    width?: FieldWidth;
    /** Shown before and after what is written, as in "+" or "kr". */
    prefix?: ReactNode;
    suffix?: ReactNode;
  };

const isAlwaysLtr = (type: TextFieldType, inputMode?: string) =>
  type === "email" || type === "tel" || type === "url" || inputMode === "numeric" || inputMode === "decimal";

export function TextField({
  label,
  hint,
  error,
  note,
  asHeading,
  type = "text",
  width = "full",
  prefix,
  suffix,
  ...input
}: TextFieldProps) {
  const dir = input.dir ?? (isAlwaysLtr(type, input.inputMode) ? "ltr" : undefined);
  return (
    <Field {...{ name: input.name, label, hint, error, note, asHeading }}>
      {(wiring) => {
        const control = (
          <input {...input} {...wiring} type={type} dir={dir} className="ds-input" data-width={width} />
        );
        if (!prefix && !suffix) return control;
        return (
          <div className="affixed" dir={dir}>
            {prefix ? <span className="affix">{prefix}</span> : null}
            {control}
            {suffix ? <span className="affix">{suffix}</span> : null}
          </div>
        );
      }}
    </Field>
  );
}
