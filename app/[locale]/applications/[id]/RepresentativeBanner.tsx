import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/Notice";
import { currentUser } from "@/lib/accounts/sessions";
import { isolatedName } from "@/lib/documents/file-name";
import type { Locale } from "@/lib/i18n/locales";
import { faultOf, log } from "@/lib/log";
import { representedHere } from "@/lib/representatives/representations";

/** Null also while the database is away: the page itself tells that. */
async function represented(applicationId: string) {
  try {
    const user = await currentUser();
    return user && (await representedHere(user.id, applicationId));
  } catch (error) {
    log.error({ part: "representatives", ...faultOf(error) }, "banner failed");
    return null;
  }
}

/** Says on each page of an application for whom one acts there, where it is not one's own. */
export async function RepresentativeBanner({ id, locale }: { id: string; locale: Locale }) {
  const here = await represented(id);
  if (!here) return null;
  const t = await getTranslations({ locale, namespace: "representatives" });
  const { personName, representationId } = here;
  return (
    <aside className="banner" aria-label={t("banner.label")}>
      <Notice kind="info">
        <p>
          <strong>
            {personName ? t("banner.text", { name: isolatedName(personName) }) : t("banner.textUnnamed")}
          </strong>{" "}
          <a href={`/${locale}/representations/${representationId}`}>{t("banner.link")}</a>
        </p>
      </Notice>
    </aside>
  );
}
