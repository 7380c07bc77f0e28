import type { ComponentProps } from "react";
import { type ButtonVariant, buttonLook } from "./Button";

export type ButtonLinkProps = Omit<ComponentProps<"a">, "className" | "style"> & {
  href: string;
  variant?: ButtonVariant;
};

/** A link that is the next step of the page. */
export function ButtonLink({ variant = "primary", children, ...link }: ButtonLinkProps) {
  return (
    <a {...link} {...buttonLook(variant)}>
      {children}
    </a>
  );
}
