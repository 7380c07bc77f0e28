import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/Notice";
import type { AnsweredStep } from "@/lib/hosts/confirmed";
import { hostName } from "@/lib/hosts/host-name";
import { listNoticesFor } from "@/lib/hosts/notices";
import { type Told, toldIn } from "@/lib/hosts/told";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { writtenDay } from "@/lib/i18n/swedish-time";

type NewsProps = { applicationId: string; steps?: readonly AnsweredStep[]; locale: Locale };

async function Notices({ applicationId, locale }: NewsProps) {
  const [t, notices] = await Promise.all([
    getTranslations({ locale, namespace: "hosts" }),
    listNoticesFor(applicationId),
  ]);
  const path = `/${locale}/applications/${applicationId}/university`;
  return notices
    .filter(({ retractedAt }) => !retractedAt)
    .map(({ id, kind, host, date }) => (
      <Notice key={id} kind="warning" heading={t(`notices.${kind}.title`, { host: hostName(host, locale) })}>
        <p>{t("notices.on", { day: writtenDay(date, formatLocale(locale)) })}</p>
        <p>
          <a href={`${path}#notice-${id}`}>{t("notices.more")}</a>
        </p>
      </Notice>
    ));
}

async function Line({ told, path, locale }: { told: Told; path: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "hosts" });
  const host = hostName(told.host, locale);
  const facts = told.confirmed.length;
  const differ = told.confirmed.filter(({ state }) => state === "differs").length;
  return (
    <p>
      {facts > 0 ? `${t("line.confirmed", { host, facts })} ` : null}
      {differ > 0 ? `${t("line.differ", { host, differ })} ` : null}
      <a href={path}>{t("line.more", { host })}</a>
    </p>
  );
}

/** What universities have told in an application: notices first, then a line for each. Nothing where none has. */
export async function HostNews({ applicationId, steps = [], locale }: NewsProps) {
  const told = await toldIn(applicationId, steps);
  if (told.length === 0) return null;
  const path = `/${locale}/applications/${applicationId}/university`;
  return (
    <>
      <Notices applicationId={applicationId} locale={locale} />
      {told.map((one) => (
        <Line key={one.host.code} told={one} path={path} locale={locale} />
      ))}
    </>
  );
}
