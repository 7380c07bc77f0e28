import { getTranslations } from "next-intl/server";
import { CitationRow } from "@/components/rules/CitationRow";
import { hostName } from "@/lib/hosts/host-name";
import type { Notice } from "@/lib/hosts/notices";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay, writtenDay } from "@/lib/i18n/swedish-time";
import type { PermitId } from "@/lib/rules";
import { FAIRNESS, NOTICE_LAW, OTHER_PERMITS, restsOnAdmission } from "./notice-law";

type SectionProps = { notice: Notice; permit: PermitId; locale: Locale };

async function Alternative({ permit, locale }: { permit: PermitId; locale: Locale }) {
  const permits = await getTranslations({ locale, namespace: "permits" });
  return <a href={`/${locale}/permits/${permit}`}>{permits(`${permit}.name`)}</a>;
}

/** One notice: what was told and when, what it means for this permit with the law, and what to do. */
export async function NoticeSection({ notice, permit, locale }: SectionProps) {
  const t = await getTranslations({ locale, namespace: "hosts" });
  const { id, kind, until, retractedAt } = notice;
  const host = hostName(notice.host, locale);
  const written = (day: string) => writtenDay(day, formatLocale(locale));
  const { duty, studies, alternative } = NOTICE_LAW[kind];
  const isAboutStudies = restsOnAdmission(permit);
  const dates = { host, told: written(swedishDay(notice.receivedAt)), day: written(notice.date) };
  if (retractedAt) {
    const day = written(swedishDay(retractedAt));
    return (
      <section className="host-notice" id={`notice-${id}`}>
        <h3>
          <s>{t(`notices.${kind}.title`, { host })}</s>
        </h3>
        <p>{t("notices.retracted", { host, day })}</p>
      </section>
    );
  }
  return (
    <section className="host-notice" id={`notice-${id}`}>
      <h3>{t(`notices.${kind}.title`, { host })}</h3>
      <p>
        {t("notices.dated", dates)} {until ? t("notices.until", { until: written(until) }) : null}
      </p>
      <h4>{t("notices.means")}</h4>
      <p>{isAboutStudies ? t(`notices.${kind}.means`) : t("notices.other", { host })}</p>
      <CitationRow cites={isAboutStudies ? studies : OTHER_PERMITS} />
      <p>{t("notices.fair")}</p>
      <CitationRow cites={FAIRNESS} />
      <h4>{t("notices.todo")}</h4>
      <ul>
        <li>{t(`notices.${kind}.university`, { host })}</li>
        <li>
          {t(`notices.${kind}.permit`)}{" "}
          {alternative ? <Alternative permit={alternative} locale={locale} /> : null}
        </li>
        <li>{t("notices.wrong", { host })}</li>
      </ul>
      <p>{t("notices.duty", { host })}</p>
      <CitationRow cites={[duty]} />
    </section>
  );
}
