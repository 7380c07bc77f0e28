import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/form/ButtonLink";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import type { Locale } from "@/lib/i18n/locales";

export type ClosedState =
  | "unknown"
  | "expired"
  | "used"
  | "revoked"
  | "too-many-answers"
  | "own-invitation"
  | "already-member"
  | "declined";

type StatePageProps = { state: ClosedState; locale: Locale; isSignedIn: boolean };

/** An invitation that leads no further, why, and what can be done instead. */
export async function StatePage({ state, locale, isSignedIn }: StatePageProps) {
  const t = await getTranslations({ locale, namespace: "families" });
  const title = t(`join.states.${state}.title`);
  return (
    <PageMain>
      <title>{title}</title>
      <PageHeading lead={t(`join.states.${state}.text`)}>{title}</PageHeading>
      {isSignedIn ? (
        <ButtonLink href={`/${locale}/applications`}>{t("join.applications")}</ButtonLink>
      ) : (
        <ButtonLink href={`/${locale}/check`} variant="secondary">
          {t("join.check")}
        </ButtonLink>
      )}
    </PageMain>
  );
}
