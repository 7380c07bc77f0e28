import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { CheckboxField } from "@/components/form/CheckboxField";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { BackLink } from "@/components/layout/BackLink";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { requireHeldApplication } from "@/lib/applications/access";
import { isUnderExamination } from "@/lib/applications/states";
import type { Application } from "@/lib/db/generated/client";
import { openFamily } from "@/lib/families/view";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../../personal-page";
import { formState } from "../family/form-state";
import { HiddenPlace } from "../family/HiddenPlace";
import { ProblemNotice } from "../family/ProblemNotice";
import { withdrawAction } from "./withdraw-action";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "families" });
  return { title: t("withdraw.title") };
}

async function Withdrawn({ application, locale }: { application: Application; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "families" });
  const applications = await getTranslations({ locale, namespace: "applications" });
  return (
    <PageMain before={<BackLink href={`/${locale}/applications`}>{applications("list.title")}</BackLink>}>
      <PageHeading lead={t("withdraw.done.text")}>{t("withdraw.done.title")}</PageHeading>
      <p>
        {applications("list.reference")} <bdi dir="ltr">{application.reference}</bdi>
      </p>
      <p>{t("withdraw.done.new")}</p>
      <p>
        <a href={`/${locale}/applications/${application.id}/receipt`}>{t("withdraw.done.receipt")}</a>
      </p>
    </PageMain>
  );
}

type FormProps = { application: Application; error: string | undefined; here: string; locale: Locale };

async function WithdrawForm({ application, error, here, locale }: FormProps) {
  const t = await getTranslations({ locale, namespace: "families" });
  const reference = <bdi dir="ltr">{application.reference}</bdi>;
  return (
    <form action={withdrawAction} noValidate>
      <HiddenPlace applicationId={application.id} locale={locale} />
      <CheckboxField
        name="confirm"
        value="yes"
        label={t.rich("withdraw.confirm", { reference: () => reference })}
        error={error}
      />
      <ButtonRow>
        <Button variant="danger" formAction={here}>
          {t("withdraw.submit")}
        </Button>
        <ButtonLink variant="quiet" href={here.replace(/withdraw$/, "receipt")}>
          {t("withdraw.keep")}
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

/** Before a submitted application is withdrawn for good: what follows, and a second yes. */
export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const application = await requireHeldApplication(user.id, id);
  const base = `/${locale}/applications/${id}`;
  const { state } = application;
  if (state === "draft") redirect(base);
  if (state === "withdrawn") return <Withdrawn application={application} locale={locale} />;
  const [t, common, family, { problem }] = await Promise.all([
    getTranslations({ locale, namespace: "families" }),
    getTranslations({ locale, namespace: "common" }),
    openFamily(user.id, id),
    formState({ locale, applicationId: id, form: "withdraw", search }),
  ]);
  const isUnconfirmed = problem?.code === "not-confirmed";
  const error = isUnconfirmed ? problem.message : undefined;
  const isOpen = isUnderExamination(state);
  return (
    <PageMain before={<BackLink href={`${base}/receipt`}>{common("back")}</BackLink>}>
      <ErrorSummary
        heading={common("errorSummary")}
        errors={error ? [{ field: "confirm", message: error }] : []}
      />
      {isUnconfirmed ? null : <ProblemNotice problem={problem} base={base} locale={locale} />}
      <PageHeading lead={t("withdraw.lead")}>{t("withdraw.title")}</PageHeading>
      {isOpen ? (
        <>
          <ul>
            <li>{t("withdraw.final")}</li>
            <li>{t("withdraw.again")}</li>
            <li>{t("withdraw.inSweden")}</li>
            {family ? <li>{t("withdraw.others")}</li> : null}
            {family?.isMain ? <li>{t("withdraw.family")}</li> : null}
          </ul>
          <WithdrawForm {...{ application, error, locale }} here={`${base}/withdraw`} />
        </>
      ) : (
        <Notice kind="info">
          <p>{t("withdraw.decided")}</p>
        </Notice>
      )}
    </PageMain>
  );
});
