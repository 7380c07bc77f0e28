import type { ReactNode } from "react";

export type ConditionalGroupProps = { children: ReactNode };

/**
 * Shown while the choice directly before it is chosen, by CSS alone; always shown where the browser lacks `:has()`.
 * What is hidden is still submitted: the server must ignore answers that do not matter.
 */
export function ConditionalGroup({ children }: ConditionalGroupProps) {
  return <div className="reveal">{children}</div>;
}
