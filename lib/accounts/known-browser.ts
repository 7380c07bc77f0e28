import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import * as z from "zod/mini";
import { cookieName, cookieOptions } from "./cookies";
import { keyedHash } from "./keys";
import { seal, unseal } from "./sealed-cookie";

const MAX_AGE_SECONDS = 180 * 24 * 3600;
const shape = z.object({ id: z.string(), address: z.string() });

const addressKey = (email: string) => keyedHash("known-browser", [email]);

/**
 * Whom attempts at an address are counted against: a browser that has signed in with it before has a count of its own, so
 * that a stranger who uses up the attempts at an address does not lock out its owner (OWASP, device cookies).
 */
export function attemptsBy(email: string, sealedCookie: string | undefined): string[] {
  const known = shape.safeParse(unseal("known-browser", sealedCookie));
  return known.success && known.data.address === addressKey(email)
    ? ["browser", known.data.id]
    : ["address", email];
}

/** As `attemptsBy`, with the cookie of the request being served. */
export async function attemptsByThisBrowser(email: string): Promise<string[]> {
  return attemptsBy(email, (await cookies()).get(cookieName("known"))?.value);
}

/** Marks this browser as one that has signed in with the address. It gives no access. */
export async function rememberBrowser(email: string): Promise<void> {
  const value = seal("known-browser", { id: randomUUID(), address: addressKey(email) }, MAX_AGE_SECONDS);
  (await cookies()).set(cookieName("known"), value, cookieOptions(MAX_AGE_SECONDS));
}
