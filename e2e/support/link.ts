import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { importJWK, SignJWT } from "jose";
import { sampleClaims } from "@/lib/hosts/sample-claims";

type Signer = { code: string; key: string };

type Changes = {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  expires?: string;
};

/** A link as a university signs it, or with something about it that is not as it should be. */
export async function signedLink(
  site: string,
  { code, key }: Signer,
  { claims, header, expires = "30 days" }: Changes = {},
): Promise<string> {
  const jwk = JSON.parse(readFileSync(key, "utf8"));
  const token = await new SignJWT({
    iss: code,
    aud: site,
    jti: randomUUID(),
    ...sampleClaims("admission"),
    ...claims,
  })
    .setProtectedHeader({ alg: "ES256", kid: jwk.kid, typ: "ankomst-link+jwt", ...header })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(await importJWK(jwk, "ES256"));
  return `/link/${token}`;
}

/** The same link with one claim changed after it was signed. */
export function altered(link: string): string {
  const [head, payload = "", signature] = link.replace("/link/", "").split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  claims.programme = "Another programme";
  return `/link/${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`;
}
