import type { ReactNode } from "react";

export type ButtonRowProps = { children: ReactNode };

/** The main action first; the others after it. */
export function ButtonRow({ children }: ButtonRowProps) {
  return <div className="button-row">{children}</div>;
}
