import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BackLink } from "@/components/layout/BackLink";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { SummaryList } from "@/components/layout/SummaryList";
import { Tag, type TagTone } from "@/components/layout/Tag";
import { openApplication } from "@/lib/applications/applications";
import type { Compared } from "@/lib/hosts/confirmed";
import { hostName } from "@/lib/hosts/host-name";
import { listNoticesFor } from "@/lib/hosts/notices";
import { type Told, toldIn } from "@/lib/hosts/told";
import { answerTexts } from "@/lib/i18n/answer-text";
import { fieldStrings } from "@/lib/i18n/field-strings";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { writtenDay } from "@/lib/i18n/swedish-time";
import type { PermitId } from "@/lib/rules";
import { personalPage } from "../../../personal-page";
import { NoticeSection } from "./NoticeSection";
import { Sharing } from "./Sharing";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "hosts" });
  return { title: t("university.title") };
}

const TONES: Record<Exclude<Compared["state"], "not-asked">, TagTone> = {
  agrees: "done",
  differs: "attention",
  unreadable: "attention",
  open: "neutral",
};

type FactsProps = { heading: ReactNode; said: readonly Compared[]; locale: Locale };

async function Facts({ heading, said, locale }: FactsProps) {
  const [t, strings, say] = await Promise.all([
    getTranslations({ locale, namespace: "hosts" }),
    fieldStrings(
      locale,
      said.map(({ field }) => field),
    ),
    answerTexts(locale),
  ]);
  const rows = said.map(({ fact, field, value, own, state }) => ({
    id: fact,
    term: strings[fact]?.label ?? fact,
    value: (
      <>
        <bdi>{say(field, value)}</bdi>{" "}
        {state === "not-asked" ? null : <Tag tone={TONES[state]}>{t(`university.tags.${state}`)}</Tag>}
        {state === "differs" && own !== undefined ? (
          <>
            <br />
            <bdi className="as-typed">{t("university.own", { own: say(field, own) })}</bdi>
          </>
        ) : null}
      </>
    ),
  }));
  return <SummaryList heading={heading} rows={rows} />;
}

/** What was said, a list for each day. */
function byDay(said: readonly Compared[]): [day: string, said: Compared[]][] {
  const days = [...new Set(said.map(({ day }) => day))].sort();
  return days.map((day) => [day, said.filter((one) => one.day === day)]);
}

type HostProps = { told: Told; applicationId: string; isHolder: boolean; locale: Locale };

async function HostPart({ told, applicationId, isHolder, locale }: HostProps) {
  const t = await getTranslations({ locale, namespace: "hosts" });
  const host = hostName(told.host, locale);
  const written = (day: string) => writtenDay(day, formatLocale(locale));
  return (
    <section>
      <h2>{host}</h2>
      <p>{t("university.from", { day: written(told.acceptedOn) })}</p>
      {byDay(told.confirmed).map(([day, said]) => (
        <Facts key={day} heading={t("university.facts", { day: written(day) })} said={said} locale={locale} />
      ))}
      {told.withdrawnOn ? (
        <Notice
          kind="warning"
          heading={t("university.withdrawn.heading", { host, day: written(told.withdrawnOn) })}
        >
          <p>{t("university.withdrawn.text")}</p>
        </Notice>
      ) : null}
      {byDay(told.withdrawn).map(([day, said]) => (
        <Facts
          key={day}
          heading={t("university.withdrawn.facts", { day: written(day) })}
          said={said}
          locale={locale}
        />
      ))}
      <Sharing told={told} applicationId={applicationId} isHolder={isHolder} locale={locale} />
    </section>
  );
}

export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const { application, reading } = await openApplication(user.id, id);
  const [t, told, notices] = await Promise.all([
    getTranslations({ locale, namespace: "hosts" }),
    toldIn(id, reading.steps),
    listNoticesFor(id),
  ]);
  const permit = application.permit as PermitId;
  return (
    <PageMain before={<BackLink href={`/${locale}/applications/${id}`}>{t("university.back")}</BackLink>}>
      <PageHeading lead={t(told.length > 0 ? "university.lead" : "university.none")}>
        {t("university.title")}
      </PageHeading>
      {search.saved === "yes" ? (
        <Notice kind="success" isLive>
          <p>{t("university.sharing.saved")}</p>
        </Notice>
      ) : null}
      {notices.length > 0 ? (
        <section>
          <h2>{t("notices.heading")}</h2>
          {notices.map((notice) => (
            <NoticeSection key={notice.id} notice={notice} permit={permit} locale={locale} />
          ))}
        </section>
      ) : null}
      {told.map((one) => (
        <HostPart
          key={one.host.code}
          told={one}
          applicationId={id}
          isHolder={application.userId === user.id}
          locale={locale}
        />
      ))}
    </PageMain>
  );
});
