import type { ReactNode } from "react";
import type { NavLink } from "./SiteHeader";

export type SiteFooterProps = {
  /** Where to turn; the same on every page. */
  help?: ReactNode;
  helpHeading?: ReactNode;
  links?: readonly NavLink[];
  linksLabel?: string;
  languages?: ReactNode;
  /** Which language version prevails. */
  prevails?: ReactNode;
  /** What this service is and is not. */
  note?: ReactNode;
};

export function SiteFooter(props: SiteFooterProps) {
  const { help, helpHeading, links = [], linksLabel, languages, prevails, note } = props;
  return (
    <footer className="site-footer">
      <div className="site-footer__inner">
        {help ? (
          <section className="site-footer__help">
            {helpHeading ? <h2>{helpHeading}</h2> : null}
            {help}
          </section>
        ) : null}
        {links.length > 0 ? (
          <nav className="site-footer__links" aria-label={linksLabel}>
            <ul>
              {links.map(({ href, label, isCurrent }) => (
                <li key={href}>
                  <a href={href} aria-current={isCurrent ? "page" : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {languages}
        {prevails || note ? (
          <div className="site-footer__note">
            {prevails ? <p>{prevails}</p> : null}
            {note ? <div>{note}</div> : null}
          </div>
        ) : null}
      </div>
    </footer>
  );
}
