import { getTranslations } from "next-intl/server";
import { SummaryList } from "@/components/layout/SummaryList";
import type { DocumentRow } from "@/lib/documents/documents";
import { documentTitle } from "@/lib/i18n/document-title";
import type { Locale } from "@/lib/i18n/locales";
import type { Entry } from "@/lib/rules";

type DocumentSummaryProps = {
  documents: readonly DocumentRow[];
  lacking: readonly Entry[];
  locale: Locale;
  base: string;
};

/** The files that go along, by requirement, and what is not there yet. */
export async function DocumentSummary({ documents, lacking, locale, base }: DocumentSummaryProps) {
  const [t, common, title] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "common" }),
    documentTitle(locale),
  ]);
  const requirements = [...new Set(documents.map(({ requirement }) => requirement))];
  const heading = t("tasks.documents");
  const there = requirements.map((requirement) => ({
    id: requirement,
    term: title(requirement),
    value: (
      <ul className="plain">
        {documents
          .filter((document) => document.requirement === requirement)
          .map(({ id, fileName }) => (
            <li key={id}>
              <bdi>{fileName}</bdi>
            </li>
          ))}
      </ul>
    ),
  }));
  const missing = lacking.map(({ id }) => ({ id, term: title(id), missingText: t("review.noFile") }));
  return (
    <SummaryList
      heading={heading}
      action={{ href: `${base}/documents`, label: common("change"), about: heading }}
      rows={[...there, ...missing]}
    />
  );
}
