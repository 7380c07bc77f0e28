import type { ReactNode } from "react";
import { isLocale } from "@/lib/i18n/locales";
import { RepresentativeBanner } from "./RepresentativeBanner";

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string; id: string }> };

export default async function ApplicationLayout({ children, params }: LayoutProps) {
  const { locale, id } = await params;
  return (
    <>
      {isLocale(locale) ? <RepresentativeBanner id={id} locale={locale} /> : null}
      {children}
    </>
  );
}
