import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/Notice";
import { openFamily } from "@/lib/families/view";
import type { Locale } from "@/lib/i18n/locales";
import { FamilyNotices } from "./FamilyNotices";
import { nameList } from "./name-list";

type FamilyStandingProps = { userId: string; applicationId: string; locale: Locale };

/** On the task list: that the application waits for the others, and what has changed among them. */
export async function FamilyStanding({ userId, applicationId, locale }: FamilyStandingProps) {
  const family = await openFamily(userId, applicationId);
  if (!family) return null;
  const t = await getTranslations({ locale, namespace: "families" });
  const { waitingFor, members, ownMemberId } = family;
  const base = `/${locale}/applications/${applicationId}`;
  const isReady = members.some(({ id, progress }) => id === ownMemberId && progress === "ready");
  return (
    <>
      <FamilyNotices family={family} base={base} locale={locale} />
      {isReady && waitingFor.length > 0 ? (
        <Notice heading={t("review.waiting.heading")}>
          <p>{t("review.waiting.for", { names: nameList(locale, waitingFor) })}</p>
          <p>{t("review.waiting.text")}</p>
          <p>
            <a href={`${base}/review#send`}>{t("together.review")}</a>
          </p>
        </Notice>
      ) : null}
    </>
  );
}
