import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { isolatedName } from "@/lib/documents/file-name";
import type { Locale } from "@/lib/i18n/locales";
import { openHeldRepresentation } from "@/lib/representatives/representations";
import { personalPage } from "../../../../personal-page";
import { HiddenFields } from "../../../../representations/HiddenFields";
import { endAction } from "../actions";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "representatives" });
  return { title: t("endPage.title") };
}

export default personalPage<Params>(async ({ user, locale, params: { id } }) => {
  const { live } = await openHeldRepresentation(user.id, id);
  const back = `/${locale}/applications/${id}/representative`;
  if (!live) redirect(back);
  const t = await getTranslations({ locale, namespace: "representatives" });
  const name = isolatedName(live.name);
  const isAsked = live.state === "invited";
  return (
    <PageMain>
      <PageHeading>{t(isAsked ? "endPage.titleInvited" : "endPage.title")}</PageHeading>
      {isAsked ? (
        <p>{t("endPage.textInvited", { name })}</p>
      ) : (
        <ul>
          <li>{t("endPage.text", { name })}</li>
          <li>{t("endPage.kept", { name })}</li>
          <li>{t("endPage.letter", { name })}</li>
        </ul>
      )}
      <form action={endAction}>
        <HiddenFields application={id} locale={locale} />
        <ButtonRow>
          <Button variant="danger" formAction={`${back}/end`}>
            {t(isAsked ? "endPage.yesInvited" : "endPage.yes")}
          </Button>
          <ButtonLink variant="quiet" href={back}>
            {t("endPage.no")}
          </ButtonLink>
        </ButtonRow>
      </form>
    </PageMain>
  );
});
