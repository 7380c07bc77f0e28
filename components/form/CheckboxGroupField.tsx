import type { ComponentProps } from "react";
import { Choice, type ChoiceOption } from "./Choice";
import type { FieldTexts } from "./Field";
import { FieldSet } from "./FieldSet";
import { optionId } from "./field-ids";

export type CheckboxGroupFieldProps = FieldTexts &
  Omit<
    ComponentProps<"input">,
    "type" | "id" | "className" | "style" | "defaultChecked" | "defaultValue" | "children"
  > & {
    name: string;
    options: ChoiceOption[];
    defaultValue?: readonly string[];
  };

export function CheckboxGroupField(props: CheckboxGroupFieldProps) {
  const { label, hint, error, note, asHeading, options, defaultValue = [], ...input } = props;
  return (
    <FieldSet {...{ name: input.name, label, hint, error, note, asHeading }}>
      <div className="choices">
        {options.map((option, index) => (
          <Choice
            key={option.value}
            {...input}
            {...option}
            id={optionId(input.name, option.value, index)}
            type="checkbox"
            defaultChecked={defaultValue.includes(option.value)}
            aria-invalid={error ? true : undefined}
          />
        ))}
      </div>
    </FieldSet>
  );
}
