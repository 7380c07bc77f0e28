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
import { typedBefore } from "@/lib/applications/typed-answers";
import { rowsShown } from "@/lib/flow/application-history";
import { STEP_IDS, type StepId } from "@/lib/flow/step-checks";
import { institutionNames } from "@/lib/hosts/institutions";
import { fieldStrings, sharedStrings } from "@/lib/i18n/field-strings";
import { LOCALES, type Locale, localeName } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { personalPage } from "../../../personal-page";
import { saveStepAction } from "../../save-step";
import { SharedAddress } from "../family/SharedAddress";
import { OlderDrafts } from "../OlderDrafts";
import { TakenOver } from "../TakenOver";
import { withMarks } from "../university/confirmed-marks";
import { DaysHeld } from "./DaysHeld";
import { historyForm } from "./history-form";
import { MeansForTerms } from "./MeansForTerms";
import { onBehalf } from "./on-behalf";
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

export default personalPage<Params>(async ({ user, locale, params: { id, step }, search }) => {
  const { application, saved, reading } = await openApplication(user.id, id);
  const base = `/${locale}/applications/${id}`;
  if (application.state !== "draft") redirect(`${base}/receipt`);
  if (!isStep(step)) notFound();
  const index = reading.steps.findIndex((one) => one.step.id === step);
  const current = reading.steps[index];
  // A step that no longer matters, after an answer elsewhere: nothing to do here.
  if (!current) redirect(base);

  const identity = reading.steps.find((one) => one.step.id === "identity");
  const pending = await typedBefore(id, step);
  const raw = pending ?? saved.raw[step] ?? {};
  const table =
    step === "history" ? await historyForm(locale, rowsShown(raw, Number(search.rows))) : undefined;
  const fields = table?.fields ?? current.step.fields;
  const [t, common, usual, shared, texts] = await Promise.all([
    getTranslations({ locale, namespace: "steps" }),
    getTranslations({ locale, namespace: "common" }),
    table?.strings ?? fieldStrings(locale, fields),
    sharedStrings(locale, fields),
    formTexts(locale),
  ]);
  const intro = t.has(`${step}.intro`) ? t(`${step}.intro` as never) : undefined;
  const place = { userId: user.id, applicationId: id, step };
  const words = await onBehalf({ intro, strings: usual }, place, locale);
  const isOnlyMore = search.rows !== undefined || search.more !== undefined;
  const initial = {
    raw,
    revision: saved.revisions[step] ?? 0,
    errors: current.state === "unfinished" && !pending && !isOnlyMore ? current.errors : [],
    answer: "first",
  };
  const asksForInstitution = fields.some(({ kind }) => kind === "institution");
  const rules = revealRules(fields);
  const title = t(`${step}.title`);
  return (
    <PageMain before={<BackLink href={base}>{common("backToList")}</BackLink>}>
      {rules ? <style nonce={(await headers()).get("x-nonce") ?? undefined}>{rules}</style> : null}
      <StepProgress current={index + 1} total={reading.steps.length}>
        {t("form.progress", { current: index + 1, total: reading.steps.length })}
      </StepProgress>
      <PageHeading lead={words.intro}>{title}</PageHeading>
      <TakenOver reference={saved.takenFrom[step]} locale={locale} />
      <OlderDrafts
        userId={user.id}
        application={application}
        locale={locale}
        page={step}
        only={[step, reading.steps[index - 1]?.step.id]}
        copied={search.copied}
      />
      {pending ? (
        <Notice kind="info" heading={t("form.pending.heading")}>
          <p>{t("form.pending.text")}</p>
        </Notice>
      ) : null}
      {search.more !== undefined ? (
        <Notice kind="info" heading={t("form.more.heading")}>
          <p>{t("form.more.text")}</p>
        </Notice>
      ) : null}
      <SharedAddress step={step} userId={user.id} applicationId={id} locale={locale} />
      <StepForm
        key={String(search.taken)}
        applicationId={id}
        step={step}
        locale={locale}
        tab={randomUUID()}
        today={swedishDay()}
        fields={fields}
        rows={table?.rows}
        more={table?.more}
        strings={await withMarks(words.strings, id, reading.steps, locale)}
        shared={asksForInstitution ? { ...shared, institutions: institutionNames(locale) } : shared}
        texts={texts}
        languages={LOCALES.map((one) => ({ locale: one, name: localeName(one) }))}
        initial={initial}
        action={saveStepAction}
      />
      {step === "means" ? <MeansForTerms facts={reading.facts} locale={locale} /> : null}
      {step === "history" ? <DaysHeld facts={reading.facts} locale={locale} /> : null}
      <StepPicture step={step} values={current.values} name={personName(identity?.values)} locale={locale} />
    </PageMain>
  );
});
