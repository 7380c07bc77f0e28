// Signs a link yourself, without calling anybody: its address is all that there is.
import { createPrivateKey, randomUUID, sign } from "node:crypto";
import { readFileSync } from "node:fs";

const { ANKOMST, HOST, KEY_FILE } = process.env;
const key = JSON.parse(readFileSync(KEY_FILE, "utf8"));
const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const DAY = 24 * 60 * 60;

const head = part({ alg: "EdDSA", typ: "ankomst-link+jwt", kid: key.kid });
const claims = part({
  iss: HOST,
  aud: ANKOMST,
  exp: Math.floor(Date.now() / 1000) + 90 * DAY,
  jti: randomUUID(),
  kind: "hosting-agreement",
  person: { name: { family: "Okafor", given: "Chidi" }, birthDate: "1996-02-29" },
  level: "doctoral",
  project: "Proteins at low temperatures",
  from: "2027-01-11",
  until: "2030-12-31",
  funding: { amountMonthlySek: 32000 },
});
const signature = sign(
  null,
  Buffer.from(`${head}.${claims}`),
  createPrivateKey({ key, format: "jwk" }),
).toString("base64url");
console.log(`${ANKOMST}/link/${head}.${claims}.${signature}`);
