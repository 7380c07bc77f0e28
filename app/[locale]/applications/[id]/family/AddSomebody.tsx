import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { Notice } from "@/components/layout/Notice";
import type { Application } from "@/lib/db/generated/client";
import { isolatedName } from "@/lib/documents/file-name";
import { familyPermitsFor } from "@/lib/families/permits";
import type { FamilyView, MemberView } from "@/lib/families/view";
import type { Locale } from "@/lib/i18n/locales";

type AddSomebodyProps = { application: Application; family: FamilyView | null; locale: Locale };

/** Only the main applicant adds and invites: who that is, or where one does it oneself. */
async function FromMain({ main, locale }: { main: MemberView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "families" });
  const name = isolatedName(main.name);
  if (!main.applicationId) return <p>{t("add.onlyMain", { name })}</p>;
  return (
    <p>
      <a href={`/${locale}/applications/${main.applicationId}/family`}>{t("add.fromMain", { name })}</a>
    </p>
  );
}

/** The ways to add somebody: the main applicant's, or whoever has no family yet. */
export async function AddSomebody({ application, family, locale }: AddSomebodyProps) {
  if (application.state === "withdrawn") return null;
  const t = await getTranslations({ locale, namespace: "families" });
  const here = `/${locale}/applications/${application.id}/family`;
  const main = family?.members.find(({ role, state }) => role === "main" && state === "joined");
  if (family && !family.isMain) return main ? <FromMain main={main} locale={locale} /> : null;
  const hasFamilyPermit = familyPermitsFor(application.permit).length > 0;
  return (
    <section className="stack">
      <h2>{t("add.heading")}</h2>
      {hasFamilyPermit ? (
        <p>{t("add.text")}</p>
      ) : (
        <Notice kind="info">
          <p>{t("problems.no-family-permit")}</p>
        </Notice>
      )}
      <ButtonRow>
        {hasFamilyPermit ? (
          <ButtonLink variant="secondary" href={`${here}/child`}>
            {t("add.child")}
          </ButtonLink>
        ) : null}
        <ButtonLink variant="secondary" href={`${here}/invite`}>
          {t("add.adult")}
        </ButtonLink>
      </ButtonRow>
    </section>
  );
}
