import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/form/ButtonLink";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { signInPath } from "@/lib/accounts/sessions";
import type { Locale } from "@/lib/i18n/locales";

/** Before sign-in: what an invitation is and what will be asked. Of whoever invites, nothing yet. */
export async function Welcome({ here, locale }: { here: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "families" });
  return (
    <PageMain>
      <PageHeading lead={t("join.lead")}>{t("join.title")}</PageHeading>
      <h2>{t("join.asked.heading")}</h2>
      <ol>
        <li>{t("join.asked.signIn")}</li>
        <li>{t("join.asked.birthDate")}</li>
        <li>{t("join.asked.choose")}</li>
      </ol>
      <p>{t("join.private")}</p>
      <ButtonLink href={signInPath(here)}>{t("join.signIn")}</ButtonLink>
      <p className="muted">{t("join.unsure")}</p>
    </PageMain>
  );
}
