import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/layout/BackLink";
import { Card } from "@/components/layout/Card";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { OPEN_PERMITS } from "@/lib/applications/applications";
import { PURPOSE_GROUPS, type Purpose, type PurposeId } from "@/lib/flow/walk-start";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../personal-page";

type Params = { locale: Locale };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "applications" });
  return { title: t("new.title") };
}

type ChoiceProps = { purpose: Purpose & { id: PurposeId }; locale: Locale };

/** What somebody comes for, in the words of the check, and the permit that it leads to. */
async function PurposeCard({ purpose: { id, facts }, locale }: ChoiceProps) {
  const [check, permits] = await Promise.all([
    getTranslations({ locale, namespace: "check" }),
    getTranslations({ locale, namespace: "permits" }),
  ]);
  const { permit } = facts;
  const hint = `start.purpose.options.${id}.hint` as never;
  return (
    <Card
      headingLevel={3}
      heading={check(`start.purpose.options.${id}.label`)}
      href={`/${locale}/applications/new/${permit}`}
    >
      <p>{check.has(hint) ? check(hint) : permits(`${permit}.short`)}</p>
      <p className="muted">{permits(`${permit}.name`)}</p>
    </Card>
  );
}

export default personalPage<Params>(async ({ locale }) => {
  const [t, check] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "check" }),
  ]);
  return (
    <PageMain before={<BackLink href={`/${locale}/applications`}>{t("list.title")}</BackLink>}>
      <PageHeading lead={t("new.lead")}>{t("new.title")}</PageHeading>
      <p>
        {t("new.unsure")} <a href={`/${locale}/check`}>{t("new.check")}</a>
      </p>
      {PURPOSE_GROUPS.map(({ id, purposes }) => (
        <section key={id}>
          <h2>{check(`start.purpose.groups.${id}`)}</h2>
          <div className="card-list">
            {purposes
              .filter(({ facts }) => OPEN_PERMITS.includes(facts.permit))
              .map((purpose) => (
                <PurposeCard key={purpose.id} purpose={purpose} locale={locale} />
              ))}
          </div>
        </section>
      ))}
    </PageMain>
  );
});
