import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { isolatedName } from "@/lib/documents/file-name";
import type { Locale } from "@/lib/i18n/locales";
import { openRepresentation } from "@/lib/representatives/representations";
import { personalPage } from "../../../personal-page";
import { endOwnAction } from "../../end-own-action";
import { FormTold } from "../../FormTold";
import { formState } from "../../form-state";
import { HiddenFields } from "../../HiddenFields";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "representatives" });
  return { title: t("mine.endTitle") };
}

export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const own = await openRepresentation(user.id, id);
  const back = `/${locale}/representations/${id}`;
  const [t, state] = await Promise.all([
    getTranslations({ locale, namespace: "representatives" }),
    formState({ locale, page: `${back}/end`, search }),
  ]);
  return (
    <PageMain>
      <FormTold state={state} told={undefined} locale={locale} />
      <PageHeading>{t("mine.endTitle")}</PageHeading>
      <p>{t("mine.endText", { name: isolatedName(own.personName || own.reference) })}</p>
      <form action={endOwnAction}>
        <HiddenFields representation={id} locale={locale} />
        <ButtonRow>
          <Button variant="danger">{t("mine.endYes")}</Button>
          <ButtonLink variant="quiet" href={back}>
            {t("endPage.no")}
          </ButtonLink>
        </ButtonRow>
      </form>
    </PageMain>
  );
});
