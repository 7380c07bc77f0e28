import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/layout/Disclosure";
import { listDocuments } from "@/lib/documents/documents";
import { POWER_OF_ATTORNEY } from "@/lib/documents/requirement";
import type { Locale } from "@/lib/i18n/locales";
import { PowerOfAttorneyUpload } from "../../../representations/PowerOfAttorneyUpload";

type PowerOfAttorneyProps = {
  applicationId: string;
  isDraft: boolean;
  told: string | string[] | undefined;
  locale: Locale;
};

/** The text to sign, the signed files that are there, and the form to add one. */
export async function PowerOfAttorney({ applicationId, isDraft, told, locale }: PowerOfAttorneyProps) {
  const [t, documents] = await Promise.all([
    getTranslations({ locale, namespace: "representatives" }),
    listDocuments(applicationId),
  ]);
  const base = `/${locale}/applications/${applicationId}`;
  const files = documents.filter(({ requirement }) => requirement === POWER_OF_ATTORNEY);
  const upload = (
    <PowerOfAttorneyUpload
      action={`/api/applications/${applicationId}/documents`}
      id={applicationId}
      told={told}
      locale={locale}
    />
  );
  return (
    <section id={POWER_OF_ATTORNEY}>
      <h2>{t("poa.heading")}</h2>
      {files.length > 0 ? <p>{t("poa.there")}</p> : <p>{t("poa.steps")}</p>}
      <ul className="plain">
        {files.map(({ id, fileName }) => (
          <li key={id}>
            <a href={`/api/documents/${id}?view`}>
              <bdi>{fileName}</bdi>
            </a>
            {isDraft ? (
              <>
                {" · "}
                <a href={`${base}/documents?remove=${id}#${POWER_OF_ATTORNEY}`}>
                  {t("poa.remove")} <bdi className="sr-only">{fileName}</bdi>
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        <a href={`${base}/representative/power-of-attorney`}>{t("poa.print")}</a>
      </p>
      {files.length > 0 ? null : <p>{t("poa.own")}</p>}
      {isDraft && files.length === 0 ? upload : null}
      {isDraft && files.length > 0 ? <Disclosure summary={t("poa.more")}>{upload}</Disclosure> : null}
    </section>
  );
}
