import { getTranslations } from "next-intl/server";
import { Table } from "@/components/layout/Table";
import { isolatedName } from "@/lib/documents/file-name";
import { documentTitle } from "@/lib/i18n/document-title";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishMoment } from "@/lib/i18n/swedish-time";
import type { Doing } from "@/lib/representatives/what-was-done";

type DoingsProps = { doings: readonly Doing[]; locale: Locale };

/** What was done, in words. */
async function wordsFor(locale: Locale): Promise<(doing: Doing) => string> {
  const [t, steps, title] = await Promise.all([
    getTranslations({ locale, namespace: "representatives" }),
    getTranslations({ locale, namespace: "steps" }),
    documentTitle(locale),
  ]);
  return ({ kind, about }) => {
    const named = kind === "step-saved" ? steps(`${about}.title` as never) : about && title(about);
    return t(`done.kinds.${kind}`, { about: named ?? "" });
  };
}

/** What the representative has done, for the one whom it was done for. */
export async function Doings({ doings, locale }: DoingsProps) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: "representatives" }),
    wordsFor(locale),
  ]);
  return (
    <section>
      <h2>{t("done.heading")}</h2>
      {doings.length === 0 ? (
        <p>{t("done.none")}</p>
      ) : (
        <Table
          caption={t("done.caption")}
          columns={[
            { id: "what", header: t("done.what") },
            { id: "who", header: t("done.who") },
            { id: "when", header: t("done.when") },
          ]}
          rows={doings.map((doing) => ({
            id: doing.id,
            cells: {
              what: words(doing),
              who: isolatedName(doing.by),
              when: swedishMoment(doing.at, formatLocale(locale)),
            },
          }))}
        />
      )}
    </section>
  );
}
