import { decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import { AppError } from "@/lib/errors";

/** What tokens are signed with; nothing that a public key could be mistaken for a secret in. */
export const SIGNATURES = ["EdDSA", "Ed25519", "ES256"];
/** A token serves one request: it lives five minutes at most. */
const MAX_LIFETIME_SECONDS = 300;
const CLOCK_SKEW_SECONDS = 30;
const MAX_TOKEN = 4_096;
const ID = /^[\x21-\x7e]{8,128}$/;

export type SignedRequestOptions = {
  /** The address of the API, as tokens must name it in `aud`. */
  audience: string;
  /** The keys of whoever calls themselves so, from `createLocalJWKSet` or a guarded remote set; null for somebody unknown. */
  keysOf(issuer: string): Promise<JWTVerifyGetKey | null>;
  /** Marks an id of this issuer as used for so many seconds; false where it was before. Called for valid tokens only. */
  spend(issuer: string, id: string, seconds: number): Promise<boolean>;
};

const refusal = (reason: string) => new AppError("not-authenticated", { reason });

function tokenOf(request: Pick<Request, "headers">): string {
  const [scheme, token, ...rest] = (request.headers.get("authorization") ?? "").split(" ");
  if (scheme?.toLowerCase() !== "bearer" || !token || rest.length > 0) throw refusal("no-token");
  if (token.length > MAX_TOKEN) throw refusal("bad-token");
  return token;
}

function issuerOf(token: string): string {
  try {
    const { iss } = decodeJwt(token);
    if (iss) return iss;
  } catch {
    // Not a token: the same answer as for one without an issuer.
  }
  throw refusal("bad-token");
}

const reasonOf = (error: unknown) => (error instanceof errors.JWTExpired ? "expired-token" : "bad-token");

/**
 * Who sent a request of the APIs for programs: header `Authorization: Bearer` with a compact JWS (EdDSA or ES256) whose claims
 * are `iss`, `aud`, `iat`, `exp` at most 300 s after it, and `jti`, which serves once. Returns the issuer. Throws
 * `AppError("not-authenticated", { reason })` with `no-token`, `bad-token` (also for an unknown issuer), `expired-token` or
 * `used-token`.
 */
export async function verifySignedRequest(
  request: Pick<Request, "headers">,
  { audience, keysOf, spend }: SignedRequestOptions,
): Promise<string> {
  const token = tokenOf(request);
  const issuer = issuerOf(token);
  const keys = await keysOf(issuer);
  if (!keys) throw refusal("bad-token");
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience,
    algorithms: SIGNATURES,
    clockTolerance: CLOCK_SKEW_SECONDS,
    requiredClaims: ["iss", "aud", "iat", "exp", "jti"],
    maxTokenAge: MAX_LIFETIME_SECONDS,
  }).catch((error) => {
    throw refusal(reasonOf(error));
  });
  const { iat = 0, exp = 0, jti = "" } = payload;
  if (typeof jti !== "string" || !ID.test(jti) || exp - iat > MAX_LIFETIME_SECONDS)
    throw refusal("bad-token");
  const seconds = exp - Math.floor(Date.now() / 1_000) + 2 * CLOCK_SKEW_SECONDS;
  if (!(await spend(issuer, jti, seconds))) throw refusal("used-token");
  return issuer;
}
