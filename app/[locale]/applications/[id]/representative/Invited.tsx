import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { Disclosure } from "@/components/layout/Disclosure";
import type { Representation } from "@/lib/db/generated/client";
import { isolatedName } from "@/lib/documents/file-name";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay, writtenDay } from "@/lib/i18n/swedish-time";
import type { HeldRepresentation } from "@/lib/representatives/representations";
import { FormFields } from "../../../representations/FormFields";
import type { FormState } from "../../../representations/form-state";
import { APPOINT_FIELDS } from "../../../representations/forms";
import { HiddenFields } from "../../../representations/HiddenFields";
import { correctAction, inviteAgainAction } from "./actions";

type InvitedProps = { held: HeldRepresentation; live: Representation; state: FormState; locale: Locale };

/** Somebody was asked and has not answered: ask again, correct, take back. */
export async function Invited({ held, live, state, locale }: InvitedProps) {
  const t = await getTranslations({ locale, namespace: "representatives" });
  const { application, invitedUntil } = held;
  const page = `/${locale}/applications/${application.id}/representative`;
  const name = isolatedName(live.name);
  const email = isolatedName(live.email);
  const until = invitedUntil && writtenDay(swedishDay(invitedUntil), formatLocale(locale));
  const place = <HiddenFields application={application.id} locale={locale} />;
  const before = { name: live.name, email: live.email, language: locale };
  return (
    <section>
      <h2>{t("invited.heading", { name })}</h2>
      <p>{until ? t("invited.text", { name, email, until }) : t("invited.expired", { name, email })}</p>
      <form action={inviteAgainAction}>
        {place}
        <Button variant="secondary" formAction={page}>
          {t("invited.again")}
        </Button>
      </form>
      <Disclosure summary={t("invited.correctSummary")} isOpen={state.errors.length > 0}>
        <p>{t("invited.correctText")}</p>
        <form action={correctAction} className="stack" noValidate>
          {place}
          <FormFields fields={APPOINT_FIELDS} state={state} before={before} locale={locale} />
          <Button formAction={page}>{t("invited.correct")}</Button>
        </form>
      </Disclosure>
      <p>
        <a href={`${page}/end`}>{t("invited.end")}</a>
      </p>
    </section>
  );
}
