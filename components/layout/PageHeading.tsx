import type { ReactNode } from "react";

export type PageHeadingProps = {
  /** What the page belongs to: the permit, the reference. */
  caption?: ReactNode;
  children: ReactNode;
  /** The first paragraph, a little larger. */
  lead?: ReactNode;
};

export function PageHeading({ caption, children, lead }: PageHeadingProps) {
  return (
    <div className="page-heading">
      {caption ? <p className="page-heading__caption">{caption}</p> : null}
      <h1>{children}</h1>
      {lead ? <p className="lead">{lead}</p> : null}
    </div>
  );
}
