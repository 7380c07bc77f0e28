import type { ComponentProps } from "react";
import type { FieldTexts } from "./Field";
import { FieldSet } from "./FieldSet";

export type DatePart = "day" | "month" | "year";
export type DateFieldProps = FieldTexts & {
  /** The parts are sent as `${name}-day`, `${name}-month` and `${name}-year`. */
  name: string;
  partLabels: Record<DatePart, string>;
  defaultValue?: Partial<Record<DatePart, string>>;
  order?: readonly [DatePart, DatePart, DatePart];
  /** Which parts are wrong; all of them when there is an error and this is absent. */
  invalidParts?: readonly DatePart[];
  autoComplete?: "bday";
  /** What a form library registers for each part. */
  inputs?: Partial<Record<DatePart, ComponentProps<"input">>>;
};

const DAY_FIRST = ["day", "month", "year"] as const;
const ALL_PARTS: readonly DatePart[] = DAY_FIRST;

export function DateField(props: DateFieldProps) {
  const { name, error, partLabels, defaultValue, order = DAY_FIRST, autoComplete, inputs } = props;
  const { label, hint, note, asHeading, invalidParts = ALL_PARTS } = props;
  return (
    <FieldSet {...{ name, label, hint, error, note, asHeading }} role="group">
      <div className="date">
        {order.map((part, index) => {
          // The first part carries the field's own id: that is where an error summary leads.
          const id = index === 0 ? name : `${name}-${part}`;
          return (
            <div className="date__part" key={part}>
              <label htmlFor={id}>{partLabels[part]}</label>
              <input
                name={`${name}-${part}`}
                defaultValue={defaultValue?.[part]}
                {...inputs?.[part]}
                id={id}
                type="text"
                inputMode="numeric"
                dir="ltr"
                autoComplete={autoComplete ? `${autoComplete}-${part}` : "off"}
                aria-invalid={error && invalidParts.includes(part) ? true : undefined}
                className="ds-input"
                data-width={part === "year" ? 4 : 2}
              />
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}
