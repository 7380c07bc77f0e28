import { getTranslations } from "next-intl/server";
import { ButtonRow } from "@/components/form/ButtonRow";
import type { ListedFile } from "@/components/layout/DocumentList";
import { Tag } from "@/components/layout/Tag";
import type { DocumentRow } from "@/lib/documents/documents";
import { isolatedName } from "@/lib/documents/file-name";
import { MEGABYTE } from "@/lib/documents/limits";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay, writtenDay } from "@/lib/i18n/swedish-time";

type Context = { file: DocumentRow; section: { id: string }; locale: Locale; applicationId: string };

const KILOBYTE = 1024;
const TYPES: Record<string, string> = {
  "application/pdf": "PDF",
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "image/heic": "HEIC",
  "image/heif": "HEIF",
};

async function sizeOf(bytes: number, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "common" });
  if (bytes >= MEGABYTE) return t("fileSize", { megabytes: bytes / MEGABYTE });
  return t("kilobytes", { kilobytes: Math.ceil(bytes / KILOBYTE) });
}

/** The links that lead to replacing and to removing; each asks further down in the same part of the page. */
async function Actions({ file, section, locale, applicationId }: Context) {
  const t = await getTranslations({ locale, namespace: "uploads" });
  const page = `/${locale}/applications/${applicationId}/documents`;
  const name = <bdi className="sr-only">{file.fileName}</bdi>;
  return (
    <ButtonRow>
      {file.givenBy === null ? (
        <a href={`${page}?replace=${file.id}#${section.id}`}>
          {t("replace")} {name}
        </a>
      ) : null}
      <a href={`${page}?remove=${file.id}#${section.id}`}>
        {t("remove")} {name}
      </a>
    </ButtonRow>
  );
}

/** A file for the list: what it is, since when, how to know it again, and what can be done with it. */
export async function fileItem(context: Context): Promise<ListedFile> {
  const { file, locale } = context;
  const [t, families, size] = await Promise.all([
    getTranslations({ locale, namespace: "uploads" }),
    getTranslations({ locale, namespace: "families" }),
    sizeOf(file.sizeBytes, locale),
  ]);
  const day = writtenDay(swedishDay(file.uploadedAt), formatLocale(locale));
  return {
    id: file.id,
    name: file.fileName,
    href: `/api/documents/${file.id}?view`,
    detail: (
      <>
        <bdi>{TYPES[file.mediaType] ?? file.mediaType}</bdi> · <bdi>{size}</bdi> · {day}
        <br />
        {t("checksum")} <code dir="ltr">{file.sha256.slice(0, 12)}</code>
        {file.givenBy === null ? null : (
          <>
            <br />
            <Tag>{families("share.by", { name: isolatedName(file.givenBy) })}</Tag>
          </>
        )}
      </>
    ),
    action: <Actions {...context} />,
  };
}
