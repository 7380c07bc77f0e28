import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SummaryList } from "@/components/layout/SummaryList";
import type { Claims } from "@/lib/hosts/claims";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { writtenDay } from "@/lib/i18n/swedish-time";

type ClaimsProps = { heading: string; claims: Claims; locale: Locale };

/** What a host says of a person, in words. */
export async function ClaimsList({ heading, claims, locale }: ClaimsProps) {
  const [t, facts] = await Promise.all([
    getTranslations({ locale, namespace: "hosts" }),
    getTranslations({ locale, namespace: "facts" }),
  ]);
  const format = formatLocale(locale);
  const { person, level, credits, pace, language, tuition, mobilityProgramme, funding } = claims;
  const money = new Intl.NumberFormat(format, {
    style: "currency",
    currency: "SEK",
    maximumFractionDigits: 0,
  });
  const written = (day: string | undefined) => day && writtenDay(day, format);
  const typed = (text: string | undefined) => text && <bdi>{text}</bdi>;
  const said = {
    name: typed([person.name.given, person.name.family].filter(Boolean).join(" ")),
    birthDate: written(person.birthDate),
    programme: typed(claims.programme),
    project: typed(claims.project),
    level: level && facts(`studyLevel.options.${level}`),
    credits: credits !== undefined && new Intl.NumberFormat(format).format(credits),
    pace: pace && t(`claimValues.pace.${pace}`),
    from: written(claims.from),
    until: written(claims.until),
    place: typed(claims.place),
    language: language && (new Intl.DisplayNames([format], { type: "language" }).of(language) ?? language),
    tuition: tuition && t(`claimValues.tuition.${tuition}`),
    mobilityProgramme: mobilityProgramme && t(`claimValues.mobilityProgramme.${mobilityProgramme}`),
    funding: funding?.amountMonthlySek !== undefined && money.format(funding.amountMonthlySek),
    fundingNote: typed(funding?.note),
  } satisfies Record<string, ReactNode>;
  const rows = Object.entries(said).flatMap(([id, value]) =>
    value ? [{ id, term: t(`claims.${id}` as never), value }] : [],
  );
  return <SummaryList heading={heading} rows={rows} />;
}
