import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { type Claims, readClaims } from "./claims";
import { addHost, RegisterError, setKeys } from "./register";
import { LINK_TYPE, linkAudience } from "./signed-link";

export const TEST_HOST = "test-university";

const keyFile = () => path.join(env().DATA_DIR, "hosts", `${TEST_HOST}.private.jwk.json`);

/** The private key of the test host; made at the first use, readable by the owner only. */
async function testKey(): Promise<JWK> {
  const known = await readFile(keyFile(), "utf8").catch(() => null);
  if (known) return JSON.parse(known) as JWK;
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: `test-${randomUUID().slice(0, 8)}` };
  await mkdir(path.dirname(keyFile()), { recursive: true, mode: 0o700 });
  await writeFile(keyFile(), JSON.stringify(key), { mode: 0o600, flag: "wx" });
  return key;
}

/** Enters the test host with the public half of its key. A test host that was disabled stays so. */
async function enterTestHost({ d: _private, ...publicKey }: JWK): Promise<void> {
  if (!(await db().host.findUnique({ where: { code: TEST_HOST } }))) {
    await addHost({
      code: TEST_HOST,
      nameSv: "Testuniversitetet",
      nameEn: "Test University",
      kind: "other",
      isApprovedPrincipal: true,
      isTest: true,
      source: "npm run hosts -- mint",
    });
  }
  await setKeys(TEST_HOST, { jwks: { keys: [publicKey] } });
}

/** A link of the test host, signed as a host signs its own: its address. Throws a `RegisterError` for claims with faults. */
export async function mintLink(claims: unknown, days: number): Promise<string> {
  const reading = readClaims(claims);
  if (!reading.ok)
    throw new RegisterError(reading.faults.map(({ field, detail }) => `${field}: ${detail}`).join("\n"));
  const key = await testKey();
  await enterTestHost(key);
  return `${linkAudience()}/link/${await signLink(reading.claims, key, days)}`;
}

async function signLink(claims: Claims, key: JWK, days: number): Promise<string> {
  const header = { alg: "EdDSA", typ: LINK_TYPE, kid: key.kid ?? "" };
  return new SignJWT({ ...claims })
    .setProtectedHeader(header)
    .setIssuer(TEST_HOST)
    .setAudience(linkAudience())
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${days} days`)
    .sign(await importJWK(key, "EdDSA"));
}
