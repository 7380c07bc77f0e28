import { getTranslations } from "next-intl/server";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { Notice } from "@/components/layout/Notice";
import type { ADDRESS_PROBLEMS, CODE_PROBLEMS } from "@/lib/accounts/sign-in-forms";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishMoment } from "@/lib/i18n/swedish-time";

export type Problem = (typeof ADDRESS_PROBLEMS)[number] | (typeof CODE_PROBLEMS)[number];
export type ProblemDetails = { until?: number | undefined; left?: number | undefined };

/** The fields that problems are about. */
const FIELDS: Partial<Record<Problem, string>> = { email: "email", format: "code", wrong: "code" };

const MINUTE_MS = 60_000;
const secondsLeft = (until = 0) => Math.max(1, Math.ceil((until - Date.now()) / 1000));

/** The text of a problem other than that of waiting. */
export async function problemText(
  locale: Locale,
  problem: Problem,
  { until, left }: ProblemDetails,
): Promise<string> {
  const t = await getTranslations({ locale, namespace: "account" });
  return t(`problems.${problem}` as "problems.wrong", { left: left ?? 1, seconds: secondsLeft(until) });
}

async function WaitNotice({ locale, until = Date.now() }: { locale: Locale; until?: number | undefined }) {
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: "account" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const minutes = Math.max(1, Math.ceil((until - Date.now()) / MINUTE_MS));
  const hours = minutes < 120 ? 0 : Math.ceil(minutes / 60);
  const when = common("swedishTime", { when: swedishMoment(new Date(until), formatLocale(locale)) });
  return (
    <Notice kind="warning" heading={t("wait.heading")} isLive>
      <p>{t("wait.text", { hours, minutes, when })}</p>
      <p>{t("wait.kept")}</p>
    </Notice>
  );
}

type ProblemNoticeProps = ProblemDetails & { locale: Locale; problem: Problem };

/** What went wrong, at the top of the page; where it is about what was typed, with the way to the field. */
export async function ProblemNotice({ locale, problem, ...details }: ProblemNoticeProps) {
  if (problem === "wait") return <WaitNotice locale={locale} until={details.until} />;
  const [common, message] = await Promise.all([
    getTranslations({ locale, namespace: "common" }),
    problemText(locale, problem, details),
  ]);
  const field = FIELDS[problem];
  if (field) return <ErrorSummary heading={common("errorSummary")} errors={[{ field, message }]} />;
  return (
    <Notice kind={problem === "pause" ? "warning" : "error"} isLive>
      <p>{message}</p>
    </Notice>
  );
}
