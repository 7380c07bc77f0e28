import type { ReactNode } from "react";

export type BdiProps = {
  children: ReactNode;
  /** `ltr` for what has one direction everywhere: emails, numbers, references. */
  dir?: "ltr" | "rtl" | "auto";
  lang?: string;
};

/** A name or a value in a sentence of another direction. */
export function Bdi({ children, dir, lang }: BdiProps) {
  return (
    <bdi dir={dir} lang={lang}>
      {children}
    </bdi>
  );
}
