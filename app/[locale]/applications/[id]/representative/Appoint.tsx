import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { Notice } from "@/components/layout/Notice";
import { isolatedName } from "@/lib/documents/file-name";
import type { Locale } from "@/lib/i18n/locales";
import type { HeldRepresentation } from "@/lib/representatives/representations";
import { FormFields } from "../../../representations/FormFields";
import type { FormState } from "../../../representations/form-state";
import { APPOINT_FIELDS } from "../../../representations/forms";
import { HiddenFields } from "../../../representations/HiddenFields";
import { appointAction } from "./actions";

type AppointProps = { held: HeldRepresentation; state: FormState; locale: Locale };

/** The form that asks somebody, or what comes before it can be sent. */
export async function Appoint({ held, state, locale }: AppointProps) {
  const t = await getTranslations({ locale, namespace: "representatives" });
  const { application, personName } = held;
  if (application.state !== "draft")
    return (
      <Notice kind="info" heading={t("sent.heading")}>
        <p>{t("sent.text")}</p>
      </Notice>
    );
  if (!personName)
    return (
      <Notice kind="info" heading={t("nameMissing.heading")}>
        <p>{t("nameMissing.text")}</p>
        <p>
          <a href={`/${locale}/applications/${application.id}/identity`}>{t("nameMissing.link")}</a>
        </p>
      </Notice>
    );
  return (
    <section>
      <h2>{t("appoint.heading")}</h2>
      <p>{t("appoint.text", { name: isolatedName(personName) })}</p>
      <form action={appointAction} className="stack" noValidate>
        <HiddenFields application={application.id} locale={locale} />
        <FormFields fields={APPOINT_FIELDS} state={state} before={{ language: locale }} locale={locale} />
        <Button formAction={`/${locale}/applications/${application.id}/representative`}>
          {t("appoint.button")}
        </Button>
      </form>
    </section>
  );
}
