// A university of its own: it has its key, and knows of Ankomst only what the description of the API says.
//   test-university.ts keys KEY                                 makes the key, if there is none, and prints its JWKS
//   test-university.ts students COUNT [PREFIX]                  prints so many students, as a body for POST /links
//   test-university.ts call KEY CODE SITE METHOD PATH [HEADER=VALUE ...]   body from standard input; prints the answer
//   test-university.ts link KEY CODE SITE                       claims from standard input; prints a link that it signed
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";

const input = () => readFileSync(0, "utf8");
const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

const keyIn = (file: string): JWK => JSON.parse(readFileSync(file, "utf8"));

async function keys(file: string): Promise<void> {
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair("ES256", { extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: "ES256" };
    writeFileSync(file, JSON.stringify(key), { mode: 0o600 });
  }
  const { d: _private, ...publicKey } = keyIn(file);
  print({ keys: [publicKey] });
}

async function sign(
  key: JWK,
  typ: string,
  claims: Record<string, unknown>,
  lifetime: string,
): Promise<string> {
  return new SignJWT({ jti: randomUUID(), ...claims })
    .setProtectedHeader({ alg: "ES256", kid: key.kid ?? "", typ })
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(await importJWK(key, "ES256"));
}

function students(count: number, prefix = "student"): void {
  const each = (index: number) => ({
    kind: "admission",
    subjectRef: `${prefix}-${index}`,
    person: {
      name: { family: `Family ${index}`, given: `Given ${index}` },
      birthDate: `2001-${String((index % 12) + 1).padStart(2, "0")}-15`,
      email: `${prefix}-${index}@example.com`,
    },
    programme: "Sustainable Technology",
    level: "master",
    credits: 120,
    pace: "full-time",
    from: "2027-08-23",
    until: "2029-06-10",
    tuition: "paid",
    mobilityProgramme: "none",
  });
  print(Array.from({ length: count }, (_, index) => each(index)));
}

async function call([
  file = "",
  code = "",
  site = "",
  method = "",
  path = "",
  ...rest
]: string[]): Promise<void> {
  const api = `${site}/api/hosts/v1`;
  const token = await sign(keyIn(file), "JWT", { iss: code, aud: api }, "2 minutes");
  const more = rest.map((one) => one.split("=", 2) as [string, string]);
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (method === "POST") headers["idempotency-key"] = randomUUID();
  if (method !== "GET" && method !== "DELETE") headers["content-type"] = "application/json";
  Object.assign(headers, Object.fromEntries(more));
  const body = headers["content-type"] ? { body: input() } : {};
  const response = await fetch(`${api}${path}`, { method, headers, ...body });
  print({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.json(),
  });
}

async function link([file = "", iss = "", aud = ""]: string[]): Promise<void> {
  const claims = { iss, aud, ...JSON.parse(input()) };
  process.stdout.write(`${aud}/link/${await sign(keyIn(file), "ankomst-link+jwt", claims, "30 days")}\n`);
}

async function main([command, ...rest]: string[]): Promise<void> {
  if (command === "keys") return keys(rest[0] ?? "");
  if (command === "students") return students(Number(rest[0]), rest[1]);
  if (command === "call") return call(rest);
  if (command === "link") return link(rest);
  throw new Error("keys, students, call or link");
}

void main(process.argv.slice(2));
