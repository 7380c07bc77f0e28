import type { ReactNode } from "react";
import { BrandMark } from "../pictures/BrandMark";

export type NavLink = { href: string; label: ReactNode; isCurrent?: boolean };

export type SiteHeaderProps = {
  name: string;
  homeHref: string;
  /** Words of the skip link; it leads to `#main`. */
  skipLabel: ReactNode;
  nav?: readonly NavLink[];
  navLabel?: string;
  languages?: ReactNode;
  account?: NavLink;
};

const HeaderLink = ({ href, label, isCurrent }: NavLink) => (
  <a href={href} aria-current={isCurrent ? "page" : undefined}>
    {label}
  </a>
);

export function SiteHeader(props: SiteHeaderProps) {
  const { name, homeHref, skipLabel, nav = [], navLabel, languages, account } = props;
  return (
    <>
      <a className="skip-link" href="#main">
        {skipLabel}
      </a>
      <header className="site-header">
        <div className="site-header__row">
          <a className="brand" href={homeHref} lang="sv">
            <BrandMark />
            <span>{name}</span>
          </a>
          <div className="site-header__tools">{languages}</div>
          {nav.length > 0 || account ? (
            <nav className="site-nav" aria-label={navLabel}>
              <ul>
                {nav.map((link) => (
                  <li key={link.href}>
                    <HeaderLink {...link} />
                  </li>
                ))}
                {account ? (
                  <li className="site-nav__account">
                    <HeaderLink {...account} />
                  </li>
                ) : null}
              </ul>
            </nav>
          ) : null}
        </div>
      </header>
    </>
  );
}
