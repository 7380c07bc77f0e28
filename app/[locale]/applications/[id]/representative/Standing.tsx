import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/form/ButtonLink";
import { Notice } from "@/components/layout/Notice";
import type { Representation } from "@/lib/db/generated/client";
import { isolatedName } from "@/lib/documents/file-name";
import type { Locale } from "@/lib/i18n/locales";
import type { HeldRepresentation } from "@/lib/representatives/representations";

type StandingProps = { held: HeldRepresentation; live: Representation; locale: Locale };

/** Who represents, since they said yes, and the way to end it. */
export async function Standing({ held, live, locale }: StandingProps) {
  const t = await getTranslations({ locale, namespace: "representatives" });
  const isActive = live.state === "active";
  const name = isolatedName(live.name);
  const accepted = held.isStartedByThem ? "accepted.started" : "accepted.heading";
  return (
    <section>
      <h2>{t(isActive ? "active.heading" : accepted, { name })}</h2>
      {held.signsInAs ? <p>{t("accepted.signsInAs", { email: isolatedName(held.signsInAs) })}</p> : null}
      <Notice kind={isActive ? "success" : "info"}>
        <p>{t(isActive ? "active.text" : "accepted.closed", { name })}</p>
      </Notice>
      <ButtonLink
        variant="secondary"
        href={`/${locale}/applications/${held.application.id}/representative/end`}
      >
        {t(isActive ? "active.end" : "accepted.end")}
      </ButtonLink>
    </section>
  );
}
