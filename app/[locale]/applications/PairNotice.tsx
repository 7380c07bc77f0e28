import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/Notice";
import type { Pair } from "@/lib/applications/overview";
import type { Locale } from "@/lib/i18n/locales";

/** How two applications of one person go together, with the way to both. */
export async function PairNotice({ pair: { waiting, other }, locale }: { pair: Pair; locale: Locale }) {
  const [t, permits] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "permits" }),
  ]);
  const link = ({ id, permit, reference }: Pair["other"]) => (
    <a href={`/${locale}/applications/${id}`}>
      {permits(`${permit}.name` as never)} (<bdi dir="ltr">{reference}</bdi>)
    </a>
  );
  const names = { waiting: () => link(waiting), other: () => link(other) };
  return (
    <Notice kind="info">
      <p>{t.rich("list.pair.text", names)}</p>
      {other.state === "draft" ? <p>{t("list.pair.sendFirst")}</p> : null}
    </Notice>
  );
}
