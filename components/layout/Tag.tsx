import type { ReactNode } from "react";

/** `here` is the saffron and is only for where the person is. */
export type TagTone = "neutral" | "done" | "attention" | "error" | "here";
export type TagProps = { tone?: TagTone; children: ReactNode };

export function Tag({ tone = "neutral", children }: TagProps) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}
