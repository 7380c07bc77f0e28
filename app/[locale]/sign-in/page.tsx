import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonRow } from "@/components/form/ButtonRow";
import { CheckboxField } from "@/components/form/CheckboxField";
import { TextField } from "@/components/form/TextField";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { CODE_SECONDS } from "@/lib/accounts/auth";
import { homePath, safeReturnPath } from "@/lib/accounts/return-path";
import { currentUser } from "@/lib/accounts/sessions";
import { readSignIn, type SignInUnderWay, sealedAttempt } from "@/lib/accounts/sign-in-cookie";
import { ADDRESS_PROBLEMS } from "@/lib/accounts/sign-in-forms";
import type { Locale } from "@/lib/i18n/locales";
import { ProblemNotice, problemText } from "./problem-notice";

type Search = Record<string, string | string[] | undefined>;
type PageProps = { params: Promise<{ locale: Locale }>; searchParams: Promise<Search> };

const problemIn = ({ error }: Search) => ADDRESS_PROBLEMS.find((problem) => problem === error);

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const [{ locale }, search] = await Promise.all([params, searchParams]);
  const t = await getTranslations({ locale, namespace: "account" });
  const title = t("signIn.title");
  return { title: problemIn(search) ? t("errorTitle", { title }) : title };
}

const SIGNED = [
  ["out", "signIn.signedOut"],
  ["out-everywhere", "signIn.signedOutEverywhere"],
  ["account-deleted", "signIn.accountDeleted"],
] as const;

async function SignedOutNotice({ locale, signed }: { locale: Locale; signed: Search[string] }) {
  const t = await getTranslations({ locale, namespace: "account" });
  const said = SIGNED.find(([value]) => value === signed)?.[1];
  if (!said) return null;
  return (
    <Notice kind="success" isLive>
      <p>{t(said)}</p>
      <p>{t("signIn.closeBrowser")}</p>
    </Notice>
  );
}

type AddressFormProps = {
  locale: Locale;
  before?: SignInUnderWay | undefined;
  returnTo?: string | undefined;
  error?: string | undefined;
};

async function AddressForm({ locale, before, returnTo, error }: AddressFormProps) {
  const t = await getTranslations({ locale, namespace: "account" });
  return (
    <form method="post" action={`/${locale}/sign-in/send`} noValidate>
      <input type="hidden" name="attempt" value={sealedAttempt()} />
      {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
      <TextField
        name="email"
        type="email"
        label={t("signIn.email.label")}
        hint={t("signIn.email.hint")}
        error={error}
        width={30}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={before?.typed}
        required
      />
      <CheckboxField
        name="keep"
        value="yes"
        label={t("signIn.keep.label")}
        hint={t("signIn.keep.hint")}
        defaultChecked={before?.isKept}
      />
      <ButtonRow>
        <Button>{t("signIn.send")}</Button>
      </ButtonRow>
    </form>
  );
}

export default async function SignInPage({ params, searchParams }: PageProps) {
  const [{ locale }, search, signIn] = await Promise.all([params, searchParams, readSignIn()]);
  const problem = problemIn(search);
  const returnTo = safeReturnPath(search.returnTo ?? signIn?.returnTo, locale);
  // While the database is away nobody is known to be signed in; the form says so when it is sent.
  const mayBeDone = !problem || problem === "restart";
  if (mayBeDone && (await currentUser().catch(() => null))) redirect(returnTo ?? homePath(locale));
  const t = await getTranslations({ locale, namespace: "account" });
  const before = problem || search.change ? signIn : undefined;
  const details = { until: signIn?.until };
  const error = problem === "email" ? await problemText(locale, problem, details) : undefined;
  return (
    <PageMain>
      {problem ? <ProblemNotice locale={locale} problem={problem} {...details} /> : null}
      <SignedOutNotice locale={locale} signed={search.signed} />
      <PageHeading lead={t("signIn.lead")}>{t("signIn.title")}</PageHeading>
      <AddressForm locale={locale} before={before} returnTo={returnTo} error={error} />
      <h2>{t("signIn.nextHeading")}</h2>
      <ol>
        <li>{t("signIn.next.letter")}</li>
        <li>{t("signIn.next.code", { minutes: CODE_SECONDS / 60 })}</li>
        <li>{t("signIn.next.back")}</li>
      </ol>
    </PageMain>
  );
}
