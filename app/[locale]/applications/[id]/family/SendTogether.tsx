import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/form/ButtonLink";
import type { FamilyView } from "@/lib/families/view";
import type { Locale } from "@/lib/i18n/locales";
import { nameList } from "./name-list";

type SendTogetherProps = { family: FamilyView; isDraft: boolean; base: string; locale: Locale };

/** How it stands with sending all the applications at one moment. */
export async function SendTogether({ family, isDraft, base, locale }: SendTogetherProps) {
  const t = await getTranslations({ locale, namespace: "families" });
  const { waitingFor, members, ownMemberId } = family;
  const isReady = members.some(({ id, progress }) => id === ownMemberId && progress === "ready");
  const isAlone = !members.some(
    ({ id, state }) => id !== ownMemberId && state !== "left" && state !== "declined",
  );
  return (
    <section className="stack">
      <h2>{t("together.heading")}</h2>
      {isDraft ? <p>{t(isAlone ? "together.alone" : "together.text")}</p> : <p>{t("together.sent")}</p>}
      {isReady ? <p>{t("together.youWait")}</p> : null}
      {isDraft && waitingFor.length > 0 ? (
        <p>{t("together.waiting", { names: nameList(locale, waitingFor) })}</p>
      ) : null}
      {isDraft ? (
        <ButtonLink variant="secondary" href={`${base}/review`}>
          {t("together.review")}
        </ButtonLink>
      ) : null}
    </section>
  );
}
