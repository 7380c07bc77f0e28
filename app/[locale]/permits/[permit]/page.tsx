import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DateForm } from "@/components/catalogue/DateForm";
import { PermitConditions } from "@/components/catalogue/PermitConditions";
import { PermitDuring } from "@/components/catalogue/PermitDuring";
import { PermitGlance } from "@/components/catalogue/PermitGlance";
import {
  PermitAlternatives,
  PermitDocuments,
  PermitInside,
  PermitNotModelled,
} from "@/components/catalogue/PermitParts";
import { type RulesWords, rulesWords } from "@/components/catalogue/rules-words";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { BackLink } from "@/components/layout/BackLink";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { OPEN_PERMITS } from "@/lib/applications/applications";
import { permitOn } from "@/lib/catalogue/permit-on";
import type { Locale } from "@/lib/i18n/locales";
import { editionsInForce } from "@/lib/law";
import { NOT_MODELLED, PERMIT_IDS, type PermitId } from "@/lib/rules";
import { type DateAsked, dateAsked, firstLaw } from "../date-asked";

type Props = {
  params: Promise<{ locale: Locale; permit: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const isPermitId = (id: string): id is PermitId => PERMIT_IDS.some((one) => one === id);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, permit } = await params;
  if (!isPermitId(permit)) return {};
  const t = await getTranslations({ locale, namespace: "permits" });
  return { title: t(`${permit}.name` as never), description: t(`${permit}.short` as never) };
}

function DateNotice({ asked, href, words }: { asked: DateAsked; href: string; words: RulesWords }) {
  const { t, day } = words;
  if (asked.fault) {
    return (
      <Notice kind="error" heading={t("permit.noDate.heading")}>
        <p>{t(`permit.noDate.${asked.fault}`, { first: day(firstLaw()) })}</p>
      </Notice>
    );
  }
  if (asked.isToday) return null;
  return (
    <Notice heading={t("permit.other.heading", { date: day(asked.date) })}>
      <p>
        {t("permit.other.text")} <a href={href}>{t("permit.other.today")}</a>
      </p>
    </Notice>
  );
}

export default async function PermitPage({ params, searchParams }: Props) {
  const { locale, permit: id } = await params;
  if (!isPermitId(id)) notFound();
  const asked = dateAsked((await searchParams).date);
  const editions = editionsInForce();
  const permit = permitOn(id, asked.date, editions);
  const words = await rulesWords(locale);
  const { t, permits, day, permitHref } = words;
  return (
    <PageMain before={<BackLink href={`/${locale}/permits`}>{t("permit.back")}</BackLink>}>
      <PageHeading caption={t("permit.caption")} lead={permits(`${id}.short`)}>
        {permits(`${id}.name`)}
      </PageHeading>
      <DateNotice asked={asked} href={permitHref(id)} words={words} />
      <ButtonRow>
        <ButtonLink href={`/${locale}/check`}>{t("permit.check")}</ButtonLink>
        {OPEN_PERMITS.includes(id) ? (
          <ButtonLink href={`/${locale}/applications/new/${id}`} variant="secondary">
            {t("permit.apply")}
          </ButtonLink>
        ) : null}
      </ButtonRow>
      <PermitGlance permit={permit} words={words} />
      <PermitConditions permit={permit} words={words} />
      <PermitDocuments permit={permit} words={words} />
      <PermitInside permit={permit} words={words} />
      <PermitDuring permit={permit} words={words} />
      <PermitAlternatives permit={permit} words={words} />
      <PermitNotModelled
        entries={NOT_MODELLED.filter(({ permits: ids }) => ids.includes(id))}
        words={words}
      />
      <DateForm href={permitHref(id)} date={asked.date} editions={editions} words={words} />
      <p className="muted">
        {t("permit.asOf", { date: day(asked.date) })}{" "}
        <a href={`/${locale}/rules?permit=${id}`}>{t("permit.full")}</a>
      </p>
    </PageMain>
  );
}
