import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { hostName } from "@/lib/hosts/host-name";
import type { LinkHost } from "@/lib/hosts/open-link";
import type { Locale } from "@/lib/i18n/locales";

/** Why a link does not lead on, as people are told; what is not there leads nowhere either. */
export const FAILURES = [
  "malformed",
  "bad-signature",
  "unknown-host",
  "disabled-host",
  "expired",
  "wrong-audience",
  "bad-claims",
  "keys-unavailable",
  "withdrawn",
  "used",
  "other-person",
  "too-many-drafts",
] as const;

export type Failure = (typeof FAILURES)[number];

type FailureProps = { why: Failure; host?: LinkHost | undefined; locale: Locale };

/** Tells what is wrong with a link and what to do. A host is named only where it has proven that the link is its own. */
export async function FailurePage({ why, host, locale }: FailureProps) {
  const t = await getTranslations({ locale, namespace: "hosts" });
  const title = t(`failures.${why}.title`);
  return (
    <PageMain>
      <title>{title}</title>
      <PageHeading {...(host && { caption: hostName(host, locale) })} lead={t(`failures.${why}.text`)}>
        {title}
      </PageHeading>
      <p>{t(`failures.${why}.todo`)}</p>
      {host?.contact ? (
        <p>
          {t.rich("failures.contact", {
            host: hostName(host, locale),
            contact: host.contact,
            bdi: (chunks) => <bdi dir="ltr">{chunks}</bdi>,
          })}
        </p>
      ) : null}
      <p>{t("failures.without")}</p>
      <ButtonRow>
        <ButtonLink href={`/${locale}/applications`}>{t("failures.applications")}</ButtonLink>
        <ButtonLink href={`/${locale}/check`} variant="quiet">
          {t("failures.check")}
        </ButtonLink>
      </ButtonRow>
    </PageMain>
  );
}
