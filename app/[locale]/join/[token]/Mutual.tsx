import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { isolatedName } from "@/lib/documents/file-name";
import type { RawAnswers } from "@/lib/flow/fields";
import type { Locale } from "@/lib/i18n/locales";
import type { Problem } from "../../applications/[id]/family/kept-form";
import { acceptAction } from "./join-actions";

type MutualProps = {
  token: string;
  here: string;
  /** What was chosen. */
  raw: RawAnswers;
  problem: Problem;
  locale: Locale;
};

/** Two main applicants who invited each other, and the ways out. */
export async function Mutual({ token, here, raw, problem, locale }: MutualProps) {
  const t = await getTranslations({ locale, namespace: "families" });
  const name = isolatedName(String(problem.params.name ?? ""));
  const reference = String(problem.params.reference ?? "");
  const key = "join.states.invited-each-other" as const;
  return (
    <PageMain>
      <title>{t(`${key}.title`)}</title>
      <PageHeading lead={t(`${key}.text`, { name, reference })}>{t(`${key}.title`)}</PageHeading>
      <ul>
        <li>{t(`${key}.here`, { name })}</li>
        <li>{t(`${key}.there`, { name })}</li>
      </ul>
      <form action={acceptAction}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="dissolve" value="yes" />
        {Object.entries(raw).map(([field, value]) =>
          typeof value === "string" ? <input key={field} type="hidden" name={field} value={value} /> : null,
        )}
        <ButtonRow>
          <Button formAction={here}>{t(`${key}.submit`)}</Button>
          <ButtonLink variant="quiet" href={`/${locale}/applications`}>
            {t("join.applications")}
          </ButtonLink>
        </ButtonRow>
      </form>
    </PageMain>
  );
}
