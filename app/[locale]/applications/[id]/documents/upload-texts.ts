import { getTranslations } from "next-intl/server";
import type { UploadTexts } from "@/components/documents/UploadProgress";
import { MAX_FILE_BYTES, MEGABYTE } from "@/lib/documents/limits";
import type { Locale } from "@/lib/i18n/locales";

/** What is said while files are sent. */
export async function uploadTexts(locale: Locale): Promise<UploadTexts> {
  const t = await getTranslations({ locale, namespace: "uploads" });
  return {
    waiting: t("progress.waiting"),
    sending: t("progress.sending"),
    checking: t("progress.checking"),
    taken: t("progress.taken"),
    cancelled: t("progress.cancelled"),
    cancel: t("progress.cancel"),
    again: t("progress.again"),
    lineDropped: t("progress.lineDropped"),
    showList: t("progress.showList"),
    tooLarge: t("refusals.too-large", { megabytes: MAX_FILE_BYTES / MEGABYTE }),
    failed: t("progress.failed"),
  };
}
