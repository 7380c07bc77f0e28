import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { Card } from "@/components/layout/Card";
import { CardGrid } from "@/components/layout/CardGrid";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { JourneyLine } from "@/components/pictures/JourneyLine";
import type { Locale } from "@/lib/i18n/locales";

const WHO = ["studies", "research", "after", "family", "waiting"] as const;
const STOPS = ["check", "apply", "documents", "receipt", "decision"] as const;
const NEEDS = ["passport", "email", "proof", "money", "address"] as const;
const GOOD = ["freely", "phone", "address"] as const;

export default async function StartPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "start" });
  const stops = STOPS.map((id, index) => ({
    id,
    title: t(`journey.${id}`),
    detail: t(`journey.${id}Text`),
    state: index === 0 ? ("here" as const) : ("ahead" as const),
  }));
  return (
    <PageMain>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <ButtonRow>
        <ButtonLink href={`/${locale}/check`}>{t("check")}</ButtonLink>
      </ButtonRow>
      <p>{t("checkHint")}</p>
      <p>
        <a href={`/${locale}/applications`}>{t("apply")}</a>
      </p>
      <h2>{t("whoHeading")}</h2>
      <CardGrid>
        {WHO.map((id) => (
          <Card key={id} heading={t(id)} headingLevel={3}>
            <p>{t(`${id}Text`)}</p>
          </Card>
        ))}
      </CardGrid>
      <h2>{t("journeyHeading")}</h2>
      <JourneyLine label={t("journey.label")} stops={stops} hereText={t("journey.here")} />
      <h2>{t("needHeading")}</h2>
      <ul>
        {NEEDS.map((id) => (
          <li key={id}>{t(`need.${id}`)}</li>
        ))}
      </ul>
      <h2>{t("goodHeading")}</h2>
      <ul>
        {GOOD.map((id) => (
          <li key={id}>{t(`good.${id}`)}</li>
        ))}
      </ul>
    </PageMain>
  );
}
