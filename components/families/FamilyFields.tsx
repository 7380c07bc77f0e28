import { getTranslations } from "next-intl/server";
import type { FormError } from "@/components/form/ErrorSummary";
import { FieldControl, type FieldStrings } from "@/components/steps/FieldControl";
import type { Field, RawAnswers } from "@/lib/flow/fields";
import type { FieldError } from "@/lib/flow/read-step";
import { sharedStrings } from "@/lib/i18n/field-strings";
import type { Locale } from "@/lib/i18n/locales";

/** Names of what can be chosen where they are not the same for everybody, by field and value. */
export type OptionNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

async function stringsOf(locale: Locale, field: Field, names: OptionNames): Promise<FieldStrings> {
  const t = await getTranslations({ locale, namespace: "families" });
  const key = `fields.${field.name}` as const;
  const strings: FieldStrings = { label: t(`${key}.label` as never) };
  if (t.has(`${key}.hint` as never)) strings.hint = t(`${key}.hint` as never);
  if (field.options) {
    strings.options = Object.fromEntries(
      field.options.map((value) => [
        value,
        names[field.name]?.[value] ?? t(`${key}.options.${value}` as never),
      ]),
    );
  }
  return strings;
}

/** What is wrong in a form, in words, in the order of its fields. */
export async function shownErrors(
  locale: Locale,
  errors: readonly FieldError[],
): Promise<(FormError & { message: string })[]> {
  const [t, texts] = await Promise.all([
    getTranslations({ locale, namespace: "families" }),
    getTranslations({ locale, namespace: "errors" }),
  ]);
  return errors.map(({ field, code }) => {
    const label = t(`fields.${field}.label` as never);
    return { field, message: texts(`fields.${code}`, { label }) };
  });
}

export type FamilyFieldsProps = {
  locale: Locale;
  fields: readonly Field[];
  raw: RawAnswers;
  errors: readonly { field: string; message: string }[];
  names?: OptionNames;
};

/** The fields of a form about a family, with what was typed before and what was wrong with it. */
export async function FamilyFields({ locale, fields, raw, errors, names = {} }: FamilyFieldsProps) {
  const [shared, ...strings] = await Promise.all([
    sharedStrings(locale, fields),
    ...fields.map((field) => stringsOf(locale, field, names)),
  ]);
  return fields.map((field, index) => (
    <FieldControl
      key={field.name}
      field={field}
      strings={strings[index] ?? { label: field.name }}
      shared={shared}
      value={raw[field.name]}
      error={errors.find((error) => error.field === field.name)?.message}
    />
  ));
}
