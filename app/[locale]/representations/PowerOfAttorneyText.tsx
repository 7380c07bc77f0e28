import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/layout/BackLink";
import { PageMain } from "@/components/layout/PageMain";
import type { Locale } from "@/lib/i18n/locales";

type Parties = {
  personName: string;
  /** The name and the address of the representative. */
  name: string;
  email: string;
  reference: string;
  /** A guardian signs for a child. */
  isForAnother: boolean;
};

/** The text in one language, with room for the signature (förvaltningslagen 15 §: the name of the representative and what it covers). */
async function Text({ parties, locale, level }: { parties: Parties; locale: Locale; level: 1 | 2 }) {
  const t = await getTranslations({ locale, namespace: "representatives.text" });
  const { personName, name, email, reference, isForAnother } = parties;
  const Heading = `h${level}` as const;
  return (
    <section lang={locale} className="letter">
      <Heading>{t("title")}</Heading>
      <dl>
        <dt>{t(isForAnother ? "giverChild" : "giver")}</dt>
        <dd>
          <bdi>{personName}</bdi>
        </dd>
        <dt>{t("representative")}</dt>
        <dd>
          <bdi>{name}</bdi>, <bdi dir="ltr">{email}</bdi>
        </dd>
        <dt>{t("reference")}</dt>
        <dd>
          <bdi dir="ltr">{reference}</bdi>
        </dd>
      </dl>
      <p>{t(isForAnother ? "givesChild" : "gives")}</p>
      <p>{t("not")}</p>
      <p>{t("until")}</p>
      {level === 1 ? (
        <>
          <p className="sign-line">{t("placeAndDay")}</p>
          <p className="sign-line">{t(isForAnother ? "signatureChild" : "signature")}</p>
          <p className="sign-line">{t("printedName")}</p>
        </>
      ) : null}
    </section>
  );
}

/** A power of attorney to print and sign: in Swedish, and below it in the language of the one who reads. */
export async function PowerOfAttorneyText({
  parties,
  locale,
  back,
}: {
  parties: Parties;
  locale: Locale;
  back: string;
}) {
  const t = await getTranslations({ locale, namespace: "representatives.text" });
  return (
    <PageMain before={<BackLink href={back}>{t("back")}</BackLink>}>
      <p className="lead no-print">{t("screen")}</p>
      <Text parties={parties} locale="sv" level={1} />
      {locale === "sv" ? null : <Text parties={parties} locale={locale} level={2} />}
    </PageMain>
  );
}
