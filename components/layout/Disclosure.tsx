import type { ReactNode } from "react";

export type DisclosureProps = { summary: ReactNode; children: ReactNode; isOpen?: boolean; id?: string };

export function Disclosure({ summary, children, isOpen, id }: DisclosureProps) {
  return (
    <details className="disclosure" open={isOpen} id={id}>
      <summary>
        <span>{summary}</span>
      </summary>
      <div className="disclosure__body">{children}</div>
    </details>
  );
}
