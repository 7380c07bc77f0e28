import { getTranslations } from "next-intl/server";
import { isolatedName } from "@/lib/documents/file-name";
import type { Locale } from "@/lib/i18n/locales";
import { representedHere } from "@/lib/representatives/representations";

type ForWhomProps = { userId: string; applicationId: string; about: "sending" | "receipt"; locale: Locale };

/** Tells a representative where the receipt of what they send goes; nothing to whoever sends their own. */
export async function ForWhom({ userId, applicationId, about, locale }: ForWhomProps) {
  const here = await representedHere(userId, applicationId);
  if (!here) return null;
  const t = await getTranslations({ locale, namespace: "representatives" });
  return <p className="lead">{t(about, { name: isolatedName(here.personName) })}</p>;
}
