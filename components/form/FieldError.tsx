import type { ReactNode } from "react";
import { errorId } from "./field-ids";

export type FieldErrorProps = { name: string; children?: ReactNode };

export function FieldError({ name, children }: FieldErrorProps) {
  if (!children) return null;
  return (
    <p className="field-error" id={errorId(name)}>
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d="M10 1.5 19 18H1Z" fill="currentColor" />
        <path d="M10 7v5M10 14.2v1.3" className="icon-cut" />
      </svg>
      <span>{children}</span>
    </p>
  );
}
