import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../personal-page";
import { carriedStart } from "../carried";
import { startCarried } from "../start-action";

type Params = { locale: Locale };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "applications" });
  return { title: t("carried.title") };
}

/** After a sign-in: a page that is only looked at must not create anything, so that the person says the word. */
export default personalPage<Params>(async ({ locale }) => {
  const start = await carriedStart();
  if (!start) redirect(`/${locale}/applications`);
  const [t, permits] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "permits" }),
  ]);
  return (
    <PageMain>
      <PageHeading lead={t("carried.text", { answers: Object.keys(start.facts).length })}>
        {t("carried.title")}
      </PageHeading>
      <p>{permits(`${start.permit}.name` as never)}</p>
      <form action={startCarried}>
        <input type="hidden" name="locale" value={locale} />
        <Button>{t("carried.start")}</Button>
      </form>
    </PageMain>
  );
});
