import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { readOutcome } from "@/app/api/documents/outcome";
import { refusalWords } from "@/app/api/documents/refusals";
import { UploadForm } from "@/components/documents/UploadForm";
import { Button } from "@/components/form/Button";
import { Notice } from "@/components/layout/Notice";
import { ACCEPT_ATTRIBUTE, MAX_FILE_BYTES } from "@/lib/documents/limits";
import type { Locale } from "@/lib/i18n/locales";
import type { SentFile } from "@/lib/messages/conversation";
import { uploadTexts } from "../documents/upload-texts";
import { FileList } from "./FileList";
import { removeWaitingFile } from "./remove-waiting-file";

type WaitingFilesProps = {
  /** Where the form is sent to. */
  action: string;
  /** Of the application or request that the page is about, as the route names it. */
  id: string;
  applicationId: string;
  files: readonly SentFile[];
  /** The page itself, to come back to after a file was removed. */
  page: string;
  told: string | string[] | undefined;
  locale: Locale;
};

/** Files that go along with what is being written: those that are there, and a form for more. */
export async function WaitingFiles(props: WaitingFilesProps) {
  const { action, id, applicationId, files, page, told, locale } = props;
  const [t, uploads, jar, words] = await Promise.all([
    getTranslations({ locale, namespace: "writing" }),
    getTranslations({ locale, namespace: "uploads" }),
    cookies(),
    refusalWords(locale),
  ]);
  const outcome = readOutcome(jar, id, told);
  const [refusal] = outcome?.refused ?? [];
  return (
    <section className="stack" id="other">
      <h3>{t("files.heading")}</h3>
      <p className="muted">{t("files.text")}</p>
      {outcome && outcome.stored > 0 ? (
        <Notice kind="success" isLive>
          <p>{t("files.stored", { count: outcome.stored })}</p>
        </Notice>
      ) : null}
      <FileList
        files={files}
        action={(file) => (
          <form action={removeWaitingFile}>
            <input type="hidden" name="application" value={applicationId} />
            <input type="hidden" name="document" value={file.id} />
            <input type="hidden" name="page" value={page} />
            <Button variant="quiet" formAction={page}>
              {uploads("remove")} <bdi className="sr-only">{file.fileName}</bdi>
            </Button>
          </form>
        )}
      />
      <UploadForm
        action={action}
        locale={locale}
        requirement="other"
        accept={ACCEPT_ATTRIBUTE}
        maxBytes={MAX_FILE_BYTES}
        label={uploads("label")}
        hint={uploads("rules.types")}
        error={refusal && words(refusal)}
        submit={uploads("submit")}
        texts={await uploadTexts(locale)}
      />
    </section>
  );
}
