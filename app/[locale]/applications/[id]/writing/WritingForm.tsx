import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "@/components/form/Button";
import { TextAreaField } from "@/components/form/TextAreaField";
import { typedBefore } from "@/lib/applications/typed-answers";
import type { Locale } from "@/lib/i18n/locales";
import { postedText } from "./posted-text";

type WritingFormProps = {
  form: string;
  applicationId: string;
  action: ComponentProps<"form">["action"];
  /** The page itself. */
  page: string;
  /** Further hidden values. */
  values?: Record<string, string>;
  label: string;
  hint?: string;
  submit: string;
  locale: Locale;
  children?: ReactNode;
};

/** A form for something in the person's own words. What was not taken stands there again. */
export async function WritingForm(props: WritingFormProps) {
  const { form, applicationId, action, page, values = {}, label, hint, submit, locale, children } = props;
  const [t, posted, typed] = await Promise.all([
    getTranslations({ locale, namespace: "writing" }),
    postedText.take(),
    typedBefore(applicationId, form),
  ]);
  const own = posted?.form === form ? posted : undefined;
  const before = typeof typed?.text === "string" ? typed.text : "";
  return (
    <form action={action} noValidate className="stack">
      {Object.entries({ ...values, application: applicationId, locale, key: randomUUID() }).map(
        ([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      {children}
      <TextAreaField
        name={form}
        label={label}
        rows={8}
        defaultValue={own?.text ?? before}
        {...(hint && { hint })}
        {...(own && { error: t(`errors.${own.code}` as never, own.params as never) })}
      />
      <Button formAction={page}>{submit}</Button>
    </form>
  );
}
