import type { ReactNode } from "react";

export type CardGridProps = { children: ReactNode };

export function CardGrid({ children }: CardGridProps) {
  return <div className="card-grid">{children}</div>;
}
