import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { CheckboxGroupField } from "@/components/form/CheckboxGroupField";
import { Disclosure } from "@/components/layout/Disclosure";
import { Notice } from "@/components/layout/Notice";
import type { DocumentRow } from "@/lib/documents/documents";
import { isolatedName } from "@/lib/documents/file-name";
import type { Sharing } from "@/lib/families/sharing";
import type { Locale } from "@/lib/i18n/locales";
import { HiddenPlace } from "../family/HiddenPlace";
import { shareAction } from "./share-action";
import { shareField } from "./share-field";

type ShareFormsProps = {
  files: readonly DocumentRow[];
  sharing: Sharing;
  /** The file that was just shared. */
  shared: string | string[] | undefined;
  applicationId: string;
  locale: Locale;
};

type ShareFormProps = Omit<ShareFormsProps, "files"> & { file: Sharing["documents"][number] };

async function ShareForm({ file, sharing, applicationId, locale }: ShareFormProps) {
  const t = await getTranslations({ locale, namespace: "families" });
  const name = isolatedName(file.fileName);
  const options = sharing.members.map((member) => ({
    value: member.id,
    label: <bdi>{member.name}</bdi>,
    disabled: !member.canReceive,
    ...(!member.canReceive && { hint: t("share.sent", { name: isolatedName(member.name) }) }),
  }));
  return (
    <form action={shareAction} className="stack">
      <HiddenPlace applicationId={applicationId} locale={locale} />
      <input type="hidden" name="document" value={file.id} />
      <CheckboxGroupField
        name={shareField(file.id)}
        label={t("share.with", { file: name })}
        hint={t("share.text")}
        options={options}
        defaultValue={file.sharedWith}
      />
      <Button variant="secondary">
        {t("share.submit")} <span className="sr-only">{name}</span>
      </Button>
    </form>
  );
}

/** For each of one's own files: who else in the family gets a copy. */
export async function ShareForms({ files, shared, ...props }: ShareFormsProps) {
  const t = await getTranslations({ locale: props.locale, namespace: "families" });
  const own = props.sharing.documents.filter(({ id }) => files.some((file) => file.id === id));
  if (own.length === 0 || props.sharing.members.length === 0) return null;
  return (
    <>
      {own.some(({ id }) => id === shared) ? (
        <Notice kind="success" isLive>
          <p>{t("told.shared")}</p>
        </Notice>
      ) : null}
      {own.map((file) => (
        <Disclosure
          key={file.id}
          summary={
            own.length === 1 ? t("share.summary") : t("share.one", { file: isolatedName(file.fileName) })
          }
        >
          <ShareForm {...props} shared={shared} file={file} />
        </Disclosure>
      ))}
    </>
  );
}
