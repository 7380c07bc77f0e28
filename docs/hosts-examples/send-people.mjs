// Sends people in from your own program, and prints the link of each. Node 20 or later, no packages.
import { createHash, createPrivateKey, randomUUID, sign } from "node:crypto";
import { readFileSync } from "node:fs";

const { ANKOMST, HOST, KEY_FILE } = process.env;
const api = `${ANKOMST}/api/hosts/v1`;
const key = JSON.parse(readFileSync(KEY_FILE, "utf8"));

/** A token for one request, bound to what it sends. */
function tokenFor(body) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const bsha256 = createHash("sha256").update(body).digest("base64url");
  const claims = { iss: HOST, aud: api, iat: now, exp: now + 120, jti: randomUUID(), bsha256 };
  const content = `${part({ alg: "EdDSA", kid: key.kid })}.${part(claims)}`;
  const signature = sign(null, Buffer.from(content), createPrivateKey({ key, format: "jwk" }));
  return `${content}.${signature.toString("base64url")}`;
}

const people = [
  {
    subjectRef: "2027-000126",
    kind: "admission",
    person: { name: { family: "Nguyen", given: "Linh" }, birthDate: "2003-07-21" },
    programme: "Computer Science",
    level: "bachelor",
    credits: 180,
    pace: "full-time",
    from: "2027-08-23",
    until: "2030-06-09",
    tuition: "paid",
  },
];

const body = JSON.stringify(people);
const response = await fetch(`${api}/links`, {
  method: "POST",
  headers: {
    authorization: `Bearer ${tokenFor(body)}`,
    "content-type": "application/json",
    // The same for the same request sent again, so that it is done once.
    "idempotency-key": createHash("sha256").update(body).digest("base64url"),
  },
  body,
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);

for (const { subjectRef, state, url, errors } of (await response.json()).results)
  console.log(subjectRef, state, url ?? JSON.stringify(errors));
