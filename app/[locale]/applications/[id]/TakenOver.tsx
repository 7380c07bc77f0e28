import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/Notice";
import type { Locale } from "@/lib/i18n/locales";

/** Says where the answers of a step come from, until they are saved here. */
export async function TakenOver({ reference, locale }: { reference: string | undefined; locale: Locale }) {
  if (!reference) return null;
  const t = await getTranslations({ locale, namespace: "applications" });
  return (
    <Notice kind="info" heading={t("takenOver.heading")}>
      <p>
        {t("takenOver.from")} <bdi dir="ltr">{reference}</bdi>. {t("takenOver.look")}
      </p>
    </Notice>
  );
}
