import { getTranslations } from "next-intl/server";
import { Card } from "@/components/layout/Card";
import { Tag, type TagTone } from "@/components/layout/Tag";
import type { Overview } from "@/lib/applications/overview";
import type { Application } from "@/lib/db/generated/client";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishMoment } from "@/lib/i18n/swedish-time";

const TONES: Record<Application["state"], TagTone> = {
  draft: "neutral",
  submitted: "done",
  complement_requested: "attention",
  decided: "here",
  acknowledged: "done",
  withdrawn: "neutral",
};

type CardProps = { overview: Overview; locale: Locale };

/** How far the application is, and what comes next. */
async function Standing({ overview, locale }: CardProps) {
  const [t, steps, common] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "steps" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const { application, progress, sentAt } = overview;
  const time = (when: Date) => common("swedishTime", { when: swedishMoment(when, formatLocale(locale)) });
  if (progress) {
    const { next } = progress;
    const title = next === "documents" || next === "review" ? t(`tasks.${next}`) : steps(`${next}.title`);
    return (
      <>
        <p>{t("tasks.lead", { done: progress.done, all: progress.all })}</p>
        <p>{t("list.nextTask", { title })}</p>
        <p className="muted">{t("list.changed", { when: time(application.updatedAt) })}</p>
      </>
    );
  }
  const next = `list.next.${application.state}` as never;
  return (
    <>
      {t.has(next) ? <p>{t(next)}</p> : null}
      {sentAt ? <p className="muted">{t("list.sent", { when: time(sentAt) })}</p> : null}
    </>
  );
}

/** One application in the list of one's own. */
export async function ApplicationCard({ overview, locale }: CardProps) {
  const [t, permits] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "permits" }),
  ]);
  const { id, permit, kind, state, reference } = overview.application;
  return (
    <Card
      heading={permits(`${permit}.name` as never)}
      headingLevel={3}
      href={`/${locale}/applications/${id}`}
    >
      <p>
        <Tag tone={TONES[state]}>{t(`states.${state}`)}</Tag>{" "}
        {kind === "extension" ? <Tag>{t("list.extension")}</Tag> : null}
      </p>
      <p>
        {t("list.reference")} <bdi dir="ltr">{reference}</bdi>
        {overview.family ? (
          <>
            {" · "}
            {t("list.family")} <bdi dir="ltr">{overview.family}</bdi>
          </>
        ) : null}
      </p>
      <Standing overview={overview} locale={locale} />
    </Card>
  );
}
