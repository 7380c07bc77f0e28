import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/Notice";
import type { Locale } from "@/lib/i18n/locales";
import type { Receipt } from "@/lib/receipts/receipt";

type TogetherPanelProps = { family: Receipt["family"]; locale: Locale };

/** That the application belongs to a group; of the others neither names nor references. */
export async function TogetherPanel({ family, locale }: TogetherPanelProps) {
  if (!family) return null;
  const t = await getTranslations({ locale, namespace: "families" });
  const isTogether = family.members.some(({ state }) => state === "submitted-together");
  return (
    <Notice kind="info" heading={t(isTogether ? "receipt.heading" : "receipt.headingAlone")}>
      <p>
        {t("group")} <bdi dir="ltr">{family.reference}</bdi>
      </p>
      <p>{t(isTogether ? "receipt.text" : "receipt.textAlone")}</p>
      <p>{t("receipt.own")}</p>
    </Notice>
  );
}
