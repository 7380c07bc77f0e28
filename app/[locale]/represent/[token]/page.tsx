import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { isolatedName } from "@/lib/documents/file-name";
import { AppError } from "@/lib/errors";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay, writtenDay } from "@/lib/i18n/swedish-time";
import { type InvitationShown, seeInvitation } from "@/lib/representatives/accept";
import { personalPage } from "../../personal-page";
import { HiddenFields } from "../../representations/HiddenFields";
import { answerAction } from "../actions";

type Params = { locale: Locale; token: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "representatives" });
  return { title: t("banner.label") };
}

/** Why there is nothing to answer, and where to go. */
async function Refused({ code, email, locale }: { code: string; email: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "representatives" });
  const list = `/${locale}/applications`;
  if (code === "other-address")
    return (
      <PageMain>
        <PageHeading>{t("otherAddress.title")}</PageHeading>
        <p>{t("otherAddress.text", { email: isolatedName(email) })}</p>
        <ButtonLink href={`/${locale}/account`}>{t("otherAddress.account")}</ButtonLink>
      </PageMain>
    );
  const isOwn = code === "own-address";
  return (
    <PageMain>
      <PageHeading>{t(isOwn ? "ownAddress.title" : "closed.title")}</PageHeading>
      <p>{t(isOwn ? "ownAddress.text" : "closed.text")}</p>
      {isOwn ? null : <p>{t("closed.represented")}</p>}
      <ButtonLink href={list}>{t(isOwn ? "ownAddress.list" : "closed.list")}</ButtonLink>
    </PageMain>
  );
}

const POINTS = ["may", "poa", "sees", "end"] as const;

type AskedProps = { shown: InvitationShown; token: string; locale: Locale };

async function Asked({ shown, token, locale }: AskedProps) {
  const t = await getTranslations({ locale, namespace: "representatives" });
  const name = isolatedName(shown.personName);
  const until = writtenDay(swedishDay(shown.expiresAt), formatLocale(locale));
  return (
    <PageMain>
      <PageHeading lead={t("invitation.lead", { name })}>{t("invitation.title", { name })}</PageHeading>
      <h2>{t("invitation.means")}</h2>
      <ul>
        {POINTS.map((point) => (
          <li key={point}>{t(`invitation.${point}`, { name })}</li>
        ))}
      </ul>
      <form action={answerAction}>
        <HiddenFields token={token} locale={locale} />
        <ButtonRow>
          <Button name="answer" value="accept">
            {t("invitation.accept")}
          </Button>
          <Button name="answer" value="decline" variant="secondary">
            {t("invitation.decline")}
          </Button>
        </ButtonRow>
      </form>
      <p className="muted">{t("invitation.until", { until })}</p>
    </PageMain>
  );
}

export default personalPage<Params>(async ({ user, locale, params: { token } }) => {
  let shown: Awaited<ReturnType<typeof seeInvitation>>;
  try {
    shown = await seeInvitation(user, token);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return <Refused code={error.code} email={user.email} locale={locale} />;
  }
  if ("acceptedId" in shown) redirect(`/${locale}/representations/${shown.acceptedId}`);
  return <Asked shown={shown} token={token} locale={locale} />;
});
