import type { ReactNode } from "react";

export type Crumb = { href?: string; label: ReactNode };
export type BreadcrumbProps = { label: string; items: readonly Crumb[] };

export function Breadcrumb({ label, items }: BreadcrumbProps) {
  return (
    <nav className="breadcrumb" aria-label={label}>
      <ol>
        {items.map((item, index) => (
          <li key={item.href ?? index}>
            {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
