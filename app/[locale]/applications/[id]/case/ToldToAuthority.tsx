import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/layout/Disclosure";
import { Table } from "@/components/layout/Table";
import { toldToAuthority } from "@/lib/authority/told";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishMoment } from "@/lib/i18n/swedish-time";

type ToldProps = { userId: string; applicationId: string; locale: Locale };

/** What the authority was told of this case, when, and whether it confirmed to have it. */
export async function ToldToAuthority({ userId, applicationId, locale }: ToldProps) {
  const [t, told] = await Promise.all([
    getTranslations({ locale, namespace: "cases" }),
    toldToAuthority(userId, applicationId),
  ]);
  const moment = (at: Date) => swedishMoment(at, formatLocale(locale));
  return (
    <Disclosure summary={t("told.heading")}>
      <p>{t("told.text")}</p>
      <Table
        caption={t("told.heading")}
        isCaptionHidden
        columns={[
          { id: "what", header: t("told.what") },
          { id: "at", header: t("told.at") },
          { id: "confirmed", header: t("told.confirmed") },
        ]}
        rows={told.map(({ kind, at, confirmedAt }, index) => ({
          id: String(told.length - index),
          cells: {
            what: t(`told.kinds.${kind}` as never),
            at: moment(at),
            confirmed: confirmedAt ? moment(confirmedAt) : t("told.notYet"),
          },
        }))}
      />
    </Disclosure>
  );
}
