import type { WalkView } from "@/lib/flow/walk-step";
import type { CheckStrings } from "./check-strings";

/** The faults in words; what is missing is named. */
export function faultWords({ errors }: WalkView, strings: CheckStrings, labelOf: (field: string) => string) {
  return errors.map(({ field, code }) => ({
    field,
    message: (strings.errors[code] ?? code).replace("{label}", labelOf(field)),
  }));
}
