import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  importJWK,
  type JWTVerifyGetKey,
} from "jose";
import * as z from "zod";
import { type FetchKeysOptions, fetchKeys, KeysUnavailable } from "./fetch-keys";

const FETCH_TIMEOUT_MS = 3_000;
/** How soon an unknown key, or a failure, makes the address be asked again. */
const COOLDOWN_MS = 60_000;

const coordinate = z.string().regex(/^[\w-]{43}$/);
const kid = z.string().regex(/^[\w.:-]{1,128}$/);
const use = { use: z.literal("sig").optional(), key_ops: z.tuple([z.literal("verify")]).optional() };

// Strict: `d`, and with it every private key, is refused instead of stored.
const publicKey = z.discriminatedUnion("kty", [
  z.strictObject({
    kty: z.literal("OKP"),
    crv: z.literal("Ed25519"),
    x: coordinate,
    kid,
    alg: z.enum(["EdDSA", "Ed25519"]).optional(),
    ...use,
  }),
  z.strictObject({
    kty: z.literal("EC"),
    crv: z.literal("P-256"),
    x: coordinate,
    y: coordinate,
    kid,
    alg: z.literal("ES256").optional(),
    ...use,
  }),
]);

/** One to five public keys, each with an id of its own. */
export const keySetSchema = z
  .strictObject({ keys: z.array(publicKey).min(1).max(5) })
  .refine(({ keys }) => new Set(keys.map((key) => key.kid)).size === keys.length, {
    error: "Takes each kid once.",
    path: ["keys"],
  });

export type KeySet = z.infer<typeof keySetSchema>;

/** Whether each key lies on its curve, as far as the platform tells. */
export async function areUsable({ keys }: KeySet): Promise<boolean> {
  const imports = keys.map((key) => importJWK(key, key.kty === "EC" ? "ES256" : "EdDSA"));
  return (await Promise.allSettled(imports)).every(({ status }) => status === "fulfilled");
}

/** Names and thumbprints (RFC 7638) of keys, for people to compare and for the log of who changed what. */
export const describeKeys = ({ keys }: KeySet) =>
  Promise.all(
    keys.map(async (key) => ({ kid: key.kid, crv: key.crv, thumbprint: await calculateJwkThumbprint(key) })),
  );

/** Anything but a set of keys counts as a failure here, and so is remembered as one. */
function requireKeySet(text: string): string {
  try {
    const { keys } = JSON.parse(text);
    if (Array.isArray(keys)) return text;
  } catch {
    // Not JSON: the same failure.
  }
  throw new KeysUnavailable("bad-answer");
}

/** The keys behind an address, kept for ten minutes; a failure is remembered too, so that nobody makes us ask in a loop. */
export function remoteKeys(url: string, options: FetchKeysOptions = {}): JWTVerifyGetKey {
  let failure: { at: number; reason: KeysUnavailable } | undefined;
  const fetchOnce = async (address: string, { signal }: { signal: AbortSignal }) => {
    if (failure && Date.now() - failure.at < COOLDOWN_MS) throw failure.reason;
    try {
      const text = requireKeySet(await fetchKeys(address, signal, options));
      failure = undefined;
      return new Response(text);
    } catch (error) {
      const reason = error instanceof KeysUnavailable ? error : new KeysUnavailable("bad-answer");
      failure = { at: Date.now(), reason };
      throw reason;
    }
  };
  return createRemoteJWKSet(new URL(url), {
    timeoutDuration: FETCH_TIMEOUT_MS,
    cooldownDuration: COOLDOWN_MS,
    cacheMaxAge: 10 * 60_000,
    [customFetch]: fetchOnce,
  });
}

const remotes = new Map<string, JWTVerifyGetKey>();

export type WithKeys = { jwks: unknown; jwksUrl: string | null; isTest: boolean };

/** The keys with which a host signs; null where none were entered. The register bounds how many addresses there are. */
export function keysOf({ jwks, jwksUrl, isTest }: WithKeys): JWTVerifyGetKey | null {
  const inline = keySetSchema.safeParse(jwks);
  if (inline.success) return createLocalJWKSet(inline.data);
  if (!jwksUrl) return null;
  const allowLoopback = isTest && process.env.NODE_ENV !== "production";
  const name = `${allowLoopback} ${jwksUrl}`;
  const known = remotes.get(name) ?? remoteKeys(jwksUrl, { allowLoopback });
  remotes.set(name, known);
  return known;
}
