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
  const { rows, raw, isUnfinished } = (await postedPermits.take()) ?? NOTHING_POSTED;
  const today = swedishDay();
  const { periods, errors } = isUnfinished ? { periods: [], errors: [] } : readHeldPermits(rows, raw, today);
  const href = `/${locale}/timeline`;
  const form = <PermitsForm {...{ rows, raw, errors, href, words }} action={showTimeline} />;
  if (periods.length === 0 || errors.length > 0) {
    return (
      <PageMain>
        <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
        <p className="muted">{t("privacy")}</p>
        {form}
      </PageMain>
    );
  }
  const timeline = timelineOf(periods, today, editionsInForce());
  return (
    <PageMain>
      <PageHeading>{t("title")}</PageHeading>
      <TimelineResult timeline={timeline} words={words} locale={locale} />
      <Disclosure summary={t("form.change")}>{form}</Disclosure>
    </PageMain>
  );
}
