import { getTranslations } from "next-intl/server";
import type { Outcome } from "@/app/api/documents/outcome";
import { UploadForm } from "@/components/documents/UploadForm";
import { Disclosure } from "@/components/layout/Disclosure";
import type { ListedDocument } from "@/components/layout/DocumentList";
import { Notice } from "@/components/layout/Notice";
import { Tag } from "@/components/layout/Tag";
import { citationLink } from "@/components/rules/citation-link";
import { citationWords } from "@/components/rules/citation-words";
import type { DocumentRow } from "@/lib/documents/documents";
import { isolatedName } from "@/lib/documents/file-name";
import { ACCEPT_ATTRIBUTE, MAX_FILE_BYTES } from "@/lib/documents/limits";
import { OTHER_REQUIREMENTS } from "@/lib/documents/requirement";
import type { Sharing } from "@/lib/families/sharing";
import { documentTitle } from "@/lib/i18n/document-title";
import type { Locale } from "@/lib/i18n/locales";
import type { Citation } from "@/lib/rules";
import { fileItem } from "./file-item";
import { RemoveQuestion } from "./RemoveQuestion";
import { ShareForms } from "./ShareForms";
import { uploadTexts } from "./upload-texts";

/** One requirement and the files that are there for it. */
export type Section = { id: string; cites: readonly Citation[]; isAsked: boolean; files: DocumentRow[] };

type Context = {
  section: Section;
  applicationId: string;
  locale: Locale;
  outcome: Outcome | null;
  search: Record<string, string | string[] | undefined>;
  /** Why files were refused, in the words for people. */
  reasons: readonly string[];
  /** Of the family; null without one. */
  sharing: Sharing | null;
};

async function Upload({ section, applicationId, locale, outcome, search, reasons }: Context) {
  const [t, title] = await Promise.all([
    getTranslations({ locale, namespace: "uploads" }),
    documentTitle(locale),
  ]);
  // Many forms on one page: to whom hears them one by one, each says what it is for.
  const purpose = <span className="sr-only">{title(section.id)}</span>;
  const replaced = section.files.find(({ id }) => id === search.replace);
  const own = outcome?.requirement === section.id ? reasons : [];
  const error = own.length > 1 ? t("refusedSeveral", { count: own.length }) : own[0];
  const form = (
    <UploadForm
      action={`/api/applications/${applicationId}/documents`}
      locale={locale}
      requirement={section.id}
      replaces={replaced?.id}
      accept={ACCEPT_ATTRIBUTE}
      maxBytes={MAX_FILE_BYTES}
      label={
        <>
          {replaced ? t("replaceLabel", { name: isolatedName(replaced.fileName) }) : t("label")} {purpose}
        </>
      }
      error={error}
      submit={
        <>
          {replaced ? t("replaceSubmit") : t("submit")} {purpose}
        </>
      }
      texts={await uploadTexts(locale)}
    />
  );
  if (section.files.length === 0) return form;
  return (
    <Disclosure summary={replaced ? t("replaceSubmit") : t("addMore")} isOpen={Boolean(replaced || error)}>
      {form}
    </Disclosure>
  );
}

async function Told({ section, outcome, locale, reasons }: Context) {
  if (!outcome || outcome.requirement !== section.id) return null;
  const t = await getTranslations({ locale, namespace: "uploads" });
  return (
    <div className="stack">
      {outcome.stored > 0 ? (
        <Notice kind="success" isLive>
          <p>{t("stored", { count: outcome.stored })}</p>
        </Notice>
      ) : null}
      {outcome.removed ? (
        <Notice kind="success" isLive>
          <p>{t("removed")}</p>
        </Notice>
      ) : null}
      {reasons.length > 1 ? (
        <Notice kind="error">
          <ul>
            {[...new Set(reasons)].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}

async function Why({ section: { id, isAsked }, locale }: Context) {
  const [t, documents] = await Promise.all([
    getTranslations({ locale, namespace: "uploads" }),
    getTranslations({ locale, namespace: "documents" }),
  ]);
  const isOwn = OTHER_REQUIREMENTS.find((one) => one === id);
  if (isOwn) return <p>{t(`${isOwn}.why`)}</p>;
  return (
    <>
      <p>{documents(`${id}.why` as never)}</p>
      {documents.has(`${id}.tips` as never) ? <p>{documents(`${id}.tips` as never)}</p> : null}
      {isAsked ? null : <p>{t("noLongerAsked")}</p>}
    </>
  );
}

async function Standing({ section: { isAsked, files }, locale }: Context) {
  const t = await getTranslations({ locale, namespace: "uploads" });
  if (files.length > 0) return <Tag tone="done">{t("tag.there", { count: files.length })}</Tag>;
  return <Tag>{isAsked ? t("tag.missing") : t("tag.optional")}</Tag>;
}

/** A requirement for the list: why it is asked for, what is there, and the form to add to it. */
export async function sectionItem(context: Context): Promise<ListedDocument> {
  const { section, locale, applicationId, search } = context;
  const { id, cites, files } = section;
  const title = await documentTitle(locale);
  const toRemove = files.find((file) => file.id === search.remove);
  const back = `/${locale}/applications/${applicationId}/documents#${id}`;
  return {
    id,
    title: title(id),
    tag: <Standing {...context} />,
    why: <Why {...context} />,
    citations: cites.map((cite) => ({ label: citationWords(cite), href: citationLink(cite) })),
    files: await Promise.all(files.map((file) => fileItem({ ...context, file }))),
    action: (
      <>
        <Told {...context} />
        {toRemove ? <RemoveQuestion file={toRemove} locale={locale} back={back} /> : null}
        {context.sharing ? (
          <ShareForms
            {...{ files, applicationId, locale }}
            sharing={context.sharing}
            shared={search.shared}
          />
        ) : null}
        <Upload {...context} />
      </>
    ),
  };
}
