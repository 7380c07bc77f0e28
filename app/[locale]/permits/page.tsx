import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { rulesWords } from "@/components/catalogue/rules-words";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { Card } from "@/components/layout/Card";
import { CardGrid } from "@/components/layout/CardGrid";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import type { Locale } from "@/lib/i18n/locales";
import { PERMIT_IDS, PERMITS, type PermitGroup } from "@/lib/rules";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "catalogue" });
  return { title: t("permits.title"), description: t("permits.lead") };
}

const GROUPS: readonly PermitGroup[] = [
  "studies",
  "research",
  "after",
  "family",
  "visit",
  "permanent",
  "visa",
];
const MORE = { rules: "rules", changes: "rules/changes", timeline: "timeline" } as const;

export default async function PermitsPage({ params }: Props) {
  const { locale } = await params;
  const { t, permits, permitHref } = await rulesWords(locale);
  return (
    <PageMain>
      <PageHeading lead={t("permits.lead")}>{t("permits.title")}</PageHeading>
      <p>{t("permits.checkHint")}</p>
      <ButtonRow>
        <ButtonLink href={`/${locale}/check`}>{t("permits.check")}</ButtonLink>
      </ButtonRow>
      {GROUPS.map((group) => (
        <section key={group}>
          <h2>{t(`permits.groups.${group}`)}</h2>
          <CardGrid>
            {PERMIT_IDS.filter((id) => PERMITS[id].group === group).map((id) => (
              <Card key={id} heading={permits(`${id}.name`)} headingLevel={3} href={permitHref(id)}>
                <p>{permits(`${id}.short`)}</p>
              </Card>
            ))}
          </CardGrid>
        </section>
      ))}
      <h2>{t("permits.more")}</h2>
      <ul>
        {Object.entries(MORE).map(([id, path]) => (
          <li key={id}>
            <a href={`/${locale}/${path}`}>{t(`permits.${id}`)}</a>
          </li>
        ))}
      </ul>
    </PageMain>
  );
}
