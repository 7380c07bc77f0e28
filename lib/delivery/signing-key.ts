import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { CompactSign, calculateJwkThumbprint, exportJWK, type JWK } from "jose";
import { keyFor } from "@/lib/accounts/keys";

/** What stands before the seed of an Ed25519 key in PKCS #8 (RFC 8410, 7). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** Derived from `APP_SECRET`, so that every instance has the same one and none has to keep it. */
function privateKey(): KeyObject {
  const der = Buffer.concat([PKCS8_HEAD, keyFor("delivery-signature")]);
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" });
}

/** The public key that checks what is delivered, with its thumbprint (RFC 7638) as `kid`. */
export async function deliveryKey(): Promise<JWK> {
  const jwk = await exportJWK(createPublicKey(privateKey()));
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: "EdDSA", use: "sig" };
}

/** A compact JWS (RFC 7515) of the text. */
export async function signed(text: string, type: string): Promise<string> {
  const { kid } = await deliveryKey();
  return new CompactSign(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: "EdDSA", typ: type, ...(kid && { kid }) })
    .sign(privateKey());
}
