import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FamilyFields } from "@/components/families/FamilyFields";
import { Button } from "@/components/form/Button";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { BackLink } from "@/components/layout/BackLink";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { requireHeldApplication } from "@/lib/applications/access";
import { isolatedName } from "@/lib/documents/file-name";
import { AppError } from "@/lib/errors";
import { openFamily } from "@/lib/families/view";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../../../personal-page";
import { EMAIL_FIELDS } from "../family-forms";
import { type FormState, formState } from "../form-state";
import { HiddenPlace } from "../HiddenPlace";
import { correctAction, resendAction, revokeAction } from "../member-actions";
import { ProblemNotice } from "../ProblemNotice";

type Params = { locale: Locale; id: string; member: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "families" });
  return { title: t("member.pageTitle") };
}

type PartProps = {
  place: ReactNode;
  /** The page itself: the browser sends the forms to it. */
  here: string;
  email: string;
  locale: Locale;
};

async function Correct({ place, here, email, state, locale }: PartProps & { state: FormState }) {
  const t = await getTranslations({ locale, namespace: "families" });
  return (
    <section className="stack">
      <h2>{t("member.correct.heading")}</h2>
      <p>{t("member.correct.text")}</p>
      <form action={correctAction} className="stack" noValidate autoComplete="off">
        {place}
        <FamilyFields
          locale={locale}
          fields={EMAIL_FIELDS}
          raw={{ email, ...state.raw }}
          errors={state.errors}
        />
        <Button formAction={here}>{t("member.correct.submit")}</Button>
      </form>
    </section>
  );
}

async function Resend({ place, here, email, locale }: PartProps) {
  const t = await getTranslations({ locale, namespace: "families" });
  return (
    <section className="stack">
      <h2>{t("member.resend.heading")}</h2>
      <p>{t("member.resend.text")}</p>
      <p>{t.rich("member.resend.to", { email: () => <bdi dir="ltr">{email}</bdi> })}</p>
      <form action={resendAction}>
        {place}
        <Button variant="secondary" formAction={here}>
          {t("member.resend.submit")}
        </Button>
      </form>
    </section>
  );
}

async function Revoke({ place, here, name, locale }: PartProps & { name: string }) {
  const t = await getTranslations({ locale, namespace: "families" });
  return (
    <section className="stack">
      <h2>{t("member.revoke.heading")}</h2>
      <p>{t("member.revoke.text", { name })}</p>
      <form action={revokeAction}>
        {place}
        <Button variant="danger" formAction={here}>
          {t("member.revoke.submit")}
        </Button>
      </form>
    </section>
  );
}

/** An invited adult, to the main applicant: send again, correct the address, take back. */
export default personalPage<Params>(async ({ user, locale, params: { id, member: memberId }, search }) => {
  await requireHeldApplication(user.id, id);
  const base = `/${locale}/applications/${id}`;
  const family = await openFamily(user.id, id);
  const member = family?.members.find((one) => one.id === memberId);
  if (!member) throw new AppError("not-found");
  const form = `family/${memberId}`;
  const [t, common, state] = await Promise.all([
    getTranslations({ locale, namespace: "families" }),
    getTranslations({ locale, namespace: "common" }),
    formState({ locale, applicationId: id, form, fields: EMAIL_FIELDS, search }),
  ]);
  // Answered meanwhile: the list tells how.
  if (!member.invitation) redirect(`${base}/family`);
  const name = isolatedName(member.name);
  const part = {
    place: <HiddenPlace applicationId={id} memberId={memberId} locale={locale} />,
    here: `${base}/${form}`,
    email: member.invitation.email,
    locale,
  };
  return (
    <PageMain before={<BackLink href={`${base}/family`}>{t("back")}</BackLink>}>
      <ErrorSummary heading={common("errorSummary")} errors={state.errors} />
      <ProblemNotice problem={state.problem} base={base} locale={locale} />
      <PageHeading>{t("member.title", { name })}</PageHeading>
      <Correct {...part} state={state} />
      <Resend {...part} />
      <Revoke {...part} name={name} />
    </PageMain>
  );
});
