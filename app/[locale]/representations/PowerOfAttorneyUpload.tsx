import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { readOutcome } from "@/app/api/documents/outcome";
import { refusalWords } from "@/app/api/documents/refusals";
import { UploadForm } from "@/components/documents/UploadForm";
import { ACCEPT_ATTRIBUTE, MAX_FILE_BYTES } from "@/lib/documents/limits";
import { POWER_OF_ATTORNEY } from "@/lib/documents/requirement";
import type { Locale } from "@/lib/i18n/locales";
import { uploadTexts } from "../applications/[id]/documents/upload-texts";

type PowerOfAttorneyUploadProps = {
  /** Where the form is sent to. */
  action: string;
  /** Of the application or representation that the page is about. */
  id: string;
  told: string | string[] | undefined;
  locale: Locale;
};

/** The form for the signed power of attorney. */
export async function PowerOfAttorneyUpload({ action, id, told, locale }: PowerOfAttorneyUploadProps) {
  const [t, jar, words] = await Promise.all([
    getTranslations({ locale, namespace: "uploads" }),
    cookies(),
    refusalWords(locale),
  ]);
  const [refusal] = readOutcome(jar, id, told)?.refused ?? [];
  return (
    <UploadForm
      action={action}
      locale={locale}
      requirement={POWER_OF_ATTORNEY}
      accept={ACCEPT_ATTRIBUTE}
      maxBytes={MAX_FILE_BYTES}
      label={t("label")}
      hint={t("rules.types")}
      error={refusal && words(refusal)}
      submit={t("submit")}
      texts={await uploadTexts(locale)}
    />
  );
}
