import { getTranslations } from "next-intl/server";
import { CitationRow } from "@/components/rules/CitationRow";
import { permitOfLink } from "@/lib/hosts/accept";
import { hostName } from "@/lib/hosts/host-name";
import type { OpenLink } from "@/lib/hosts/open-link";
import type { Locale } from "@/lib/i18n/locales";
import { RESEARCH_FOR_DOCTORAL_STUDENTS, whyThisPermit } from "./why-this-permit";

/** Which permit a link leads to, and why where one could expect another. */
export async function PermitOfLink({ link, locale }: { link: OpenLink; locale: Locale }) {
  const [t, permits] = await Promise.all([
    getTranslations({ locale, namespace: "hosts" }),
    getTranslations({ locale, namespace: "permits" }),
  ]);
  const permit = permitOfLink(link);
  const why = whyThisPermit(link, permit);
  return (
    <section>
      <h2>{t("link.permit.heading")}</h2>
      <p>
        <a href={`/${locale}/permits/${permit}`}>{permits(`${permit}.name`)}</a>
      </p>
      {why ? <p>{t(`link.permit.why.${why}`, { host: hostName(link.host, locale) })}</p> : null}
      {why === "agreement" ? <CitationRow cites={RESEARCH_FOR_DOCTORAL_STUDENTS} /> : null}
    </section>
  );
}
