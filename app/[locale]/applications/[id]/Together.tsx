import { getTranslations } from "next-intl/server";
import { Card } from "@/components/layout/Card";
import { CardGrid } from "@/components/layout/CardGrid";
import { familyPermitsFor } from "@/lib/families/permits";
import type { Locale } from "@/lib/i18n/locales";

const PAGES = ["family", "representative"] as const;

/** The ways to those who apply along, and to somebody who helps. */
export async function Together({ permit, base, locale }: { permit: string; base: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "applications" });
  const pages = PAGES.filter((page) => page !== "family" || familyPermitsFor(permit).length > 0);
  return (
    <section>
      <h2>{t("together.heading")}</h2>
      <CardGrid>
        {pages.map((page) => (
          <Card key={page} headingLevel={3} heading={t(`together.${page}.title`)} href={`${base}/${page}`}>
            <p>{t(`together.${page}.text`)}</p>
          </Card>
        ))}
      </CardGrid>
    </section>
  );
}
