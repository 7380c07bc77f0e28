import type { ReactNode } from "react";
import type { UseFormRegister } from "react-hook-form";
import { CheckboxField } from "@/components/form/CheckboxField";
import { DateField, type DatePart } from "@/components/form/DateField";
import type { FieldTexts } from "@/components/form/Field";
import { MoneyField } from "@/components/form/MoneyField";
import { RadioField } from "@/components/form/RadioField";
import { SelectField } from "@/components/form/SelectField";
import { TextAreaField } from "@/components/form/TextAreaField";
import { TextField } from "@/components/form/TextField";
import type { Field, RawAnswers, RawValue } from "@/lib/flow/fields";

/** The words of one field, translated. */
export type FieldStrings = {
  label: string;
  hint?: string;
  options?: Record<string, string>;
  /** The label where it stands alone, as in a list of faults. */
  aloneLabel?: string;
  /** What somebody else says of the answer. */
  mark?: ReactNode;
};

/** The words that all fields share. */
export type FormStrings = Record<"yes" | "no" | "day" | "month" | "year" | "optional" | "choose", string> & {
  /** Code and name, in the order of the language; only where a country is asked for. */
  countries?: readonly (readonly [string, string])[];
  /** Names to choose from where a name may also be typed freely. */
  institutions?: readonly string[];
};

export type FieldControlProps = {
  field: Field;
  strings: FieldStrings;
  shared: FormStrings;
  value?: RawValue | undefined;
  error?: string | undefined;
  asHeading?: boolean;
  /** In a row that may be left empty, where nothing is marked as voluntary. */
  isInRow?: boolean;
  register?: UseFormRegister<RawAnswers> | undefined;
};

const PARTS: readonly DatePart[] = ["day", "month", "year"];

type Texts = FieldTexts & { name: string };

function dateInputs({ field, register }: FieldControlProps) {
  const input = (part: DatePart) => {
    const name = `${field.name}.${part}`;
    return register ? register(name as never) : { name };
  };
  return Object.fromEntries(PARTS.map((part) => [part, input(part)]));
}

function choices({ field, strings, shared }: FieldControlProps) {
  if (field.kind === "yes-no") {
    return [
      { value: "yes", label: shared.yes },
      { value: "no", label: shared.no },
    ];
  }
  return (field.options ?? []).map((value) => ({ value, label: strings.options?.[value] ?? value }));
}

const LONG_LIST = 8;

function Control(props: FieldControlProps & { texts: Texts }) {
  const { field, shared, value, register, texts } = props;
  const text = typeof value === "string" ? value : undefined;
  const wired = { ...register?.(field.name), ...texts, defaultValue: text };
  switch (field.kind) {
    case "date": {
      const defaultValue = typeof value === "object" ? value : undefined;
      const autoComplete = field.autocomplete === "bday" ? "bday" : undefined;
      const partLabels = { day: shared.day, month: shared.month, year: shared.year };
      return (
        <DateField {...texts} {...{ defaultValue, autoComplete, partLabels }} inputs={dateInputs(props)} />
      );
    }
    case "choice":
      if (field.options?.length === 1) {
        const [only] = field.options;
        return (
          <CheckboxField {...register?.(field.name)} {...texts} value={only} defaultChecked={text === only} />
        );
      }
      if ((field.options?.length ?? 0) > LONG_LIST) {
        const options = choices(props).map(({ value, label }) => ({ value, label: String(label) }));
        return <SelectField {...wired} options={options} placeholder={shared.choose} />;
      }
      return <RadioField {...wired} options={choices(props)} />;
    case "yes-no":
      return <RadioField {...wired} options={choices(props)} isInline />;
    case "country": {
      const options = (shared.countries ?? []).map(([value, label]) => ({ value, label }));
      return (
        <SelectField
          {...wired}
          options={options}
          placeholder={shared.choose}
          autoComplete={field.autocomplete}
        />
      );
    }
    case "confirm":
      return (
        <CheckboxField {...register?.(field.name)} {...texts} value="on" defaultChecked={text === "on"} />
      );
    case "money":
      return <MoneyField {...wired} currency="kr" />;
    case "number":
      return (
        <TextField
          {...wired}
          inputMode={field.decimals ? "decimal" : "numeric"}
          width={6}
          autoComplete="off"
        />
      );
    case "long-text":
      return <TextAreaField {...wired} rows={5} />;
    default:
      return <TextControl {...props} />;
  }
}

const TEXT_TYPES = { email: "email", phone: "tel" } as const;
const WIDTHS = { postcode: 8, apartment: 6, "passport-number": 12 } as const;

function TextControl({ field, shared, value, register, texts }: FieldControlProps & { texts: Texts }) {
  const type = field.kind === "email" || field.kind === "phone" ? TEXT_TYPES[field.kind] : "text";
  const names = field.kind === "institution" ? shared.institutions : undefined;
  return (
    <>
      <TextField
        {...register?.(field.name)}
        {...texts}
        type={type}
        width={field.format ? WIDTHS[field.format] : "full"}
        dir={field.format ? "ltr" : type === "text" ? "auto" : undefined}
        defaultValue={typeof value === "string" ? value : undefined}
        autoComplete={field.autocomplete ?? "off"}
        list={names ? `${field.name}-names` : undefined}
      />
      {names ? (
        <datalist id={`${field.name}-names`}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

/** One field of a step or a question. Where it depends on another, CSS made by `revealRules` shows and hides it. */
export function FieldControl(props: FieldControlProps) {
  const { field, strings, shared, error, asHeading, isInRow } = props;
  const texts: Texts = { name: field.name, label: strings.label };
  if (strings.hint || strings.mark)
    texts.hint = (
      <>
        {strings.hint}
        {strings.mark}
      </>
    );
  if (error) texts.error = error;
  if (asHeading) texts.asHeading = true;
  if (field.optional && !isInRow) texts.note = shared.optional;
  const control = <Control {...props} texts={texts} />;
  return field.when ? <div data-when={field.name}>{control}</div> : control;
}
