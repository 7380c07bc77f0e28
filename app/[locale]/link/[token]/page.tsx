import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect, unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { currentUser } from "@/lib/accounts/sessions";
import { isDatabaseReachable } from "@/lib/db/reachable";
import { hostName } from "@/lib/hosts/host-name";
import { markOpened, type OpenLink, openLink } from "@/lib/hosts/open-link";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay, writtenDay } from "@/lib/i18n/swedish-time";
import { faultOf, log } from "@/lib/log";
import { FailedPage, UnavailablePage } from "../../failure-pages";
import { ClaimsList } from "../ClaimsList";
import { FailurePage } from "../FailurePage";
import { PermitOfLink } from "../PermitOfLink";
import { goOnWithLink } from "./go-on-action";

type Props = { params: Promise<{ locale: Locale; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "hosts" });
  return { title: t("link.anyTitle"), robots: { index: false } };
}

const CONSEQUENCES = ["fill", "mark", "change", "share", "nothing"] as const;

type PartProps = { link: OpenLink; locale: Locale };

async function TestNotice({ link: { host }, locale }: PartProps) {
  if (!host.isTest) return null;
  const t = await getTranslations({ locale, namespace: "hosts" });
  return (
    <Notice kind="warning" heading={t("link.test.heading")}>
      <p>{t("link.test.text", { host: hostName(host, locale) })}</p>
    </Notice>
  );
}

async function GoOn({ token, locale, isSignedIn }: { token: string; locale: Locale; isSignedIn: boolean }) {
  const t = await getTranslations({ locale, namespace: "hosts" });
  return (
    <form action={goOnWithLink}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="locale" value={locale} />
      {isSignedIn ? null : <p>{t("link.signIn.text")}</p>}
      <Button>{t(isSignedIn ? "link.signIn.again" : "link.signIn.button")}</Button>
    </form>
  );
}

/** What was accepted is shown no more: only its account comes to the application, after signing in. */
async function AcceptedPage({ token, link, locale }: PartProps & { token: string }) {
  const t = await getTranslations({ locale, namespace: "hosts" });
  return (
    <PageMain>
      <PageHeading caption={hostName(link.host, locale)} lead={t("link.accepted.text")}>
        {t("link.accepted.heading")}
      </PageHeading>
      <GoOn token={token} locale={locale} isSignedIn={false} />
    </PageMain>
  );
}

async function LinkPage({ token, link, locale }: PartProps & { token: string }) {
  const [t, user] = await Promise.all([getTranslations({ locale, namespace: "hosts" }), currentUser()]);
  if (link.acceptedAt) {
    if (!user) return <AcceptedPage token={token} link={link} locale={locale} />;
    if (link.acceptedByUserId !== user.id) return <FailurePage why="used" locale={locale} />;
    if (link.applicationId) redirect(`/${locale}/applications/${link.applicationId}`);
  }
  await markOpened(link.id);
  const host = hostName(link.host, locale);
  const day = writtenDay(swedishDay(link.expiresAt), formatLocale(locale));
  return (
    <PageMain>
      <PageHeading lead={t(`link.lead.${link.claims.kind}`, { host })}>
        {t("link.heading", { host })}
      </PageHeading>
      <TestNotice link={link} locale={locale} />
      <ClaimsList heading={t("link.says", { host })} claims={link.claims} locale={locale} />
      <PermitOfLink link={link} locale={locale} />
      <h2>{t("link.then.heading")}</h2>
      <ul>
        {CONSEQUENCES.map((id) => (
          <li key={id}>{t(`link.then.${id}`, { host })}</li>
        ))}
      </ul>
      <h2>{t("link.signIn.heading")}</h2>
      <GoOn token={token} locale={locale} isSignedIn={user !== null} />
      <p className="muted">{t("link.until", { day })}</p>
    </PageMain>
  );
}

async function opened(token: string) {
  try {
    return await openLink(token);
  } catch (error) {
    unstable_rethrow(error);
    if (!(await isDatabaseReachable())) return "unavailable";
    const id = randomUUID();
    log.error({ id, ...faultOf(error) }, "link not opened");
    return { failed: id };
  }
}

/** Where a university's link leads. Looking changes nothing but the mark that it was opened: programs look at mail too. */
export default async function TokenPage({ params }: Props) {
  const { locale, token } = await params;
  const opening = await opened(token);
  if (opening === "unavailable") return <UnavailablePage />;
  if ("failed" in opening) return <FailedPage id={opening.failed} />;
  if (opening.state === "ok") return <LinkPage token={token} link={opening.link} locale={locale} />;
  const why = opening.state === "unknown" ? "malformed" : opening.state;
  return <FailurePage why={why} host={opening.host} locale={locale} />;
}
