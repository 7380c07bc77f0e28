import type { ComponentProps } from "react";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

export type ButtonProps = Omit<ComponentProps<"button">, "className" | "style"> & {
  variant?: ButtonVariant;
  /** Work is under way: says so to everyone, and still looks like itself. */
  isBusy?: boolean;
};

const LOOK: Record<ButtonVariant, { "data-variant": string; "data-color"?: string }> = {
  primary: { "data-variant": "primary" },
  secondary: { "data-variant": "secondary" },
  quiet: { "data-variant": "tertiary" },
  danger: { "data-variant": "secondary", "data-color": "danger" },
};

export const buttonLook = (variant: ButtonVariant) => ({ className: "ds-button", ...LOOK[variant] });

export function Button({ variant = "primary", isBusy, type = "submit", ...button }: ButtonProps) {
  return <button {...button} type={type} aria-busy={isBusy || undefined} {...buttonLook(variant)} />;
}
