import { getTranslations } from "next-intl/server";
import { FieldControl } from "@/components/steps/FieldControl";
import type { Field } from "@/lib/flow/fields";
import { sharedStrings } from "@/lib/i18n/field-strings";
import { LOCALES, type Locale, localeName } from "@/lib/i18n/locales";
import type { FormState } from "./form-state";

type FormFieldsProps = {
  fields: readonly Field[];
  state: FormState;
  /** What stands there as long as nothing was typed. */
  before?: Readonly<Record<string, string>>;
  locale: Locale;
};

/** The names of what is chosen from: languages by their own names, permits by those that people know. */
async function optionsOf({ name, options }: Field, locale: Locale): Promise<Record<string, string>> {
  if (name === "language") return Object.fromEntries(LOCALES.map((one) => [one, localeName(one)]));
  const t = await getTranslations({ locale, namespace: "permits" });
  return Object.fromEntries((options ?? []).map((value) => [value, t(`${value}.name` as never)]));
}

async function stringsOf(field: Field, locale: Locale) {
  const t = await getTranslations({ locale, namespace: "representatives" });
  const key = `fields.${field.name}`;
  return {
    label: t(`${key}.label` as never),
    ...(t.has(`${key}.hint` as never) && { hint: t(`${key}.hint` as never) }),
    ...(field.options && { options: await optionsOf(field, locale) }),
  };
}

/** The fields of a form about a representative, with what was typed before and what was wrong with it. */
export async function FormFields({ fields, state, before = {}, locale }: FormFieldsProps) {
  const [shared, strings] = await Promise.all([
    sharedStrings(locale, fields),
    Promise.all(fields.map((field) => stringsOf(field, locale))),
  ]);
  return fields.map((field, index) => (
    <FieldControl
      key={field.name}
      field={field}
      strings={strings[index] ?? { label: field.name }}
      shared={shared}
      value={state.raw[field.name] ?? before[field.name]}
      error={state.errors.find((error) => error.field === field.name)?.message}
    />
  ));
}
