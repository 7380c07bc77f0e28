import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { BackLink } from "@/components/layout/BackLink";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { requireOwnApplication } from "@/lib/applications/access";
import { findDecision, openDecision } from "@/lib/decisions/receiving";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../../personal-page";
import { openDecisionAction } from "./decision-actions";
import { OpenedDecision } from "./OpenedDecision";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "decisions" });
  return { title: t("title") };
}

async function Unopened({ applicationId, locale }: { applicationId: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "decisions" });
  return (
    <section className="stack">
      <p>{t("open.text")}</p>
      <form action={openDecisionAction}>
        <input type="hidden" name="application" value={applicationId} />
        <input type="hidden" name="locale" value={locale} />
        <Button>{t("open.button")}</Button>
      </form>
    </section>
  );
}

const PROBLEMS = ["failed", "not-what-was-received"] as const;

export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const { reference, permit, userId } = await requireOwnApplication(user.id, id);
  const base = `/${locale}/applications/${id}`;
  const summary = await findDecision(user.id, id);
  if (!summary) redirect(base);
  const [t, cases, permits] = await Promise.all([
    getTranslations({ locale, namespace: "decisions" }),
    getTranslations({ locale, namespace: "cases" }),
    getTranslations({ locale, namespace: "permits" }),
  ]);
  const decision = summary.openedAt ? await openDecision(user.id, id) : null;
  const problem = PROBLEMS.find((code) => code === search.problem);
  return (
    <PageMain before={<BackLink href={base}>{cases("back")}</BackLink>}>
      {search.done === "received" && decision?.acknowledgedAt ? (
        <Notice kind="success" isLive>
          <p>{t("receive.done")}</p>
        </Notice>
      ) : null}
      {problem ? (
        <Notice kind="error" isLive>
          <p>{t(`problems.${problem}`)}</p>
        </Notice>
      ) : null}
      <PageHeading caption={permits(`${permit}.name` as never)}>{t("title")}</PageHeading>
      <p>
        {t("reference")} <bdi dir="ltr">{reference}</bdi>
      </p>
      {decision ? (
        <OpenedDecision
          decision={decision}
          applicationId={id}
          isHolder={userId === user.id}
          locale={locale}
        />
      ) : (
        <Unopened applicationId={id} locale={locale} />
      )}
    </PageMain>
  );
});
