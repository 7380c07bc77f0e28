import { randomInt } from "node:crypto";

// Without 0/O, 1/I/L, 5/S, 2/Z, 8/B and U/V: read aloud and copied by hand in a third language.
const LETTERS = "34679ACDEFGHJKMNPQRTWXY";
const LENGTH = 8;

/**
 * A random reference of an application such as `ANK-7K3M-94QF`, or of a family, which begins with `FAM`: 23^8 of them,
 * so that none can be guessed and none tells an order.
 */
export function newReference(prefix: "ANK" | "FAM" = "ANK"): string {
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return `${prefix}-${code.slice(0, 4)}-${code.slice(4)}`;
}
