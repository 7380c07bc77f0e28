import { getTranslations } from "next-intl/server";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { Notice } from "@/components/layout/Notice";
import type { Locale } from "@/lib/i18n/locales";
import type { FormState } from "./form-state";

const TOLD = ["appointed", "again", "corrected", "ended", "accepted", "declined", "started"] as const;

type FormToldProps = { state: FormState; told: string | string[] | undefined; locale: Locale };

/** What came of the form that led here. */
export async function FormTold({ state, told, locale }: FormToldProps) {
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: "representatives" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const done = TOLD.find((one) => one === told);
  return (
    <>
      <ErrorSummary heading={common("errorSummary")} errors={state.errors} />
      {state.problem ? (
        <Notice kind="error" heading={t("problems.heading")} isLive>
          <p>{state.problem}</p>
        </Notice>
      ) : null}
      {done ? (
        <Notice kind="success" isLive>
          <p>{t(`told.${done}`)}</p>
        </Notice>
      ) : null}
    </>
  );
}
