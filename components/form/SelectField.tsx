import type { ComponentProps } from "react";
import { Field, type FieldTexts } from "./Field";
import type { FieldWidth } from "./TextField";

export type SelectOption = { value: string; label: string; lang?: string };
export type SelectGroup = { label: string; options: SelectOption[] };

export type SelectFieldProps = FieldTexts &
  Omit<ComponentProps<"select">, "id" | "className" | "style" | "children"> & {
    name: string;
    options: (SelectOption | SelectGroup)[];
    /** First, empty line: "Choose". */
    placeholder?: string;
    width?: FieldWidth;
  };

const Option = ({ value, label, lang }: SelectOption) => (
  <option value={value} lang={lang}>
    {label}
  </option>
);

export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, note, asHeading, options, placeholder, width = "full", ...select } = props;
  return (
    <Field {...{ name: select.name, label, hint, error, note, asHeading }}>
      {(wiring) => (
        <select {...select} {...wiring} className="ds-input" data-width={width}>
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((entry) =>
            "options" in entry ? (
              <optgroup key={entry.label} label={entry.label}>
                {entry.options.map((option) => (
                  <Option key={option.value} {...option} />
                ))}
              </optgroup>
            ) : (
              <Option key={entry.value} {...entry} />
            ),
          )}
        </select>
      )}
    </Field>
  );
}
