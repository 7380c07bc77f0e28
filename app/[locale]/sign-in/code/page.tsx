import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonRow } from "@/components/form/ButtonRow";
import { TextField } from "@/components/form/TextField";
import { BackLink } from "@/components/layout/BackLink";
import { Bdi } from "@/components/layout/Bdi";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { CODE_SECONDS } from "@/lib/accounts/auth";
import { PAUSE_SECONDS } from "@/lib/accounts/sign-in";
import { readSignIn } from "@/lib/accounts/sign-in-cookie";
import { addressPageWith, CODE_PROBLEMS } from "@/lib/accounts/sign-in-forms";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { ProblemNotice, problemText } from "../problem-notice";

type Search = Record<string, string | string[] | undefined>;
type PageProps = { params: Promise<{ locale: Locale }>; searchParams: Promise<Search> };

const problemIn = ({ error }: Search) => CODE_PROBLEMS.find((problem) => problem === error);
export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const [{ locale }, search] = await Promise.all([params, searchParams]);
  const t = await getTranslations({ locale, namespace: "account" });
  const title = t("code.title");
  return { title: problemIn(search) ? t("errorTitle", { title }) : title };
}

const clock = (locale: Locale, moment: number) =>
  new Intl.DateTimeFormat(formatLocale(locale), { timeStyle: "short", timeZone: "Europe/Stockholm" }).format(
    moment,
  );

async function CodeForm({
  locale,
  sentAt,
  error,
}: {
  locale: Locale;
  sentAt: number;
  error?: string | undefined;
}) {
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: "account" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const when = common("swedishTime", { when: clock(locale, sentAt + CODE_SECONDS * 1000) });
  return (
    <form method="post" action={`/${locale}/sign-in/code/check`} noValidate>
      <p>{t("code.until", { when, minutes: CODE_SECONDS / 60 })}</p>
      <TextField
        name="code"
        label={t("code.label")}
        hint={t("code.hint")}
        error={error}
        width={8}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
      />
      <ButtonRow>
        <Button>{t("code.submit")}</Button>
      </ButtonRow>
    </form>
  );
}

async function AnotherCode({ locale, isOnlyWay }: { locale: Locale; isOnlyWay: boolean }) {
  const t = await getTranslations({ locale, namespace: "account" });
  return (
    <>
      <h2>{t("code.againHeading")}</h2>
      <p>{t("code.againText", { seconds: PAUSE_SECONDS })}</p>
      <form method="post" action={`/${locale}/sign-in/code/again`}>
        <ButtonRow>
          <Button variant={isOnlyWay ? "primary" : "secondary"}>{t("code.again")}</Button>
          <a href={`/${locale}/sign-in?change=yes`}>{t("code.change")}</a>
        </ButtonRow>
      </form>
    </>
  );
}

export default async function CodePage({ params, searchParams }: PageProps) {
  const [{ locale }, search, signIn] = await Promise.all([params, searchParams, readSignIn()]);
  if (!signIn?.email || !signIn.sentAt) redirect(addressPageWith(locale, "restart"));
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: "account" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const problem = problemIn(search);
  const isOver = problem === "used-up" || problem === "expired";
  const isOfCode = problem === "format" || problem === "wrong";
  return (
    <PageMain before={<BackLink href={`/${locale}/sign-in?change=yes`}>{common("back")}</BackLink>}>
      {problem ? <ProblemNotice locale={locale} problem={problem} {...signIn} /> : null}
      {search.sent === "again" ? (
        <Notice kind="success" isLive>
          <p>{t("code.sentAgain")}</p>
        </Notice>
      ) : null}
      <PageHeading lead={t.rich("code.sent", { email: () => <Bdi dir="ltr">{signIn.email}</Bdi> })}>
        {t("code.title")}
      </PageHeading>
      {isOver ? null : (
        <CodeForm
          locale={locale}
          sentAt={signIn.sentAt}
          error={isOfCode ? await problemText(locale, problem, signIn) : undefined}
        />
      )}
      <AnotherCode locale={locale} isOnlyWay={isOver} />
    </PageMain>
  );
}
