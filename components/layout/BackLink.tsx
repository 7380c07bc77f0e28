import type { ReactNode } from "react";

export type BackLinkProps = { href: string; children: ReactNode };

export function BackLink({ href, children }: BackLinkProps) {
  return (
    <a className="back-link" href={href}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" className="points-along">
        <path d="M10 3 5 8l5 5" />
      </svg>
      {children}
    </a>
  );
}
