import "@/app/styles/app.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/layout/LanguageSwitch";
import { SiteFooter } from "@/components/layout/SiteFooter";
import { SiteHeader } from "@/components/layout/SiteHeader";
import { env } from "@/lib/env";
import { isLocale, LOCALES, type Locale, localeName, textDirection } from "@/lib/i18n/locales";

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: "common" });
  return {
    title: { template: `%s – ${t("name")}`, default: t("name") },
    description: t("description"),
    icons: { icon: "/favicon.svg" },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** The same page in another language; the proxy tells which page this is. */
async function languageLinks() {
  const path = (await headers()).get("x-path") ?? "/";
  const rest = path.replace(/^\/[^/?]+/, "");
  return LOCALES.map((locale) => ({ locale, name: localeName(locale), href: `/${locale}${rest}` }));
}

function Help({
  lead,
  email,
  phone,
}: {
  lead: string;
  email?: string | undefined;
  phone?: string | undefined;
}) {
  return (
    <>
      <p>{lead}</p>
      {email ? (
        <p>
          <a href={`mailto:${email}`} dir="ltr">
            {email}
          </a>
        </p>
      ) : null}
      {phone ? (
        <p>
          <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} dir="ltr">
            {phone}
          </a>
        </p>
      ) : null}
    </>
  );
}

async function Frame({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [t, hosts, languages] = await Promise.all([
    getTranslations({ locale, namespace: "common" }),
    getTranslations({ locale, namespace: "hosts" }),
    languageLinks(),
  ]);
  const { SUPPORT_EMAIL, SUPPORT_PHONE } = env();
  const nav = [
    { href: `/${locale}/check`, label: t("nav.check") },
    { href: `/${locale}/applications`, label: t("nav.applications") },
  ];
  const account = { href: `/${locale}/account`, label: t("nav.account") };
  const languageLabel = t("language");
  return (
    <>
      <SiteHeader
        name={t("name")}
        homeHref={`/${locale}`}
        skipLabel={t("skip")}
        nav={nav}
        navLabel={t("nav.label")}
        account={account}
        languages={<LanguageSwitch label={languageLabel} current={locale} languages={languages} />}
      />
      {children}
      <SiteFooter
        helpHeading={t("help.heading")}
        help={<Help lead={t("help.lead")} email={SUPPORT_EMAIL} phone={SUPPORT_PHONE} />}
        links={[
          { href: `/${locale}/permits`, label: t("footer.permits") },
          { href: `/${locale}/rules`, label: t("footer.rules") },
          { href: `/${locale}/timeline`, label: t("footer.timeline") },
          { href: `/${locale}/hosts`, label: hosts("guide.title") },
        ]}
        linksLabel={t("footer.label")}
        prevails={t("prevails")}
        note={t("proposal")}
      />
    </>
  );
}

export default async function LocaleLayout({ children, params }: LayoutProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <html lang={locale} dir={textDirection(locale)} data-color-scheme="auto">
      <body>
        <Frame locale={locale}>{children}</Frame>
      </body>
    </html>
  );
}
