import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/layout/BackLink";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { isolatedName } from "@/lib/documents/file-name";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishMoment } from "@/lib/i18n/swedish-time";
import {
  type HeldRepresentation,
  openHeldRepresentation,
  representedHere,
} from "@/lib/representatives/representations";
import { whatWasDone } from "@/lib/representatives/what-was-done";
import { personalPage } from "../../../personal-page";
import { FormTold } from "../../../representations/FormTold";
import { type FormState, formState } from "../../../representations/form-state";
import { APPOINT_FIELD_OF, APPOINT_FIELDS } from "../../../representations/forms";
import { Appoint } from "./Appoint";
import { Doings } from "./Doings";
import { Explanation } from "./Explanation";
import { Invited } from "./Invited";
import { PowerOfAttorney } from "./PowerOfAttorney";
import { Standing } from "./Standing";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "representatives" });
  return { title: t("title") };
}

type NowProps = {
  held: HeldRepresentation;
  state: FormState;
  told: string | string[] | undefined;
  locale: Locale;
};

/** How it stands: nobody, asked, said yes, or representing. */
function Now({ held, state, told, locale }: NowProps) {
  const { application, live } = held;
  if (!live) return <Appoint held={held} state={state} locale={locale} />;
  if (live.state === "invited") return <Invited held={held} live={live} state={state} locale={locale} />;
  return (
    <>
      <Standing held={held} live={live} locale={locale} />
      <PowerOfAttorney
        applicationId={application.id}
        isDraft={application.state === "draft"}
        told={told}
        locale={locale}
      />
    </>
  );
}

async function Earlier({ ended, locale }: { ended: HeldRepresentation["ended"]; locale: Locale }) {
  if (ended.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "representatives" });
  return (
    <section>
      <h2>{t("ended.heading")}</h2>
      <ul>
        {ended.map(({ id, name, endedAt }) => (
          <li key={id}>
            {t("ended.line", {
              name: isolatedName(name),
              when: endedAt ? swedishMoment(endedAt, formatLocale(locale)) : "",
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const here = await representedHere(user.id, id);
  if (here) redirect(`/${locale}/representations/${here.representationId}`);
  const held = await openHeldRepresentation(user.id, id);
  const base = `/${locale}/applications/${id}`;
  const [t, common, doings, state] = await Promise.all([
    getTranslations({ locale, namespace: "representatives" }),
    getTranslations({ locale, namespace: "common" }),
    whatWasDone(user.id, id),
    formState({
      locale,
      page: `${base}/representative`,
      search,
      fields: APPOINT_FIELDS,
      fieldOf: APPOINT_FIELD_OF,
    }),
  ]);
  const hasAccepted = held.live !== null && held.live.state !== "invited";
  return (
    <PageMain before={<BackLink href={base}>{common("backToList")}</BackLink>}>
      <FormTold state={state} told={search.told} locale={locale} />
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      {hasAccepted ? null : <Explanation locale={locale} />}
      <Now held={held} state={state} told={search.told} locale={locale} />
      {hasAccepted || doings.length > 0 ? <Doings doings={doings} locale={locale} /> : null}
      {hasAccepted ? <Explanation locale={locale} /> : null}
      <Earlier ended={held.ended} locale={locale} />
    </PageMain>
  );
});
