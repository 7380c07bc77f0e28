import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readOutcome } from "@/app/api/documents/outcome";
import { refusalWords } from "@/app/api/documents/refusals";
import { fileFieldName } from "@/components/documents/UploadForm";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { BackLink } from "@/components/layout/BackLink";
import { DocumentList } from "@/components/layout/DocumentList";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { openApplication } from "@/lib/applications/applications";
import { documentRequirements } from "@/lib/applications/requirements";
import { listDocuments } from "@/lib/documents/documents";
import { isolatedName } from "@/lib/documents/file-name";
import { MAX_APPLICATION_BYTES, MAX_FILE_BYTES, MEGABYTE } from "@/lib/documents/limits";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../../personal-page";
import { formState } from "../family/form-state";
import { ProblemNotice } from "../family/ProblemNotice";
import { type Section, sectionItem } from "./section-item";
import { sharingOf } from "./sharing-of";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "uploads" });
  return { title: t("title") };
}

/** What the rules ask for, then what was given for something that they no longer ask for, then anything else. */
function sectionsOf(
  asked: ReturnType<typeof documentRequirements>,
  given: Awaited<ReturnType<typeof listDocuments>>,
): Section[] {
  const known = new Set([...asked.map(({ id }) => id as string), "other"]);
  const surplus = [...new Set(given.map(({ requirement }) => requirement))].filter((id) => !known.has(id));
  return [
    ...asked.map(({ id, cites }) => ({ id, cites, isAsked: true })),
    ...surplus.map((id) => ({ id, cites: [], isAsked: false })),
    { id: "other", cites: [], isAsked: false },
  ].map((section) => ({ ...section, files: given.filter(({ requirement }) => requirement === section.id) }));
}

export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const { application, reading } = await openApplication(user.id, id);
  const base = `/${locale}/applications/${id}`;
  if (application.state !== "draft") redirect(`${base}/receipt`);
  const [t, common, words, documents, jar, sharing, { problem }] = await Promise.all([
    getTranslations({ locale, namespace: "uploads" }),
    getTranslations({ locale, namespace: "common" }),
    refusalWords(locale),
    listDocuments(application.id),
    cookies(),
    sharingOf(user.id, application.id),
    formState({ locale, applicationId: application.id, form: "documents", search }),
  ]);
  const outcome = readOutcome(jar, application.id, search.told);
  const sections = sectionsOf(documentRequirements(reading), documents);
  const reasons = (outcome?.refused ?? []).map((refusal) =>
    refusal.name
      ? t("refusedFile", { name: isolatedName(refusal.name), reason: words(refusal) })
      : words(refusal),
  );
  const about = sections.find((section) => section.id === outcome?.requirement);
  const summary = reasons.length > 1 ? t("refusedSeveral", { count: reasons.length }) : reasons[0];
  const errors = summary ? [{ field: about ? fileFieldName(about.id) : "main", message: summary }] : [];
  const used = documents.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const listed = await Promise.all(
    sections.map((section) =>
      sectionItem({ section, applicationId: application.id, locale, outcome, search, reasons, sharing }),
    ),
  );
  return (
    <PageMain before={<BackLink href={base}>{common("backToList")}</BackLink>}>
      <ErrorSummary heading={t("refusedHeading")} errors={errors} />
      <ProblemNotice problem={problem} base={base} locale={locale} />
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <ul>
        <li>{t("rules.types")}</li>
        <li>{t("rules.size", { file: MAX_FILE_BYTES / MEGABYTE, all: MAX_APPLICATION_BYTES / MEGABYTE })}</li>
        <li>{t("rules.language")}</li>
        <li>{t("rules.later")}</li>
      </ul>
      <DocumentList headingLevel={2} documents={listed} />
      {documents.length > 0 ? (
        <p className="muted">
          {t("used", {
            count: documents.length,
            used: used / MEGABYTE,
            all: MAX_APPLICATION_BYTES / MEGABYTE,
          })}
        </p>
      ) : null}
      <ButtonLink href={`${base}/declarations`}>{common("continue")}</ButtonLink>
    </PageMain>
  );
});
