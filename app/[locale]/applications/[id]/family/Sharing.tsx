import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { isolatedName } from "@/lib/documents/file-name";
import { openSharing } from "@/lib/families/sharing";
import type { FamilyView } from "@/lib/families/view";
import type { Locale } from "@/lib/i18n/locales";
import { HiddenPlace } from "./HiddenPlace";
import { shareAddressAction } from "./membership-actions";
import { nameList } from "./name-list";

type SharingProps = {
  userId: string;
  applicationId: string;
  family: FamilyView;
  /** Whether the application asks for an address in Sweden at all. */
  hasAddress: boolean;
  isDraft: boolean;
  locale: Locale;
};

async function Files({ userId, applicationId, isDraft, locale }: SharingProps) {
  const t = await getTranslations({ locale, namespace: "families" });
  const { documents, members } = await openSharing(userId, applicationId);
  const shared = documents.filter(({ sharedWith }) => sharedWith.length > 0);
  const namesOf = (ids: readonly string[]) =>
    nameList(
      locale,
      members.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
    );
  return (
    <>
      {shared.length === 0 && isDraft ? <p>{t("sharing.none")}</p> : null}
      {shared.length === 0 ? null : (
        <ul>
          {shared.map(({ id, fileName, sharedWith }) => (
            <li key={id}>
              {t("sharing.file", { file: isolatedName(fileName), names: namesOf(sharedWith) })}
            </li>
          ))}
        </ul>
      )}
      {isDraft ? (
        <p>
          <a href={`/${locale}/applications/${applicationId}/documents`}>{t("sharing.documents")}</a>
        </p>
      ) : null}
    </>
  );
}

async function Address({ applicationId, family, locale }: SharingProps) {
  const t = await getTranslations({ locale, namespace: "families" });
  const { sharesAddress } = family;
  return (
    <>
      <h3>{t("sharing.address")}</h3>
      <p>{t(sharesAddress ? "sharing.addressShared" : "sharing.addressText")}</p>
      <form action={shareAddressAction}>
        <HiddenPlace applicationId={applicationId} locale={locale} />
        <input type="hidden" name="on" value={sharesAddress ? "no" : "yes"} />
        <Button variant="secondary">
          {t(sharesAddress ? "sharing.stopAddress" : "sharing.shareAddress")}
        </Button>
      </form>
    </>
  );
}

/** What this application shares with the others, by choice. */
export async function Sharing(props: SharingProps) {
  const t = await getTranslations({ locale: props.locale, namespace: "families" });
  return (
    <section id="sharing" className="stack">
      <h2>{t("sharing.heading")}</h2>
      <Files {...props} />
      {props.hasAddress ? <Address {...props} /> : null}
    </section>
  );
}
