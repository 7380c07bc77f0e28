import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { CheckboxGroupField } from "@/components/form/CheckboxGroupField";
import { ErrorSummary, type FormError } from "@/components/form/ErrorSummary";
import { FieldControl } from "@/components/steps/FieldControl";
import { revealRules } from "@/components/steps/reveal-rules";
import { ADDRESS_FIELDS } from "@/lib/addresses/address-form";
import type { FieldError } from "@/lib/flow/read-step";
import { fieldStrings, sharedStrings } from "@/lib/i18n/field-strings";
import type { Locale } from "@/lib/i18n/locales";
import { tellAddressAction } from "./address-actions";
import type { PostedAddress } from "./posted-address";

export type AddressFormProps = {
  applicationId: string;
  locale: Locale;
  posted: PostedAddress;
  errors: readonly FieldError[];
  /** Other cases of the account for which it can be told at once: id and name. */
  others: readonly { id: string; name: string }[];
};

const STEP_FIELDS = ADDRESS_FIELDS.filter(({ name }) => name !== "addressFrom");

async function stringsFor(locale: Locale) {
  const [t, strings] = await Promise.all([
    getTranslations({ locale, namespace: "addresses" }),
    fieldStrings(locale, STEP_FIELDS),
  ]);
  return {
    ...strings,
    swedishAddress: {
      label: t("form.kind"),
      options: {
        known: t("form.kinds.known"),
        temporary: t("form.kinds.temporary"),
        "not-yet-known": t("form.kinds.not-yet-known"),
      },
    },
    addressFrom: { label: t("form.from"), hint: t("form.fromHint") },
  };
}

/** Tells a new address, in one case or in several. */
export async function AddressForm({ applicationId, locale, posted, errors, others }: AddressFormProps) {
  const [t, common, words, strings, shared, nonce] = await Promise.all([
    getTranslations({ locale, namespace: "addresses" }),
    getTranslations({ locale, namespace: "common" }),
    getTranslations({ locale, namespace: "errors" }),
    stringsFor(locale),
    sharedStrings(locale, ADDRESS_FIELDS),
    headers().then((all) => all.get("x-nonce") ?? undefined),
  ]);
  const textOf = (name: string) => strings[name as keyof typeof strings] ?? { label: name };
  const messages: FormError[] = errors.map(({ field, code }) => ({
    field,
    message: words(`fields.${code}`, { label: textOf(field).label }),
  }));
  return (
    <form action={tellAddressAction} noValidate className="stack">
      <style nonce={nonce}>{revealRules(ADDRESS_FIELDS)}</style>
      <ErrorSummary heading={common("errorSummary")} errors={messages} />
      <input type="hidden" name="application" value={applicationId} />
      <input type="hidden" name="locale" value={locale} />
      {ADDRESS_FIELDS.map((field) => (
        <FieldControl
          key={field.name}
          field={field}
          strings={textOf(field.name)}
          shared={shared}
          value={posted.raw[field.name]}
          error={messages.find((message) => message.field === field.name)?.message as string | undefined}
        />
      ))}
      {others.length > 0 ? (
        <CheckboxGroupField
          name="also"
          label={t("form.also")}
          hint={t("form.alsoHint")}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={posted.also}
        />
      ) : null}
      <Button formAction={`/${locale}/applications/${applicationId}/new-address`}>{t("form.send")}</Button>
    </form>
  );
}
