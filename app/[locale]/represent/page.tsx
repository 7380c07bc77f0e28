import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { BackLink } from "@/components/layout/BackLink";
import { Card } from "@/components/layout/Card";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { Tag } from "@/components/layout/Tag";
import type { Locale } from "@/lib/i18n/locales";
import { listRepresented, type Represented } from "@/lib/representatives/representations";
import { personalPage } from "../personal-page";
import { FormFields } from "../representations/FormFields";
import { FormTold } from "../representations/FormTold";
import { formState } from "../representations/form-state";
import { START_FIELD_OF, START_FIELDS } from "../representations/forms";
import { HiddenFields } from "../representations/HiddenFields";
import { startForAction } from "./actions";

type Params = { locale: Locale };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "representatives" });
  return { title: t("startFor.title") };
}

async function RepresentedList({ list, locale }: { list: readonly Represented[]; locale: Locale }) {
  if (list.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "representatives" });
  return (
    <section>
      <h2>{t("startFor.listHeading")}</h2>
      <div className="card-list">
        {list.map(({ representationId, personName, reference, application }) => (
          <Card
            key={representationId}
            headingLevel={3}
            heading={<bdi>{personName || t("startFor.unnamed")}</bdi>}
            href={`/${locale}/representations/${representationId}`}
          >
            <p>
              <Tag tone={application ? "done" : "neutral"}>
                {t(application ? "startFor.openTag" : "startFor.waitingTag")}
              </Tag>
            </p>
            <p>
              <bdi dir="ltr">{reference}</bdi>
            </p>
          </Card>
        ))}
      </div>
    </section>
  );
}

export default personalPage<Params>(async ({ user, locale, search }) => {
  const page = `/${locale}/represent`;
  const [t, applications, list, state] = await Promise.all([
    getTranslations({ locale, namespace: "representatives" }),
    getTranslations({ locale, namespace: "applications" }),
    listRepresented(user.id),
    formState({ locale, page, search, fields: START_FIELDS, fieldOf: START_FIELD_OF }),
  ]);
  return (
    <PageMain before={<BackLink href={`/${locale}/applications`}>{applications("list.title")}</BackLink>}>
      <FormTold state={state} told={search.told} locale={locale} />
      <PageHeading lead={t("startFor.lead")}>{t("startFor.title")}</PageHeading>
      <ul>
        <li>{t("startFor.own")}</li>
        <li>{t("startFor.poa")}</li>
        <li>{t("startFor.child")}</li>
      </ul>
      <form action={startForAction} className="stack" noValidate>
        <HiddenFields form={randomUUID()} locale={locale} />
        <FormFields fields={START_FIELDS} state={state} before={{ language: locale }} locale={locale} />
        <Button formAction={page}>{t("startFor.button")}</Button>
      </form>
      <RepresentedList list={list} locale={locale} />
    </PageMain>
  );
});
