import { readFile } from "node:fs/promises";
import { createLocalJWKSet, type JWTVerifyGetKey } from "jose";
import * as z from "zod/mini";
import { limit } from "@/lib/accounts/attempts";
import { authorityApi } from "@/lib/delivery/package";
import { env } from "@/lib/env";
import { verifySignedRequest } from "@/lib/http/signed-request";

/** How the authority calls itself in `iss`. */
export const AUTHORITY = "authority";

const Keys = z.object({
  keys: z
    .array(
      z.looseObject({
        kty: z.enum(["OKP", "EC"]),
        crv: z.enum(["Ed25519", "P-256"]),
        x: z.string(),
        // A private key given by mistake is refused before anybody gets used to it.
        d: z.optional(z.undefined()),
      }),
    )
    .check(z.minLength(1), z.maxLength(10)),
});

/** `AUTHORITY_JWKS` is the key set itself or the path of a file with it; else the file that `npm run authority -- keys` writes. */
async function keySetText(): Promise<string | null> {
  const setting = env().AUTHORITY_JWKS;
  if (setting?.trimStart().startsWith("{")) return setting;
  if (setting) return readFile(/* turbopackIgnore: true */ setting, "utf8");
  const file = `${env().DATA_DIR}/authority.jwks.json`;
  return readFile(/* turbopackIgnore: true */ file, "utf8").catch(() => null);
}

/** The authority's public keys as they are now; null where there are none. Throws where they are given and cannot be read. */
async function authorityKeys(): Promise<JWTVerifyGetKey | null> {
  const text = await keySetText();
  if (text === null) return null;
  const read = Keys.safeParse(JSON.parse(text));
  if (!read.success) throw new Error("AUTHORITY_JWKS is not a set of public Ed25519 or P-256 keys.");
  return createLocalJWKSet(read.data);
}

/** Lets the authority in by its token, else throws `AppError("not-authenticated", { reason })`. */
export async function requireAuthority(request: Pick<Request, "headers">): Promise<void> {
  await verifySignedRequest(request, {
    audience: authorityApi(),
    keysOf: async (issuer) => (issuer === AUTHORITY ? authorityKeys() : null),
    spend: async (issuer, id, seconds) => (await limit(["token", issuer, id], 1, seconds)).isAllowed,
  });
}
