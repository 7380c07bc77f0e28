import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { keyFor } from "./keys";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Browsers drop a cookie over 4 096 bytes with its name and attributes, in silence. */
const MAX_CHARACTERS = 3_800;
const MAX_INFLATED_BYTES = 256 * 1024;

const cipherKey = (purpose: string) => keyFor(`sealed:${purpose}`);

/**
 * Encrypts a JSON value for a cookie that the browser carries but cannot read or change. What is sealed for one purpose
 * opens for no other. Throws RangeError where the result would not fit into a cookie.
 */
export function seal(purpose: string, value: unknown, maxAgeSeconds: number): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", cipherKey(purpose), nonce);
  const packed = deflateRawSync(JSON.stringify({ value, until: Date.now() + maxAgeSeconds * 1000 }));
  const sealed = Buffer.concat([nonce, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
  const text = sealed.toString("base64url");
  if (text.length > MAX_CHARACTERS)
    throw new RangeError(`A sealed value of ${text.length} characters fits no cookie.`);
  return text;
}

function open(key: Buffer, text: string): { value: unknown; until: number } {
  const sealed = Buffer.from(text, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const packed = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  return JSON.parse(inflateRawSync(packed, { maxOutputLength: MAX_INFLATED_BYTES }).toString());
}

/**
 * The value that was sealed for this purpose, or undefined when there is none, it is too old, was changed, or was sealed
 * under another secret. Its shape is of the time when it was sealed: check it.
 */
export function unseal(purpose: string, text: string | undefined): unknown {
  if (!text || text.length > MAX_CHARACTERS || text.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const key = cipherKey(purpose);
  try {
    const { value, until } = open(key, text);
    return until > Date.now() ? value : undefined;
  } catch {
    return undefined;
  }
}
