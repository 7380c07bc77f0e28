import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/Notice";
import type { Locale } from "@/lib/i18n/locales";
import type { FormState } from "./form-state";

type ProblemNoticeProps = { problem: FormState["problem"]; base: string; locale: Locale };

/** Why something about the family was not done, and where it can be mended. */
export async function ProblemNotice({ problem, base, locale }: ProblemNoticeProps) {
  if (!problem) return null;
  const words = await getTranslations({ locale, namespace: "steps" });
  return (
    <Notice kind="error" isLive>
      <p>{problem.message}</p>
      {problem.code === "own-name-missing" ? (
        <p>
          <a href={`${base}/identity`}>{words("identity.title")}</a>
        </p>
      ) : null}
    </Notice>
  );
}
