import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { Notice } from "@/components/layout/Notice";
import { isolatedName } from "@/lib/documents/file-name";
import type { Locale } from "@/lib/i18n/locales";

type RemoveQuestionProps = { file: { id: string; fileName: string }; locale: Locale; back: string };

/** Asked before a file is removed for good. */
export async function RemoveQuestion({ file, locale, back }: RemoveQuestionProps) {
  const t = await getTranslations({ locale, namespace: "uploads" });
  return (
    <Notice
      kind="warning"
      heading={t("removeQuestion", { name: isolatedName(file.fileName) })}
      headingLevel={3}
    >
      <p>{t("removeText")}</p>
      <form action={`/api/documents/${file.id}/remove`} method="post">
        <input type="hidden" name="locale" value={locale} />
        <ButtonRow>
          <Button variant="danger">{t("removeYes")}</Button>
          <ButtonLink variant="quiet" href={back}>
            {t("removeNo")}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Notice>
  );
}
