import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/layout/Disclosure";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { PermitsForm } from "@/components/timeline/PermitsForm";
import { TimelineResult } from "@/components/timeline/TimelineResult";
import { timelineWords } from "@/components/timeline/timeline-words";
import type { Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { editionsInForce } from "@/lib/law";
import { asRowCount, readHeldPermits } from "@/lib/timeline/held-permits";
import { timelineOf } from "@/lib/timeline/timeline";
import { type PostedPermits, postedPermits } from "./posted-permits";
import { showTimeline } from "./show-timeline";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "timeline" });
  return { title: t("title"), description: t("lead") };
}

const NOTHING_POSTED: PostedPermits = { rows: asRowCount(0), raw: {}, isUnfinished: true };

export default async function TimelinePage({ params }: Props) {
  const { locale } = await params;
  const words = await timelineWords(locale);
  const { t } = words;
  const posted = (await postedPermits.take()) ?? NOTHING_POSTED;
  const today = swedishDay();
  const { periods, errors } = posted.isUnfinished
    ? { periods: [], errors: [] }
    : readHeldPermits(posted.rows, posted.raw, today);
  const isShown = periods.length > 0 && errors.length === 0;
  const form = (
    <PermitsForm
      rows={posted.rows}
      raw={posted.raw}
      errors={errors}
      href={`/${locale}/timeline`}
      action={showTimeline}
      words={words}
    />
  );
  return (
    <PageMain>
      <PageHeading lead={isShown ? undefined : t("lead")}>{t("title")}</PageHeading>
      {isShown ? (
        <>
          <TimelineResult
            timeline={timelineOf(periods, today, editionsInForce())}
            words={words}
            locale={locale}
          />
          <Disclosure summary={t("form.change")}>{form}</Disclosure>
        </>
      ) : (
        <>
          <p className="muted">{t("privacy")}</p>
          {form}
        </>
      )}
    </PageMain>
  );
}
