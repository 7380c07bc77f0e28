import { createHmac, hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

const keys = new Map<string, Buffer>();

/** A key of 32 bytes for one purpose, derived from `APP_SECRET`, so that no two uses share a key. Throws without the setting. */
export function keyFor(purpose: string): Buffer {
  const secret = env().APP_SECRET;
  if (!secret) throw new Error("APP_SECRET is not set.");
  const known = keys.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", secret, "", `ankomst:${purpose}`, 32));
  keys.set(purpose, key);
  return key;
}

/** HMAC-SHA256 of the parts in base64url: the same for the same parts, and telling nothing of them. */
export function keyedHash(purpose: string, parts: readonly string[]): string {
  // JSON keeps ["ab", "c"] and ["a", "bc"] apart.
  return createHmac("sha256", keyFor(purpose)).update(JSON.stringify(parts)).digest("base64url");
}
