import type { UseFormRegister } from "react-hook-form";
import { Button } from "@/components/form/Button";
import { Card } from "@/components/layout/Card";
import type { Field, RawAnswers } from "@/lib/flow/fields";
import { FieldControl, type FieldStrings, type FormStrings } from "./FieldControl";

export type FieldRow = { heading: string; names: readonly string[] };

export type MoreRows = { label: string; rows: number };

type StepFieldsProps = {
  fields: readonly Field[];
  /** Fields of a table, a row each under its heading. */
  rows?: readonly FieldRow[] | undefined;
  /** A button that asks for more rows. */
  more?: MoreRows | undefined;
  strings: Record<string, FieldStrings>;
  shared: FormStrings;
  raw: RawAnswers;
  messages: readonly { field: string; message: string }[];
  register: UseFormRegister<RawAnswers>;
};

/** The fields of a step, those of a table in cards. */ export function StepFields(props: StepFieldsProps) {
  const { fields, rows = [], more, strings, shared, raw, messages, register } = props;
  const inRows = new Set(rows.flatMap(({ names }) => names));
  const control = (field: Field) => (
    <FieldControl
      key={field.name}
      isInRow={inRows.has(field.name)}
      field={field}
      strings={strings[field.name] ?? { label: field.name }}
      shared={shared}
      value={raw[field.name]}
      error={messages.find((message) => message.field === field.name)?.message}
      register={register}
    />
  );
  return (
    <>
      {rows.length > 0 ? (
        <div className="card-list">
          {rows.map(({ heading, names }) => (
            <Card key={heading} heading={heading}>
              <div className="stack">{fields.filter(({ name }) => names.includes(name)).map(control)}</div>
            </Card>
          ))}
        </div>
      ) : null}
      {more ? (
        <p>
          <Button name="then" value={`rows:${more.rows}`} variant="secondary">
            {more.label}
          </Button>
        </p>
      ) : null}
      {fields.filter(({ name }) => !inRows.has(name)).map(control)}
    </>
  );
}
