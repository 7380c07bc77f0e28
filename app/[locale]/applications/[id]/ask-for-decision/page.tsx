import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { BackLink } from "@/components/layout/BackLink";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { requireOwnApplication } from "@/lib/applications/access";
import { isUnderExamination } from "@/lib/applications/states";
import { caseNow } from "@/lib/cases/case-now";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { writtenDay } from "@/lib/i18n/swedish-time";
import { personalPage } from "../../../personal-page";
import { askForDecisionAction } from "./ask-action";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "cases" });
  return { title: t("ask.title") };
}

export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const { state } = await requireOwnApplication(user.id, id);
  const base = `/${locale}/applications/${id}`;
  if (!isUnderExamination(state)) redirect(base);
  const [t, common, { clock, demand }] = await Promise.all([
    getTranslations({ locale, namespace: "cases" }),
    getTranslations({ locale, namespace: "common" }),
    caseNow(user.id, id),
  ]);
  if (demand) redirect(base);
  const day = writtenDay(clock.sixMonthsOn, formatLocale(locale));
  return (
    <PageMain before={<BackLink href={base}>{t("back")}</BackLink>}>
      {search.problem === "failed" ? (
        <Notice kind="error" isLive>
          <p>{common("failed.text")}</p>
        </Notice>
      ) : null}
      <PageHeading lead={t("ask.lead")}>{t("ask.title")}</PageHeading>
      <p>{t("ask.then")}</p>
      <p>{t("ask.once")}</p>
      {clock.mayDemandDecision ? (
        <form action={askForDecisionAction}>
          <input type="hidden" name="application" value={id} />
          <input type="hidden" name="locale" value={locale} />
          <ButtonRow>
            <Button>{t("ask.send")}</Button>
            <ButtonLink variant="quiet" href={base}>
              {t("ask.not")}
            </ButtonLink>
          </ButtonRow>
        </form>
      ) : (
        <p>{t("demand.later", { day })}</p>
      )}
    </PageMain>
  );
});
