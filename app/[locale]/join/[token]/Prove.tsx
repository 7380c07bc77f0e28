import { getTranslations } from "next-intl/server";
import { FamilyFields } from "@/components/families/FamilyFields";
import { Button } from "@/components/form/Button";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import type { Locale } from "@/lib/i18n/locales";
import type { FormState } from "../../applications/[id]/family/form-state";
import { ProblemNotice } from "../../applications/[id]/family/ProblemNotice";
import { proveAction } from "./join-actions";
import { BIRTH_FIELDS } from "./join-forms";

type ProveProps = { token: string; email: string; here: string; state: FormState; locale: Locale };

/** Asks when the person was born, so that a letter gone astray opens nothing. */
export async function Prove({ token, email, here, state, locale }: ProveProps) {
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: "families" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  return (
    <PageMain>
      <ErrorSummary heading={common("errorSummary")} errors={state.errors} />
      <ProblemNotice problem={state.problem} base={here} locale={locale} />
      <PageHeading lead={t("join.prove.lead")}>{t("join.prove.title")}</PageHeading>
      <p>{t.rich("join.prove.signedInAs", { email: () => <bdi dir="ltr">{email}</bdi> })}</p>
      <form action={proveAction} noValidate autoComplete="off" className="stack">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={token} />
        <FamilyFields locale={locale} fields={BIRTH_FIELDS} raw={state.raw} errors={state.errors} />
        <Button formAction={here}>{t("join.prove.submit")}</Button>
      </form>
    </PageMain>
  );
}
