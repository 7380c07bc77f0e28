import type { Case } from "@/lib/applications/case";
import type { StepId } from "@/lib/flow/step-checks";
import type { Locale } from "@/lib/i18n/locales";

/** Where the way leads after a step: the next one, the documents after the last that tells about the person, and at the end the review. */
export function nextPath(locale: Locale, applicationId: string, { steps }: Case, current: StepId): string {
  const base = `/${locale}/applications/${applicationId}`;
  if (current === "declarations") return `${base}/review`;
  const index = steps.findIndex(({ step }) => step.id === current);
  const next = steps[index + 1]?.step.id;
  return !next || next === "declarations" ? `${base}/documents` : `${base}/${next}`;
}
