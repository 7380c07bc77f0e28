import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { openRepresentation } from "@/lib/representatives/representations";
import { personalPage } from "../../../personal-page";
import { PowerOfAttorneyText } from "../../PowerOfAttorneyText";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "representatives" });
  return { title: t("text.title") };
}

export default personalPage<Params>(async ({ user, locale, params: { id } }) => {
  const { representation, ...own } = await openRepresentation(user.id, id);
  const { name, email } = representation;
  return (
    <PowerOfAttorneyText
      parties={{ ...own, name, email }}
      locale={locale}
      back={`/${locale}/representations/${id}`}
    />
  );
});
