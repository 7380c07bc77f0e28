import type { ReactNode } from "react";

export type HintProps = { id?: string; children: ReactNode };

export function Hint({ id, children }: HintProps) {
  return (
    <div className="hint" id={id}>
      {children}
    </div>
  );
}
