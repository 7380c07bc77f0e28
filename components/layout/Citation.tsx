import type { ReactNode } from "react";

export type CitationProps = { href?: string; children: ReactNode };

/** A paragraph of Swedish law: always left to right and in Swedish, whatever the page is in. */
export function Citation({ href, children }: CitationProps) {
  if (!href) {
    return (
      <span className="citation" dir="ltr" lang="sv">
        {children}
      </span>
    );
  }
  return (
    <a className="citation" href={href} hrefLang="sv" dir="ltr" lang="sv">
      {children}
    </a>
  );
}
