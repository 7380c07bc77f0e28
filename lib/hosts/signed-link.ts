import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from "jose";
import { db } from "@/lib/db/client";
import type { Host } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { SIGNATURES } from "@/lib/http/signed-request";
import { type Claims, readClaims } from "./claims";
import { KeysUnavailable } from "./fetch-keys";
import { keysOf } from "./host-keys";

export const LINK_TYPE = "ankomst-link+jwt";
/** A link says what was so when it was made; half a year later it has to be made anew. */
export const MAX_LINK_DAYS = 180;
const MAX_TOKEN = 8_192;
const CLOCK_SKEW_SECONDS = 60;
const DAY_SECONDS = 24 * 60 * 60;
const ID = /^[\w.~-]{8,128}$/;
/** Anything else in a header could name a key of the sender's choice (`jwk`, `jku`, `x5u`) or ask for what we do not know (`crit`). */
const HEADER_MEMBERS = new Set(["alg", "typ", "kid"]);

export type SignedLink =
  | { state: "ok"; host: Host; claims: Claims; jti: string; expiresAt: Date }
  /** Signed by this host, but for another time, another site, or not as a link is. */
  | { state: "expired"; host: Host; jti: string }
  | { state: "wrong-audience" | "bad-claims"; host: Host }
  /** Nothing in it is proven: not even who sent it. */
  | { state: "malformed" | "unknown-host" | "disabled-host" | "bad-signature" | "keys-unavailable" };

/** The address of this site, which a link has to name as its audience; with or without the last slash. */
export const linkAudience = (): string => env().APP_URL.replace(/\/$/, "");

function issuerOf(token: string): string | null {
  try {
    if (token.length > MAX_TOKEN) return null;
    const header = decodeProtectedHeader(token);
    if (Object.keys(header).some((member) => !HEADER_MEMBERS.has(member))) return null;
    if (header.typ !== LINK_TYPE || !header.kid || !SIGNATURES.includes(header.alg ?? "")) return null;
    return decodeJwt(token).iss ?? null;
  } catch {
    return null;
  }
}

function whyNot(error: unknown, host: Host): SignedLink {
  if (error instanceof errors.JWTExpired) return { state: "expired", host, jti: String(error.payload.jti) };
  if (error instanceof errors.JWTClaimValidationFailed) {
    return { state: error.claim === "aud" ? "wrong-audience" : "bad-claims", host };
  }
  const isUnavailable = error instanceof KeysUnavailable || error instanceof errors.JWKSTimeout;
  return { state: isUnavailable ? "keys-unavailable" : "bad-signature" };
}

function read(
  host: Host,
  { iss: _iss, aud: _aud, exp = 0, iat: _iat, nbf: _nbf, jti, ...rest }: JWTPayload,
): SignedLink {
  const isTooLong = exp > Date.now() / 1_000 + MAX_LINK_DAYS * DAY_SECONDS + CLOCK_SKEW_SECONDS;
  const reading = readClaims(rest);
  if (isTooLong || typeof jti !== "string" || !ID.test(jti) || !reading.ok)
    return { state: "bad-claims", host };
  return { state: "ok", host, claims: reading.claims, jti, expiresAt: new Date(exp * 1_000) };
}

/**
 * Reads a link that a host signed itself: a compact JWS (EdDSA or ES256) of type `ankomst-link+jwt` whose payload has `iss`,
 * `aud`, `exp`, `jti` and the claims. Its content is looked at only once the signature holds, and its host named only then.
 */
export async function verifyLink(token: string): Promise<SignedLink> {
  const issuer = issuerOf(token);
  if (!issuer) return { state: "malformed" };
  const host = await db().host.findUnique({ where: { code: issuer } });
  const keys = host && keysOf(host);
  if (!host || !keys) return { state: "unknown-host" };
  if (!host.isActive) return { state: "disabled-host" };
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: [linkAudience(), `${linkAudience()}/`],
      typ: LINK_TYPE,
      algorithms: SIGNATURES,
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ["iss", "aud", "exp", "jti"],
    });
    return read(host, payload);
  } catch (error) {
    return whyNot(error, host);
  }
}
