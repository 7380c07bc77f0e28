import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/layout/BackLink";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { StepProgress } from "@/components/layout/StepProgress";
import { revealRules } from "@/components/steps/reveal-rules";
import { StepForm, type StepFormTexts } from "@/components/steps/StepForm";
import { openApplication } from "@/lib/applications/applications";
import { personName } from "@/lib/applications/person-name";
import { STEP_IDS, type StepId } from "@/lib/flow/step-checks";
import { institutionNames } from "@/lib/hosts/institutions";
import { fieldStrings, sharedStrings } from "@/lib/i18n/field-strings";
import { LOCALES, type Locale, localeName } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { personalPage } from "../../../personal-page";
import { saveStepAction } from "../../save-step";
import { typedBefore } from "../../typed";
import { StepPicture } from "./StepPicture";

type Params = { locale: Locale; id: string; step: string };

const isStep = (text: string): text is StepId => (STEP_IDS as readonly string[]).includes(text);

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale, step } = await params;
  const t = await getTranslations({ locale, namespace: "steps" });
  return isStep(step) ? { title: t(`${step}.title`) } : {};
}

async function formTexts(locale: Locale): Promise<StepFormTexts> {
  const [t, common, errors] = await Promise.all([
    getTranslations({ locale, namespace: "steps" }),
    getTranslations({ locale, namespace: "common" }),
    getTranslations({ locale, namespace: "errors" }),
  ]);
  const failure = (code: "stale" | "failed") => ({
    heading: t(`form.failures.${code}.heading`),
    text: t(`form.failures.${code}.text`),
  });
  return {
    continue: t("form.continue"),
    anyway: t("form.anyway"),
    anywayHint: t("form.anywayHint"),
    list: t("form.list"),
    language: t("form.language"),
    saving: t("form.saving"),
    saved: t("form.saved"),
    unsaved: t("form.unsaved"),
    reload: t("form.reload"),
    summary: common("errorSummary"),
    failures: { stale: failure("stale"), failed: failure("failed") },
    errors: errors.raw("fields"),
  };
}

export default personalPage<Params>(async ({ user, locale, params: { id, step } }) => {
  const { application, saved, reading } = await openApplication(user.id, id);
  const base = `/${locale}/applications/${id}`;
  if (application.state !== "draft") redirect(`${base}/receipt`);
  if (!isStep(step)) notFound();
  const index = reading.steps.findIndex((one) => one.step.id === step);
  const current = reading.steps[index];
  // A step that no longer matters, after an answer elsewhere: nothing to do here.
  if (!current) redirect(base);

  const { fields } = current.step;
  const identity = reading.steps.find((one) => one.step.id === "identity");
  const pending = await typedBefore(id, step);
  const [t, common, strings, shared, texts] = await Promise.all([
    getTranslations({ locale, namespace: "steps" }),
    getTranslations({ locale, namespace: "common" }),
    fieldStrings(locale, fields),
    sharedStrings(locale, fields),
    formTexts(locale),
  ]);
  const initial = {
    raw: pending ?? saved.raw[step] ?? {},
    revision: saved.revisions[step] ?? 0,
    errors: current.state === "unfinished" && !pending ? current.errors : [],
    answer: "first",
  };
  const rules = revealRules(fields);
  const title = t(`${step}.title`);
  return (
    <PageMain before={<BackLink href={base}>{common("backToList")}</BackLink>}>
      {rules ? <style nonce={(await headers()).get("x-nonce") ?? undefined}>{rules}</style> : null}
      <StepProgress current={index + 1} total={reading.steps.length}>
        {t("form.progress", { current: index + 1, total: reading.steps.length })}
      </StepProgress>
      <PageHeading lead={t.has(`${step}.intro`) ? t(`${step}.intro` as never) : undefined}>
        {title}
      </PageHeading>
      {pending ? (
        <Notice kind="info" heading={t("form.pending.heading")}>
          <p>{t("form.pending.text")}</p>
        </Notice>
      ) : null}
      <StepForm
        applicationId={id}
        step={step}
        locale={locale}
        tab={randomUUID()}
        today={swedishDay()}
        fields={fields}
        strings={strings}
        shared={step === "purpose" ? { ...shared, institutions: institutionNames(locale) } : shared}
        texts={texts}
        languages={LOCALES.map((one) => ({ locale: one, name: localeName(one) }))}
        initial={initial}
        action={saveStepAction}
      />
      <StepPicture step={step} values={current.values} name={personName(identity?.values)} locale={locale} />
    </PageMain>
  );
});
