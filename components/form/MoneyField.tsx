import type { ReactNode } from "react";
import { TextField, type TextFieldProps } from "./TextField";

export type MoneyFieldProps = Omit<TextFieldProps, "type" | "inputMode" | "suffix" | "prefix"> & {
  /** The currency as the reader knows it: "SEK", "kr". */
  currency: ReactNode;
};

export function MoneyField({ currency, width = 12, ...field }: MoneyFieldProps) {
  return <TextField autoComplete="off" {...field} width={width} inputMode="numeric" suffix={currency} />;
}
