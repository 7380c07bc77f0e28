import type { ComponentProps } from "react";
import { Choice, type ChoiceOption } from "./Choice";
import type { FieldTexts } from "./Field";
import { FieldSet } from "./FieldSet";
import { optionId } from "./field-ids";

export type RadioFieldProps = FieldTexts &
  Omit<ComponentProps<"input">, "type" | "id" | "className" | "style" | "defaultChecked" | "children"> & {
    name: string;
    options: ChoiceOption[];
    defaultValue?: string;
    /** Side by side where there is room; for two short answers. */
    isInline?: boolean;
  };

export function RadioField(props: RadioFieldProps) {
  const { label, hint, error, note, asHeading, options, defaultValue, isInline, ...input } = props;
  return (
    <FieldSet {...{ name: input.name, label, hint, error, note, asHeading }} role="radiogroup">
      <div className={isInline ? "choices choices--inline" : "choices"}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            {...input}
            {...option}
            id={optionId(input.name, option.value, index)}
            type="radio"
            defaultChecked={option.value === defaultValue}
          />
        ))}
      </div>
    </FieldSet>
  );
}
