import { getTranslations } from "next-intl/server";
import { FamilyFields } from "@/components/families/FamilyFields";
import { Button } from "@/components/form/Button";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { BackLink } from "@/components/layout/BackLink";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import type { Field } from "@/lib/flow/fields";
import type { Locale } from "@/lib/i18n/locales";
import { formState } from "./form-state";
import { HiddenPlace } from "./HiddenPlace";
import { ProblemNotice } from "./ProblemNotice";

type AddFormProps = {
  kind: "child" | "invite";
  fields: readonly Field[];
  action: (form: FormData) => Promise<void>;
  applicationId: string;
  locale: Locale;
  search: Record<string, string | string[] | undefined>;
};

/** The page that adds somebody to the family: a child, or an adult by a letter. */
export async function AddForm({ kind, fields, action, applicationId, locale, search }: AddFormProps) {
  const base = `/${locale}/applications/${applicationId}`;
  const [t, common, state] = await Promise.all([
    getTranslations({ locale, namespace: "families" }),
    getTranslations({ locale, namespace: "common" }),
    formState({ locale, applicationId, form: `family/${kind}`, fields, search }),
  ]);
  return (
    <PageMain before={<BackLink href={`${base}/family`}>{t("back")}</BackLink>}>
      <ErrorSummary heading={common("errorSummary")} errors={state.errors} />
      <ProblemNotice problem={state.problem} base={base} locale={locale} />
      <PageHeading lead={t(`${kind}.lead`)}>{t(`${kind}.title`)}</PageHeading>
      {kind === "child" ? <p>{t("child.one")}</p> : null}
      <form action={action} noValidate autoComplete="off">
        <HiddenPlace applicationId={applicationId} locale={locale} />
        <FamilyFields locale={locale} fields={fields} raw={state.raw} errors={state.errors} />
        <ButtonRow>
          {/* The browser sends the form itself: only then does the list of faults take the focus with and without script. */}
          <Button formAction={`${base}/family/${kind}`}>{t(`${kind}.submit`)}</Button>
          <ButtonLink variant="quiet" href={`${base}/family`}>
            {t("cancel")}
          </ButtonLink>
        </ButtonRow>
      </form>
    </PageMain>
  );
}
