import { createHmac, randomUUID } from "node:crypto";
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { verifySignedRequest } from "./signed-request";

const AUDIENCE = "https://ankomst.example/api/x/v1";
const now = () => Math.floor(Date.now() / 1_000);

async function signer(alg: "EdDSA" | "ES256" | "RS256" = "EdDSA", kid: string = randomUUID()) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid };
  const sign = (claims = {}, header = {}) =>
    new SignJWT({ iss: "one", aud: AUDIENCE, iat: now(), exp: now() + 60, jti: randomUUID(), ...claims })
      .setProtectedHeader({ alg, kid, ...header })
      .sign(privateKey);
  return { jwk, sign };
}

const own = await signer();
const used = new Set<string>();
const verify = (authorization: string, jwk: object = own.jwk) =>
  verifySignedRequest(
    { headers: new Headers(authorization ? { authorization } : {}) },
    {
      audience: AUDIENCE,
      keysOf: async (issuer) => (issuer === "one" ? createLocalJWKSet({ keys: [jwk] }) : null),
      spend: async (issuer, id) => {
        if (used.has(`${issuer} ${id}`)) return false;
        used.add(`${issuer} ${id}`);
        return true;
      },
    },
  );
const reason = (promise: Promise<unknown>) =>
  promise.then(
    () => "let in",
    (error) => `${error.code} ${error.params?.reason}`,
  );
const answer = async (claims: object = {}, header: object = {}) =>
  reason(verify(`Bearer ${await own.sign(claims, header)}`));

describe("a signed request", () => {
  it.each(["EdDSA", "ES256"] as const)("with %s tells who sent it", async (alg) => {
    const { jwk, sign } = await signer(alg);
    expect(await verify(`Bearer ${await sign()}`, jwk)).toBe("one");
  });

  it("serves once, also of many at once", async () => {
    const token = await own.sign();
    const all = await Promise.all([1, 2, 3, 4].map(() => reason(verify(`Bearer ${token}`))));
    expect(all.filter((one) => one === "let in")).toHaveLength(1);
    expect(await reason(verify(`Bearer ${token}`))).toBe("not-authenticated used-token");
  });

  it.each<[string, object, string]>([
    ["for another address", { aud: "https://ankomst.example/api/y/v1" }, "bad-token"],
    ["for none", { aud: undefined }, "bad-token"],
    ["of somebody unknown", { iss: "two" }, "bad-token"],
    ["of nobody", { iss: undefined }, "bad-token"],
    ["that ran out", { iat: now() - 200, exp: now() - 100 }, "expired-token"],
    ["that lives too long", { exp: now() + 400 }, "bad-token"],
    ["without an end", { exp: undefined }, "bad-token"],
    ["without a beginning", { iat: undefined }, "bad-token"],
    ["from the future", { iat: now() + 100, exp: now() + 200 }, "bad-token"],
    ["without an id", { jti: undefined }, "bad-token"],
    ["with a short id", { jti: "1" }, "bad-token"],
    ["with an id that is none", { jti: 12345678 }, "bad-token"],
  ])("%s is refused", async (_, claims, expected) => {
    expect(await answer(claims)).toBe(`not-authenticated ${expected}`);
  });

  it("by another's key is refused, also under the same name", async () => {
    const other = await signer("EdDSA", own.jwk.kid);
    expect(await reason(verify(`Bearer ${await other.sign()}`))).toBe("not-authenticated bad-token");
  });

  it("with a key of its own in the head is refused", async () => {
    const other = await signer();
    const token = await other.sign({}, { jwk: other.jwk, jku: "https://evil.example/keys", kid: undefined });
    expect(await reason(verify(`Bearer ${token}`))).toBe("not-authenticated bad-token");
  });

  it("that was altered is refused", async () => {
    const [head, , signature] = (await own.sign()).split(".");
    const payload = Buffer.from(
      JSON.stringify({ iss: "one", aud: AUDIENCE, iat: now(), exp: now() + 60, jti: randomUUID() }),
    ).toString("base64url");
    expect(await reason(verify(`Bearer ${head}.${payload}.${signature}`))).toBe(
      "not-authenticated bad-token",
    );
  });

  it("without a signature, and with the public key as a secret, is refused", async () => {
    const claims = { iss: "one", aud: AUDIENCE, iat: now(), exp: now() + 60, jti: randomUUID() };
    const none = new UnsecuredJWT(claims).encode();
    expect(await reason(verify(`Bearer ${none}`))).toBe("not-authenticated bad-token");
    const text = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const input = `${text({ alg: "HS256", kid: own.jwk.kid })}.${text(claims)}`;
    const mac = createHmac("sha256", JSON.stringify(own.jwk)).update(input).digest("base64url");
    expect(await reason(verify(`Bearer ${input}.${mac}`))).toBe("not-authenticated bad-token");
  });

  it("with RSA is refused even where the key is known", async () => {
    const { jwk, sign } = await signer("RS256");
    expect(await reason(verify(`Bearer ${await sign()}`, jwk))).toBe("not-authenticated bad-token");
  });

  it.each([
    ["", "no-token"],
    ["Bearer", "no-token"],
    ["Basic abc", "no-token"],
    ["Bearer a b", "no-token"],
    ["Bearer abc", "bad-token"],
    [`Bearer ${"x".repeat(5_000)}`, "bad-token"],
  ])("%.20s is none", async (authorization, expected) => {
    expect(await reason(verify(authorization))).toBe(`not-authenticated ${expected}`);
  });
});
