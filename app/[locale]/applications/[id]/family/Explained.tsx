import { getTranslations } from "next-intl/server";
import { Citation } from "@/components/layout/Citation";
import { citationLink } from "@/components/rules/citation-link";
import { citationWords } from "@/components/rules/citation-words";
import type { Locale } from "@/lib/i18n/locales";

const HANDLED_TOGETHER = "SFD art 26.4";

/** What applying together means, in three sentences. */
export async function Explained({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "families" });
  const link = citationLink(HANDLED_TOGETHER);
  return (
    <ul>
      <li>{t("intro.own")}</li>
      <li>
        {t("intro.together")}{" "}
        <Citation {...(link && { href: link })}>{citationWords(HANDLED_TOGETHER)}</Citation>
      </li>
      <li>{t("intro.private")}</li>
    </ul>
  );
}
