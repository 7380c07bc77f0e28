import type { ReactNode } from "react";

export type CardProps = {
  heading?: ReactNode;
  headingLevel?: 2 | 3 | 4;
  /** The heading becomes a link, and the whole card its target. */
  href?: string;
  children?: ReactNode;
};

export function Card({ heading, headingLevel = 2, href, children }: CardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={href ? "card card--link" : "card"}>
      {heading ? (
        <Heading className="card__heading">{href ? <a href={href}>{heading}</a> : heading}</Heading>
      ) : null}
      {children}
    </div>
  );
}
