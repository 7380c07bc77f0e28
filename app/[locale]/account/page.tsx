import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { RadioField } from "@/components/form/RadioField";
import { Bdi } from "@/components/layout/Bdi";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { SummaryList } from "@/components/layout/SummaryList";
import { Table } from "@/components/layout/Table";
import { Tag } from "@/components/layout/Tag";
import { type ActiveSession, activeSessions } from "@/lib/accounts/sessions";
import { env } from "@/lib/env";
import { formatLocale, LOCALES, type Locale, localeName } from "@/lib/i18n/locales";
import { swedishDay, swedishMoment, writtenDay } from "@/lib/i18n/swedish-time";
import { UNUSED_DAYS } from "@/lib/own-data/unused-drafts";
import { personalPage } from "../personal-page";

type Params = { locale: Locale };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "account" });
  return { title: t("account.title") };
}

async function LanguageForm({ locale, current }: { locale: Locale; current: Locale }) {
  const t = await getTranslations({ locale, namespace: "account" });
  const options = LOCALES.map((value) => ({ value, label: localeName(value), lang: value }));
  return (
    <form method="post" action={`/${locale}/account/language`}>
      <RadioField
        name="language"
        label={t("account.languageLabel")}
        hint={t("account.languageHint")}
        options={options}
        defaultValue={current}
      />
      <ButtonRow>
        <Button variant="secondary">{t("account.saveLanguage")}</Button>
      </ButtonRow>
    </form>
  );
}

async function SessionTable({ locale, sessions }: { locale: Locale; sessions: ActiveSession[] }) {
  const t = await getTranslations({ locale, namespace: "account" });
  const format = formatLocale(locale);
  const nameOf = ({ browser, system }: ActiveSession) =>
    browser && system
      ? t("account.browserOn", { browser, system })
      : (browser ?? system ?? t("account.unknownDevice"));
  const rows = sessions.map((session) => ({
    id: session.id,
    cells: {
      device: (
        <>
          {nameOf(session)} {session.isCurrent ? <Tag tone="here">{t("account.thisDevice")}</Tag> : null}
        </>
      ),
      signedIn: swedishMoment(session.signedInAt, format),
      lastUsed: writtenDay(swedishDay(session.lastUsedAt), format),
    },
  }));
  const columns = [
    { id: "device", header: t("account.device") },
    { id: "signedIn", header: t("account.signedIn") },
    { id: "lastUsed", header: t("account.lastUsed") },
  ];
  return <Table caption={t("account.sessionsHeading")} isCaptionHidden columns={columns} rows={rows} />;
}

async function OwnData({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "account" });
  return (
    <>
      <h2>{t("ownData.heading")}</h2>
      <p>{t("ownData.text")}</p>
      <ButtonLink href="/api/account/export" variant="secondary">
        {t("ownData.download")}
      </ButtonLink>
      <p>{t("ownData.times", { unused: UNUSED_DAYS, kept: env().RETENTION_DAYS })}</p>
      <p>
        <a href={`/${locale}/account/delete`}>{t("ownData.deleteLink")}</a>
      </p>
    </>
  );
}

async function SignOutForms({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "account" });
  return (
    <>
      <h2>{t("account.signOutHeading")}</h2>
      <p>{t("account.signOutText")}</p>
      <form method="post">
        <ButtonRow>
          <Button formAction={`/${locale}/account/sign-out`}>{t("account.signOut")}</Button>
          <Button variant="danger" formAction={`/${locale}/account/sign-out-everywhere`}>
            {t("account.signOutEverywhere")}
          </Button>
        </ButtonRow>
      </form>
    </>
  );
}

export default personalPage<Params>(async ({ user, locale, search }) => {
  const [t, sessions] = await Promise.all([
    getTranslations({ locale, namespace: "account" }),
    activeSessions(user.id),
  ]);
  return (
    <PageMain>
      {search.saved === "language" ? (
        <Notice kind="success" isLive>
          <p>{t("account.languageSaved")}</p>
        </Notice>
      ) : null}
      {search.error === "failed" ? (
        <Notice kind="error" isLive>
          <p>{t("problems.failed")}</p>
        </Notice>
      ) : null}
      <PageHeading>{t("account.title")}</PageHeading>
      <SummaryList
        rows={[{ id: "email", term: t("account.email"), value: <Bdi dir="ltr">{user.email}</Bdi> }]}
      />
      <LanguageForm locale={locale} current={user.locale} />
      <h2>{t("account.sessionsHeading")}</h2>
      <p>{t("account.sessionsText", { count: sessions.length })}</p>
      <SessionTable locale={locale} sessions={sessions} />
      <p>{t("account.lastUsedNote")}</p>
      <SignOutForms locale={locale} />
      <OwnData locale={locale} />
    </PageMain>
  );
});
