import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonLink } from "@/components/form/ButtonLink";
import { RadioField } from "@/components/form/RadioField";
import { Card } from "@/components/layout/Card";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { Tag } from "@/components/layout/Tag";
import { listApplications, OPEN_PERMITS } from "@/lib/applications/applications";
import type { Application } from "@/lib/db/generated/client";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishMoment } from "@/lib/i18n/swedish-time";
import { personalPage } from "../personal-page";
import { startApplication } from "./start-action";

type Params = { locale: Locale };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "applications" });
  return { title: t("list.title") };
}

const ERRORS = ["too-many-drafts", "permit-not-open", "choose-permit"] as const;

async function ApplicationCard({ application, locale }: { application: Application; locale: Locale }) {
  const [t, permits, common] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "permits" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const { id, permit, kind, state, reference, updatedAt } = application;
  const when = common("swedishTime", { when: swedishMoment(updatedAt, formatLocale(locale)) });
  return (
    <Card heading={permits(`${permit}.name` as never)} href={`/${locale}/applications/${id}`}>
      <p>
        <Tag>{t(`states.${state}`)}</Tag>
      </p>
      <p>
        {t("list.reference")} <bdi dir="ltr">{reference}</bdi>
        {kind === "extension" ? ` · ${t("list.extension")}` : ""}
      </p>
      <p>{t("list.changed", { when })}</p>
    </Card>
  );
}

export default personalPage<Params>(async ({ user, locale, search }) => {
  const [t, permits, applications] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "permits" }),
    listApplications(user.id),
  ]);
  const error = ERRORS.find((code) => code === search.problem);
  return (
    <PageMain>
      <PageHeading>{t("list.title")}</PageHeading>
      {error ? (
        <Notice kind="error" isLive>
          <p>{t(`list.problems.${error}`)}</p>
        </Notice>
      ) : null}
      {applications.length === 0 ? <p className="lead">{t("list.none")}</p> : null}
      <div className="card-list">
        {applications.map((application) => (
          <ApplicationCard key={application.id} application={application} locale={locale} />
        ))}
      </div>
      <h2>{t("list.newHeading")}</h2>
      <p>{t("list.newText")}</p>
      <ButtonLink href={`/${locale}/check`} variant="secondary">
        {t("list.check")}
      </ButtonLink>
      <form action={startApplication}>
        <input type="hidden" name="locale" value={locale} />
        <RadioField
          name="permit"
          label={t("list.permit")}
          options={OPEN_PERMITS.map((permit) => ({
            value: permit,
            label: permits(`${permit}.name` as never),
            hint: permits(`${permit}.short` as never),
          }))}
        />
        <Button>{t("list.start")}</Button>
      </form>
    </PageMain>
  );
});
