import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import * as z from "zod/mini";
import { cookieName, cookieOptions } from "./cookies";
import { seal, unseal } from "./sealed-cookie";

const MAX_AGE_SECONDS = 1_800;

const shape = z.object({
  /** What the codes of this sign-in are bound to. */
  id: z.string(),
  /** As typed, for showing it again. */
  typed: z.string(),
  /** Canonical; absent while what was typed is no address. */
  email: z.optional(z.string()),
  isKept: z.boolean(),
  returnTo: z.optional(z.string()),
  /** When the last code was sent, in milliseconds. */
  sentAt: z.optional(z.number()),
  /** Tries that the last code still bears. */
  left: z.optional(z.number()),
  /** When to try again, in milliseconds. */
  until: z.optional(z.number()),
});

/** A sign-in under way, carried sealed by the browser, so that no address stands in a URL. */
export type SignInUnderWay = z.infer<typeof shape>;

/** For a form: the sign-in that it begins, so that the form sent twice begins one and not two. */
export const sealedAttempt = (): string => seal("sign-in-attempt", randomUUID(), 24 * 3600);

/** A new sign-in: that of the form's sealed attempt, or where there is none, any. */
export function newSignIn(sealed: string | null): SignInUnderWay {
  const id = z.uuid().safeParse(unseal("sign-in-attempt", sealed ?? undefined));
  return { id: id.success ? id.data : randomUUID(), typed: "", isKept: false };
}

/** The sign-in that this browser is in the middle of. */
export async function readSignIn(): Promise<SignInUnderWay | undefined> {
  const sealed = (await cookies()).get(cookieName("sign-in"))?.value;
  const read = shape.safeParse(unseal("sign-in", sealed));
  return read.success ? read.data : undefined;
}

export async function writeSignIn(signIn: SignInUnderWay): Promise<void> {
  const value = seal("sign-in", signIn, MAX_AGE_SECONDS);
  (await cookies()).set(cookieName("sign-in"), value, cookieOptions(MAX_AGE_SECONDS));
}

export async function endSignIn(): Promise<void> {
  (await cookies()).set(cookieName("sign-in"), "", cookieOptions(0));
}
