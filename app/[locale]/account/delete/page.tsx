import type { Metadata } from "next";
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
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { whatIsKept } from "@/lib/own-data/delete-account";
import { UNUSED_DAYS } from "@/lib/own-data/unused-drafts";
import { personalPage } from "../../personal-page";
import { deleteAccountAction } from "./delete-account-action";

type Params = { locale: Locale };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "account" });
  return { title: t("deleteAccount.title") };
}

export default personalPage<Params>(async ({ user, locale, search }) => {
  const [t, common, { drafts, cases }] = await Promise.all([
    getTranslations({ locale, namespace: "account" }),
    getTranslations({ locale, namespace: "common" }),
    whatIsKept(user.id),
  ]);
  const mustConfirm = search.problem === "must-confirm" ? t("deleteAccount.mustConfirm") : undefined;
  const account = `/${locale}/account`;
  return (
    <PageMain before={<BackLink href={account}>{t("account.title")}</BackLink>}>
      <ErrorSummary
        heading={common("errorSummary")}
        errors={mustConfirm ? [{ field: "confirm", message: mustConfirm }] : []}
      />
      {search.problem === "failed" ? (
        <Notice kind="error" isLive>
          <p>{t("problems.failed")}</p>
        </Notice>
      ) : null}
      <PageHeading>{t("deleteAccount.title")}</PageHeading>
      <p>{t("deleteAccount.drafts", { count: drafts })}</p>
      <p>{t("deleteAccount.cases", { count: cases })}</p>
      {cases > 0 ? <p>{t("deleteAccount.consequence")}</p> : null}
      <p>{t("ownData.times", { unused: UNUSED_DAYS, kept: env().RETENTION_DAYS })}</p>
      <p>
        {t("deleteAccount.instead")} <a href="/api/account/export">{t("ownData.download")}</a>
      </p>
      <form action={deleteAccountAction} noValidate className="stack">
        <input type="hidden" name="locale" value={locale} />
        <CheckboxField name="confirm" label={t("deleteAccount.confirm")} value="on" error={mustConfirm} />
        <ButtonRow>
          <Button variant="danger" formAction={`${account}/delete`}>
            {t("deleteAccount.button")}
          </Button>
          <ButtonLink variant="quiet" href={account}>
            {t("deleteAccount.back")}
          </ButtonLink>
        </ButtonRow>
      </form>
    </PageMain>
  );
});
