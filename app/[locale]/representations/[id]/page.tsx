import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/form/ButtonLink";
import { BackLink } from "@/components/layout/BackLink";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { isolatedName } from "@/lib/documents/file-name";
import type { Locale } from "@/lib/i18n/locales";
import { type OwnRepresentation, openRepresentation } from "@/lib/representatives/representations";
import { personalPage } from "../../personal-page";
import { FormTold } from "../FormTold";
import { formState } from "../form-state";
import { PowerOfAttorneyUpload } from "../PowerOfAttorneyUpload";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "representatives" });
  return { title: t("banner.label") };
}

type PartProps = { own: OwnRepresentation; locale: Locale; told: string | string[] | undefined };

async function Waiting({ own, locale, told }: PartProps) {
  const t = await getTranslations({ locale, namespace: "representatives" });
  const { id } = own.representation;
  if (!own.isDraft) return <p>{t("mine.waiting.sent")}</p>;
  return (
    <section id="power-of-attorney">
      <h2>{t("mine.waiting.heading")}</h2>
      <p>{t("mine.waiting.text")}</p>
      <p>{t("mine.waiting.steps", { name: isolatedName(own.personName || own.reference) })}</p>
      <p>
        <a href={`/${locale}/representations/${id}/power-of-attorney`}>{t("poa.print")}</a>
      </p>
      <PowerOfAttorneyUpload
        action={`/api/representations/${id}/power-of-attorney`}
        id={id}
        told={told}
        locale={locale}
      />
    </section>
  );
}

async function Open({ own, locale }: PartProps) {
  const t = await getTranslations({ locale, namespace: "representatives" });
  return (
    <section id="power-of-attorney">
      <h2>{t("mine.open.heading")}</h2>
      <p>{t("mine.open.text", { name: isolatedName(own.personName) })}</p>
      <ButtonLink href={`/${locale}/applications/${own.representation.applicationId}`}>
        {t("mine.open.link")}
      </ButtonLink>
    </section>
  );
}

export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const own = await openRepresentation(user.id, id);
  const page = `/${locale}/representations/${id}`;
  const [t, applications, state] = await Promise.all([
    getTranslations({ locale, namespace: "representatives" }),
    getTranslations({ locale, namespace: "applications" }),
    formState({ locale, page, search }),
  ]);
  const part = { own, locale, told: search.told };
  return (
    <PageMain before={<BackLink href={`/${locale}/applications`}>{applications("list.title")}</BackLink>}>
      <FormTold state={state} told={search.told} locale={locale} />
      <PageHeading>{t("mine.title", { name: isolatedName(own.personName || own.reference) })}</PageHeading>
      <p>
        {t("mine.reference")}: <bdi dir="ltr">{own.reference}</bdi>
      </p>
      {own.representation.state === "active" ? <Open {...part} /> : <Waiting {...part} />}
      <p>
        <a href={`${page}/end`}>{t("mine.end")}</a>
      </p>
    </PageMain>
  );
});
