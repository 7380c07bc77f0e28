// Prints a token for one request of the API. It holds for two minutes and serves once.
import { createPrivateKey, randomUUID, sign } from "node:crypto";
import { readFileSync } from "node:fs";

const { ANKOMST, HOST, KEY_FILE } = process.env;
const key = JSON.parse(readFileSync(KEY_FILE, "utf8"));
const now = Math.floor(Date.now() / 1000);
const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

const head = part({ alg: "EdDSA", kid: key.kid });
const claims = part({
  iss: HOST,
  aud: `${ANKOMST}/api/hosts/v1`,
  iat: now,
  exp: now + 120,
  jti: randomUUID(),
});
const signature = sign(
  null,
  Buffer.from(`${head}.${claims}`),
  createPrivateKey({ key, format: "jwk" }),
).toString("base64url");
console.log(`${head}.${claims}.${signature}`);
