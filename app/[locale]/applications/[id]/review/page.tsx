import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/layout/BackLink";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { SummaryList } from "@/components/layout/SummaryList";
import { openApplication } from "@/lib/applications/applications";
import { blockersOf, type StepReading } from "@/lib/applications/case";
import { documentRequirements } from "@/lib/applications/requirements";
import { listDocuments } from "@/lib/documents/documents";
import { relevantFields } from "@/lib/flow/fields";
import { answerTexts } from "@/lib/i18n/answer-text";
import { fieldStrings } from "@/lib/i18n/field-strings";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../../personal-page";
import { AssessmentSummary } from "../AssessmentSummary";
import { DocumentSummary } from "../DocumentSummary";
import { ForWhom } from "../ForWhom";
import { OlderDrafts } from "../OlderDrafts";
import { confirmedMarks, type Marks, withMarkedRows } from "../university/confirmed-marks";
import { HistorySummary } from "./HistorySummary";
import { SendForms } from "./SendForms";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "applications" });
  return { title: t("review.title") };
}

const PROBLEMS = ["stale", "cannot-submit", "failed", "bad-key"] as const;

type StepSummaryProps = { reading: StepReading; raw: object; marks: Marks; locale: Locale; base: string };

async function StepSummary({ reading, raw, marks, locale, base }: StepSummaryProps) {
  const { step, values, errors } = reading;
  const [words, t, common, strings, say] = await Promise.all([
    getTranslations({ locale, namespace: "steps" }),
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "common" }),
    fieldStrings(locale, step.fields),
    answerTexts(locale),
  ]);
  const wrong = new Set(errors.map(({ field }) => field));
  const shown = relevantFields(step.fields, raw as never).filter(
    ({ name, optional }) => !optional || values[name] !== undefined || wrong.has(name),
  );
  const title = words(`${step.id}.title`);
  return (
    <SummaryList
      heading={title}
      action={{ href: `${base}/${step.id}`, label: common("change"), about: title }}
      rows={withMarkedRows(
        shown.map((field) => {
          const value = values[field.name];
          return {
            id: field.name,
            term: strings[field.name]?.label ?? field.name,
            value: value === undefined ? undefined : <bdi className="as-typed">{say(field, value)}</bdi>,
            missingText:
              wrong.has(field.name) && field.name in raw ? t("review.unclear") : common("notAnswered"),
          };
        }),
        marks,
      )}
    />
  );
}

async function Blockers({
  blockers,
  locale,
  base,
}: {
  blockers: ReturnType<typeof blockersOf>;
  locale: Locale;
  base: string;
}) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "steps" }),
  ]);
  const steps = [...new Set(blockers.map(({ step }) => step))];
  return (
    <Notice kind="error" heading={t("review.blocked.heading")}>
      <p>{t("review.blocked.text")}</p>
      <ul>
        {steps.map((step) => (
          <li key={step}>
            <a href={`${base}/${step}`}>{words(`${step}.title`)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const { application, saved, reading } = await openApplication(user.id, id);
  const base = `/${locale}/applications/${id}`;
  if (application.state !== "draft") redirect(`${base}/receipt`);
  const [t, permits, common, documents] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "permits" }),
    getTranslations({ locale, namespace: "common" }),
    listDocuments(id),
  ]);
  const marks = await confirmedMarks(id, reading.steps, locale);
  const blockers = blockersOf(reading);
  const given = new Set(documents.map(({ requirement }) => requirement));
  const lacking = documentRequirements(reading).filter(({ id: document }) => !given.has(document));
  const unfinished = reading.steps.filter(({ state }) => state !== "done");
  const problem = PROBLEMS.find((code) => code === search.problem);
  return (
    <PageMain before={<BackLink href={base}>{common("backToList")}</BackLink>}>
      <PageHeading caption={permits(`${application.permit}.name` as never)} lead={t("review.lead")}>
        {t("review.title")}
      </PageHeading>
      {problem ? (
        <Notice kind="error" isLive>
          <p>{t(`review.problems.${problem}`)}</p>
        </Notice>
      ) : null}
      {reading.steps.map((one) =>
        one.step.id === "history" ? (
          <HistorySummary key={one.step.id} facts={reading.facts} locale={locale} base={base} />
        ) : (
          <StepSummary
            key={one.step.id}
            reading={one}
            raw={saved.raw[one.step.id] ?? {}}
            marks={marks}
            locale={locale}
            base={base}
          />
        ),
      )}
      <DocumentSummary documents={documents} lacking={lacking} locale={locale} base={base} />
      <OlderDrafts
        userId={user.id}
        application={application}
        locale={locale}
        page="review"
        copied={search.copied}
      />
      <AssessmentSummary assessment={reading.assessment} locale={locale} />
      <h2>{t("review.sendHeading")}</h2>
      {blockers.length > 0 ? <Blockers blockers={blockers} locale={locale} base={base} /> : null}
      {blockers.length === 0 && unfinished.length + lacking.length > 0 ? (
        <Notice kind="warning" heading={t("review.incomplete.heading")}>
          <p>{t("review.incomplete.text", { steps: unfinished.length, documents: lacking.length })}</p>
        </Notice>
      ) : null}
      <p>{t("review.sendText")}</p>
      <ForWhom userId={user.id} applicationId={id} about="sending" locale={locale} />
      {blockers.length === 0 ? (
        <SendForms userId={user.id} application={application} locale={locale} />
      ) : null}
    </PageMain>
  );
});
