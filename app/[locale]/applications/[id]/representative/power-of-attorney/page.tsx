import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { openHeldRepresentation } from "@/lib/representatives/representations";
import { personalPage } from "../../../../personal-page";
import { PowerOfAttorneyText } from "../../../../representations/PowerOfAttorneyText";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "representatives" });
  return { title: t("text.title") };
}

export default personalPage<Params>(async ({ user, locale, params: { id } }) => {
  const { live, application, personName, isForAnother } = await openHeldRepresentation(user.id, id);
  const back = `/${locale}/applications/${id}/representative`;
  if (!live) redirect(back);
  const { name, email } = live;
  const { reference } = application;
  return (
    <PowerOfAttorneyText
      parties={{ personName, name, email, reference, isForAnother }}
      locale={locale}
      back={back}
    />
  );
});
