import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";

const POINTS = ["may", "sees", "poa", "responsible", "mayNot", "end"] as const;

/** What a representative may do and see, and what stays with the person. */
export async function Explanation({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "representatives" });
  return (
    <section>
      <h2>{t("explain.heading")}</h2>
      <ul>
        {POINTS.map((point) => (
          <li key={point}>{t(`explain.${point}`)}</li>
        ))}
      </ul>
      <p className="muted">{t("explain.law")}</p>
    </section>
  );
}
