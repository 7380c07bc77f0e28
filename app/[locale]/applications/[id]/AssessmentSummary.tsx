import { getTranslations } from "next-intl/server";
import { ConditionList } from "@/components/layout/ConditionList";
import { Notice } from "@/components/layout/Notice";
import type { Locale } from "@/lib/i18n/locales";
import type { Assessment, ConditionState } from "@/lib/rules";

/** What the person can still do something about. */
const SHOWN: readonly ConditionState[] = ["not-met", "unknown", "later"];

/** How the application stands under the rules today: what is not met, not answered or still to come. */
export async function AssessmentSummary({ assessment, locale }: { assessment: Assessment; locale: Locale }) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "conditions" }),
  ]);
  /** The reason tells most; without one the state, and without words for that what the condition means. */
  const verdict = (id: string, state: ConditionState, reason?: string) => {
    const keys = [...(reason ? [`${id}.reasons.${reason}`] : []), `${id}.states.${state}`];
    return words((keys.find((key) => words.has(key as never)) ?? `${id}.meaning`) as never);
  };
  const shown = assessment.conditions.filter(({ state }) => SHOWN.includes(state));
  return (
    <section>
      <h2>{t("assessment.heading")}</h2>
      <p>{t(`assessment.outcomes.${assessment.outcome}`)}</p>
      {shown.length > 0 ? (
        <ConditionList
          conditions={shown.map(({ id, state, reason }) => ({
            id: `condition-${id}`,
            state,
            stateText: t(`assessment.states.${state}`),
            title: words(`${id}.title` as never),
            children: <p>{verdict(id, state, reason)}</p>,
            ...(state !== "later" && words.has(`${id}.todo` as never)
              ? { action: <p>{words(`${id}.todo` as never)}</p>, actionHeading: t("assessment.todo") }
              : {}),
          }))}
        />
      ) : null}
      <Notice kind="info">
        <p>{t("assessment.notADecision")}</p>
      </Notice>
    </section>
  );
}
