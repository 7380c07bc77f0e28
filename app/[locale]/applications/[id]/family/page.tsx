import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/form/ButtonLink";
import { BackLink } from "@/components/layout/BackLink";
import { Disclosure } from "@/components/layout/Disclosure";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { type OpenApplication, openApplication } from "@/lib/applications/applications";
import { type FamilyView, openFamily } from "@/lib/families/view";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../../personal-page";
import { AddSomebody } from "./AddSomebody";
import { Explained } from "./Explained";
import { FamilyNotices } from "./FamilyNotices";
import { formState } from "./form-state";
import { MemberCard } from "./MemberCard";
import { ProblemNotice } from "./ProblemNotice";
import { SendTogether } from "./SendTogether";
import { Sharing } from "./Sharing";

type Params = { locale: Locale; id: string };

const TOLD = [
  "child",
  "invited",
  "resent",
  "corrected",
  "revoked",
  "left",
  "left-child",
  "joined",
  "address-on",
  "address-off",
] as const;

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "families" });
  return { title: t("title") };
}

type FamilyProps = {
  userId: string;
  open: OpenApplication;
  family: FamilyView;
  base: string;
  locale: Locale;
  isHolder: boolean;
};

/** Who is in the family, how far they have come, and what is done together. */
async function Family({ userId, open, family, base, locale, isHolder }: FamilyProps) {
  const t = await getTranslations({ locale, namespace: "families" });
  const { application, reading } = open;
  const { id: applicationId } = application;
  const isDraft = application.state === "draft";
  const hasAddress = reading.steps.some(({ step }) => step.id === "address");
  return (
    <>
      <FamilyNotices family={family} base={base} locale={locale} />
      <section className="stack">
        <h2>{t("members.heading")}</h2>
        <div className="card-list">
          {family.members.map((member) => (
            <MemberCard key={member.id} {...{ member, family, applicationId, locale, isHolder }} />
          ))}
        </div>
      </section>
      {isHolder ? <AddSomebody {...{ application, family, locale }} /> : null}
      <SendTogether {...{ family, isDraft, base, locale }} />
      {isHolder && (isDraft || hasAddress) ? (
        <Sharing {...{ userId, applicationId, family, hasAddress, isDraft, locale }} />
      ) : null}
      <Disclosure summary={t("intro.heading")}>
        <Explained locale={locale} />
      </Disclosure>
      {isHolder ? (
        <p>
          <a href={`${base}/family/leave`}>{t("leave.link")}</a>
        </p>
      ) : null}
    </>
  );
}

/** Before anybody is in it: what applying together means. */
async function NoFamily({ open, locale, isHolder }: Pick<FamilyProps, "open" | "locale" | "isHolder">) {
  const t = await getTranslations({ locale, namespace: "families" });
  return (
    <>
      <section className="stack">
        <h2>{t("intro.heading")}</h2>
        <Explained locale={locale} />
      </section>
      {isHolder ? <AddSomebody application={open.application} family={null} locale={locale} /> : null}
    </>
  );
}

/** The family of an application, as whoever fills that in may see it. */
export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const open = await openApplication(user.id, id);
  const base = `/${locale}/applications/${id}`;
  const [t, common, family, { problem }] = await Promise.all([
    getTranslations({ locale, namespace: "families" }),
    getTranslations({ locale, namespace: "common" }),
    openFamily(user.id, id),
    formState({ locale, applicationId: id, form: "family", search }),
  ]);
  const isDraft = open.application.state === "draft";
  const told = TOLD.find((code) => code === search.told);
  const shown = { open, locale, isHolder: open.application.userId === user.id };
  return (
    <PageMain before={<BackLink href={base}>{common(isDraft ? "backToList" : "back")}</BackLink>}>
      {told ? (
        <Notice kind="success" isLive>
          <p>{t(`told.${told}`)}</p>
        </Notice>
      ) : null}
      <ProblemNotice problem={problem} base={base} locale={locale} />
      <PageHeading lead={family ? undefined : t("lead")}>{t("title")}</PageHeading>
      {family ? (
        <p>
          {t("group")} <bdi dir="ltr">{family.reference}</bdi>
        </p>
      ) : null}
      {told === "joined" && isDraft ? <ButtonLink href={base}>{t("members.next")}</ButtonLink> : null}
      {family ? <Family {...shown} {...{ userId: user.id, family, base }} /> : <NoFamily {...shown} />}
    </PageMain>
  );
});
