import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";

/** Shown while the database does not answer. */
export async function UnavailablePage() {
  const t = await getTranslations("common");
  return (
    <PageMain>
      <title>{t("unavailable.title")}</title>
      <PageHeading>{t("unavailable.title")}</PageHeading>
      <Notice kind="warning">
        <p>{t("unavailable.text")}</p>
      </Notice>
    </PageMain>
  );
}

/** Shown for a fault that nobody foresaw; the id stands in the log. */
export async function FailedPage({ id }: { id: string }) {
  const t = await getTranslations("common");
  return (
    <PageMain>
      <title>{t("failed.title")}</title>
      <PageHeading lead={t("failed.text")}>{t("failed.title")}</PageHeading>
      <p>
        {t("failed.quote")} <code dir="ltr">{id}</code>
      </p>
    </PageMain>
  );
}
