// The authority as a program: signs each call with its own key. For demonstrations and tests.
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";

const TOKEN_SECONDS = 60;

export type AuthorityAnswer = { status: number; body: Record<string, unknown>; response: Response };

/** The files of the key pair below a data folder; the product reads the public one there unless `AUTHORITY_JWKS` is set. */
const filesIn = (folder: string) => ({
  own: path.join(folder, "authority.private.json"),
  open: path.join(folder, "authority.jwks.json"),
});

/** The key pair in the folder, made at the first use; returns the private key. */
export async function authorityKey(folder: string): Promise<JWK> {
  const { own, open } = filesIn(folder);
  if (!existsSync(own)) {
    mkdirSync(folder, { recursive: true });
    const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: "EdDSA", use: "sig" };
    writeFileSync(own, JSON.stringify(jwk), { mode: 0o600, flag: "wx" });
  }
  const key: JWK = JSON.parse(readFileSync(own, "utf8"));
  const { d: _, ...open_ } = key;
  writeFileSync(open, `${JSON.stringify({ keys: [open_] }, null, 2)}\n`, { mode: 0o644 });
  return key;
}

export const publicKeys = (folder: string): string => readFileSync(filesIn(folder).open, "utf8");

/** A token for one call. */
export async function mintToken(
  key: JWK,
  audience: string,
  claims: Record<string, unknown> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const { alg = "EdDSA", kid } = key;
  return new SignJWT({
    ...{ iss: "authority", aud: audience, iat: now, exp: now + TOKEN_SECONDS, jti: randomUUID() },
    ...claims,
  })
    .setProtectedHeader({ alg, typ: "JWT", ...(kid && { kid }) })
    .sign(await importJWK(key, alg));
}

/** Calls the API of the product at `url`. A body makes a POST, with an idempotency key of its own unless one is given. */
export function authorityClient(url: string, key: JWK) {
  const api = `${url.replace(/\/+$/, "")}/api/authority/v1`;
  return async (
    route: string,
    body?: unknown,
    idempotencyKey: string = randomUUID(),
  ): Promise<AuthorityAnswer> => {
    const response = await fetch(`${api}${route}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        authorization: `Bearer ${await mintToken(key, api)}`,
        ...(body !== undefined && { "content-type": "application/json", "idempotency-key": idempotencyKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const isJson = response.headers.get("content-type")?.includes("json");
    return { status: response.status, body: isJson ? await response.json() : {}, response };
  };
}
