import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { RadioField } from "@/components/form/RadioField";
import { hostName } from "@/lib/hosts/host-name";
import type { Told } from "@/lib/hosts/told";
import type { Locale } from "@/lib/i18n/locales";
import { shareAction } from "./share-action";

type SharingProps = { told: Told; applicationId: string; isHolder: boolean; locale: Locale };

/** Whether a university may see how far the application has come: a plain yes or no, at any time. */
export async function Sharing({ told, applicationId, isHolder, locale }: SharingProps) {
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: "hosts" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const { host, isShared } = told;
  const now = isShared ? "yes" : "no";
  if (!isHolder) {
    return (
      <p>
        {t(`university.sharing.now.${now}`)} {t("university.sharing.holder")}
      </p>
    );
  }
  return (
    <form action={shareAction}>
      <input type="hidden" name="application" value={applicationId} />
      <input type="hidden" name="host" value={host.code} />
      <input type="hidden" name="locale" value={locale} />
      <RadioField
        name={`share-${host.code}`}
        label={t("university.sharing.heading", { host: hostName(host, locale) })}
        hint={t(`university.sharing.now.${now}`)}
        options={[
          { value: "yes", label: common("yes") },
          { value: "no", label: common("no") },
        ]}
        defaultValue={now}
        isInline
      />
      <Button variant="secondary">{t("university.sharing.button")}</Button>
    </form>
  );
}
