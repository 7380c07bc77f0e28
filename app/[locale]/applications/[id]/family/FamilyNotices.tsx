import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/Notice";
import { isolatedName } from "@/lib/documents/file-name";
import type { FamilyView } from "@/lib/families/view";
import type { Locale } from "@/lib/i18n/locales";

type FamilyNoticesProps = { family: FamilyView; base: string; locale: Locale };

/** What has changed among the others and matters to this application. */
export async function FamilyNotices({ family, base, locale }: FamilyNoticesProps) {
  const t = await getTranslations({ locale, namespace: "families" });
  const main = family.members.find(({ role }) => role === "main");
  const name = isolatedName(main?.name ?? "");
  return family.notices.map((notice) => {
    const isOwnToDo = notice === "changed-since-ready" || notice === "all-ready";
    return (
      <Notice
        key={notice}
        kind={notice === "all-ready" ? "info" : "warning"}
        heading={t(`notices.${notice}.heading`)}
      >
        <p>{t(`notices.${notice}.text`, { name })}</p>
        <p>
          {isOwnToDo ? (
            <a href={`${base}/review`}>{t("together.review")}</a>
          ) : (
            <a href={`/${locale}/check`}>{t("leave.check")}</a>
          )}
        </p>
      </Notice>
    );
  });
}
