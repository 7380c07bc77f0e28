import type { ReactNode } from "react";

export type PageMainProps = {
  /** Above the heading: a back link, a breadcrumb. */
  before?: ReactNode;
  children: ReactNode;
};

/** The one column of every page, and the target of the skip link. */
export function PageMain({ before, children }: PageMainProps) {
  return (
    <div className="page">
      <main id="main" tabIndex={-1}>
        {before}
        {children}
      </main>
    </div>
  );
}
