import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/form/ButtonLink";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";

export default async function NotFoundPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("common")]);
  return (
    <PageMain>
      <PageHeading lead={t("notFound.text")}>{t("notFound.title")}</PageHeading>
      <ButtonLink href={`/${locale}/applications`}>{t("notFound.action")}</ButtonLink>
    </PageMain>
  );
}
