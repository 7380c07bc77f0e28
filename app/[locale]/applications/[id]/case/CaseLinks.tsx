import { getTranslations } from "next-intl/server";
import { Card } from "@/components/layout/Card";
import { CardGrid } from "@/components/layout/CardGrid";
import type { ApplicationState } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/i18n/locales";

const PAGES = ["messages", "new-address", "receipt", "family", "representative"] as const;

/** The pages of a case. What was withdrawn has no address to keep and nobody to tell. */
export async function CaseLinks({
  state,
  base,
  locale,
}: {
  state: ApplicationState;
  base: string;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "cases" });
  const pages = state === "withdrawn" ? (["receipt"] as const) : PAGES;
  return (
    <section>
      <h2>{t("links.heading")}</h2>
      <CardGrid>
        {pages.map((page) => (
          <Card key={page} headingLevel={3} heading={t(`links.${page}.title`)} href={`${base}/${page}`}>
            <p>{t(`links.${page}.text`)}</p>
          </Card>
        ))}
      </CardGrid>
    </section>
  );
}
