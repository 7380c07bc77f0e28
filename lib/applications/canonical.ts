import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** JSON in the canonical form of RFC 8785: the same content has the same bytes, whoever writes it. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Not JSON");
  return text;
}

export const sha256Hex = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
