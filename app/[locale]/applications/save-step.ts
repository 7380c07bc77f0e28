"use server";

import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import type { StepFormState } from "@/components/steps/StepForm";
import { currentUser } from "@/lib/accounts/sessions";
import { loadAnswers, saveStep, tabNamed } from "@/lib/applications/answers";
import { openApplication } from "@/lib/applications/applications";
import { dropTyped, keepTyped } from "@/lib/applications/typed-answers";
import { isDatabaseReachable } from "@/lib/db/reachable";
import { AppError } from "@/lib/errors";
import { type RawAnswers, rawFromForm } from "@/lib/flow/fields";
import { MORE_AT_ONCE, rowNames } from "@/lib/flow/history-rows";
import { type FieldError, readStep } from "@/lib/flow/read-step";
import { STEP_CHECKS } from "@/lib/flow/step-checks";
import { ALL_STEPS } from "@/lib/flow/steps";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { faultOf, log } from "@/lib/log";
import { goOn } from "./go-on";
import { nextPath } from "./paths";

function readForm(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const step = ALL_STEPS.find(({ id }) => id === text("step"));
  const locale = text("locale");
  if (!step || !isLocale(locale)) throw new AppError("bad-request");
  return {
    step,
    locale,
    applicationId: text("application"),
    revision: Number(text("revision")) || 0,
    tab: tabNamed(form.get("tab")),
    onward: text("then"),
    /** The fields that the page had. */
    shown: text("shown").split(" "),
  };
}

type Sent = ReturnType<typeof readForm> & { raw: RawAnswers };

const stepPath = (locale: Locale, { applicationId, step }: Sent) =>
  `/${locale}/applications/${applicationId}/${step.id}`;

/** The same step with more rows in its table, at the first of them. */
function withRows(sent: Sent): string | null {
  const { onward } = sent;
  const rows = onward.startsWith("rows:") ? Number(onward.slice("rows:".length)) : Number.NaN;
  if (!Number.isInteger(rows)) return null;
  return `${stepPath(sent.locale, sent)}?rows=${rows}#${rowNames(rows - MORE_AT_ONCE).permit}`;
}

async function afterSaving(userId: string, sent: Sent): Promise<string | null> {
  const { onward, locale, applicationId, step } = sent;
  const moreRows = withRows(sent);
  if (moreRows) return moreRows;
  const language = onward.startsWith("language:") ? onward.slice("language:".length) : "";
  if (isLocale(language)) return stepPath(language, sent);
  if (onward === "list") return `/${locale}/applications/${applicationId}`;
  const { reading } = await openApplication(userId, applicationId);
  const current = reading.steps.find((one) => one.step.id === step.id);
  if (onward !== "anyway" && current && current.errors.length > 0) {
    const wasShown = ({ field }: FieldError) => sent.shown.includes(field);
    if (current.errors.every(wasShown)) return null;
    // What an answer has only now made matter is no fault yet: the page comes back with it.
    return `${stepPath(locale, sent)}${current.errors.some(wasShown) ? "" : "?more=1"}`;
  }
  return nextPath(locale, applicationId, reading, step.id);
}

async function save(userId: string, sent: Sent): Promise<StepFormState | string> {
  const { applicationId, step, raw, tab } = sent;
  const answer = randomUUID();
  const errors = readStep(step.fields, raw, swedishDay(), STEP_CHECKS[step.id]).errors;
  try {
    const revision = await saveStep({
      userId,
      applicationId,
      step: step.id,
      raw,
      revision: sent.revision,
      tab,
    });
    await dropTyped(applicationId, step.id);
    const path = await afterSaving(userId, sent);
    if (path) return path;
    const { reading } = await openApplication(userId, applicationId);
    const now = reading.steps.find((one) => one.step.id === step.id);
    return { raw, revision, errors: now?.errors ?? errors, answer };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "stale") {
      const { raw: all, revisions } = await loadAnswers(applicationId);
      const saved = all[step.id] ?? {};
      return { raw, saved, revision: revisions[step.id] ?? 0, errors: [], failure: "stale", answer };
    }
    // Submitted meanwhile, or not this person's: the page itself tells.
    return `/${sent.locale}/applications/${applicationId}`;
  }
}

/** Saves a step as it was typed, and goes on where the person wants to go. Nothing typed is ever dropped. */
export async function saveStepAction(before: StepFormState, form: FormData): Promise<StepFormState> {
  const partial = readForm(form);
  const sent: Sent = { ...partial, raw: rawFromForm(partial.step.fields, form) };
  const { raw, locale } = sent;
  const typed = { applicationId: sent.applicationId, step: sent.step.id, raw };
  const failed: StepFormState = { ...before, raw, errors: [], failure: "failed", answer: randomUUID() };
  let result: StepFormState | string;
  try {
    const user = await currentUser();
    if (user) result = await save(user.id, sent);
    else {
      const kept = await keepTyped(typed);
      result = kept ? stepPath(locale, sent) : failed;
    }
  } catch (error) {
    unstable_rethrow(error);
    log.error({ ...faultOf(error) }, "step not saved");
    const kept = !(await isDatabaseReachable()) && (await keepTyped(typed));
    result = kept ? stepPath(locale, sent) : failed;
  }
  if (typeof result === "string") goOn(result);
  return result;
}
