import { getTranslations } from "next-intl/server";
import { Bdi } from "@/components/layout/Bdi";
import { JourneyLine } from "@/components/pictures/JourneyLine";
import { isUnderExamination } from "@/lib/applications/states";
import type { CaseNow } from "@/lib/cases/case-now";
import type { ApplicationState } from "@/lib/db/generated/client";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay, swedishMoment, writtenDay } from "@/lib/i18n/swedish-time";

type CaseClockProps = { now: CaseNow; base: string; locale: Locale };

const STOPS = ["sent", "examined", "decided", "received"] as const;
const AT: Partial<Record<ApplicationState, number>> = {
  submitted: 1,
  complement_requested: 1,
  decided: 2,
  acknowledged: 4,
};

async function Journey({ state, locale }: { state: ApplicationState; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "cases" });
  const at = AT[state];
  if (at === undefined) return null;
  return (
    <JourneyLine
      label={t("journey.label")}
      hereText={t("journey.here")}
      doneText={t("journey.done")}
      stops={STOPS.map((id, index) => ({
        id,
        title: t(`journey.${id}`),
        state: index < at ? "done" : index === at ? "here" : "ahead",
      }))}
    />
  );
}

/** The statutory time in words: how far it has gone, whether it stands still, and what may be asked for when it is over. */
async function Time({ now: { clock }, locale }: CaseClockProps) {
  const t = await getTranslations({ locale, namespace: "cases" });
  const written = (day: string) => writtenDay(day, formatLocale(locale));
  if (clock.of === null || clock.dueOn === null) return <p>{t("clock.none")}</p>;
  return (
    <>
      <p>{t("clock.day", { day: clock.day, of: clock.of })}</p>
      <p>
        {clock.pausedSince
          ? t("clock.paused", { since: written(clock.pausedSince) })
          : clock.lateBy > 0
            ? t("clock.late", { due: written(clock.dueOn), days: clock.lateBy })
            : t("clock.due", { due: written(clock.dueOn) })}
        {clock.pausedDays > 0 && !clock.pausedSince ? ` ${t("clock.stood", { days: clock.pausedDays })}` : ""}
      </p>
      <p className="muted">{t("clock.law", { of: clock.of })}</p>
    </>
  );
}

async function Demand({ now: { clock, demand }, base, locale }: CaseClockProps) {
  const t = await getTranslations({ locale, namespace: "cases" });
  const written = (day: string) => writtenDay(day, formatLocale(locale));
  if (demand)
    return <p>{t("demand.made", { day: written(swedishDay(demand.at)), by: written(demand.answerBy) })}</p>;
  if (clock.mayDemandDecision)
    return (
      <p>
        {t("demand.may")} <a href={`${base}/ask-for-decision`}>{t("demand.link")}</a>
      </p>
    );
  return <p className="muted">{t("demand.later", { day: written(clock.sixMonthsOn) })}</p>;
}

async function Stage({ now: { stage }, locale }: CaseClockProps) {
  if (!stage) return null;
  const t = await getTranslations({ locale, namespace: "cases" });
  const when = swedishMoment(stage.at, formatLocale(locale));
  return (
    <>
      <p>{t("stage.says", { stage: t(`stage.${stage.stage}` as never), when })}</p>
      {stage.note ? (
        <blockquote>
          <Bdi>{stage.note}</Bdi>
        </blockquote>
      ) : null}
    </>
  );
}

/** Where the case is, and how long it takes. */
export async function CaseClock(props: CaseClockProps) {
  const { now, locale } = props;
  const { state } = now.application;
  const t = await getTranslations({ locale, namespace: "cases" });
  if (state === "withdrawn") return null;
  return (
    <section className="stack">
      <h2>{t("clock.heading")}</h2>
      <Journey state={state} locale={locale} />
      {isUnderExamination(state) ? (
        <>
          <Stage {...props} />
          <Time {...props} />
          <Demand {...props} />
        </>
      ) : null}
    </section>
  );
}
