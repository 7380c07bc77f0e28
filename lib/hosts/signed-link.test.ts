import { createHmac, randomUUID } from "node:crypto";
import { exportSPKI, importJWK } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { keySet, newHost, newSigner, type Signer, signLink } from "./fixtures/test-host";
import { withdrawLink } from "./list-links";
import { markOpened, openLink } from "./open-link";
import { sampleClaims } from "./sample-claims";
import { MAX_LINK_DAYS } from "./signed-link";

const said = sampleClaims("admission");
let signer: Signer;
let code: string;

beforeAll(async () => {
  signer = await newSigner();
  code = (await newHost(signer)).code;
});

const stateOf = async (token: string) => (await openLink(token)).state;
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const parts = (token: string) => token.split(".") as [string, string, string];
const payloadOf = (token: string) => JSON.parse(Buffer.from(parts(token)[1], "base64url").toString());

describe("a link that a host signed", () => {
  it.each(["EdDSA", "ES256"] as const)(
    "opens with %s, as often as it is asked for, and is one row",
    async (alg) => {
      const own = await newSigner(alg);
      const host = await newHost(own);
      const token = await signLink(own, host.code, said);
      const [first, again] = [await openLink(token), await openLink(token)];
      expect(first).toMatchObject({
        state: "ok",
        link: { claims: said, state: "created", host: { code: host.code } },
      });
      expect(again).toEqual(first);
      expect(await db().hostLink.count({ where: { hostCode: host.code } })).toBe(1);
    },
  );

  it("is marked as opened once", async () => {
    const opening = await openLink(await signLink(signer, code, said));
    if (opening.state !== "ok") throw new Error(opening.state);
    await markOpened(opening.link.id);
    const { openedAt } = await db().hostLink.findUniqueOrThrow({ where: { id: opening.link.id } });
    await markOpened(opening.link.id);
    expect(await db().hostLink.findUnique({ where: { id: opening.link.id } })).toMatchObject({
      state: "opened",
      openedAt,
    });
  });

  it("says what it said first under its id", async () => {
    const jti = randomUUID();
    const one = await signLink(signer, code, said, { claims: { jti } });
    const other = await signLink(signer, code, { ...said, tuition: "unpaid" }, { claims: { jti } });
    await openLink(one);
    expect(await openLink(other)).toMatchObject({ state: "ok", link: { claims: said } });
  });

  it("is withdrawn before or after anybody opened it, and then tells nothing more", async () => {
    for (const isOpened of [false, true]) {
      const jti = randomUUID();
      const token = await signLink(signer, code, said, { claims: { jti } });
      if (isOpened) await openLink(token);
      await withdrawLink(code, `jti:${jti}`);
      const opening = await openLink(token);
      expect(opening).toMatchObject({ state: "withdrawn", host: { code } });
      expect(JSON.stringify(opening)).not.toContain(said.person.name.family);
      const row = await db().hostLink.findFirstOrThrow({ where: { hostCode: code, jti } });
      expect(row.claims).toEqual({});
    }
  });

  it("stays with whoever accepted it after its time", async () => {
    const jti = randomUUID();
    const past = Math.floor(Date.now() / 1_000) - 120;
    await openLink(await signLink(signer, code, said, { claims: { jti } }));
    const late = await signLink(signer, code, said, { claims: { jti }, expires: past });
    expect(await stateOf(late)).toBe("expired");
    const acceptedAt = new Date();
    await db().hostLink.updateMany({
      where: { hostCode: code, jti },
      data: { state: "accepted", acceptedAt },
    });
    expect(await stateOf(late)).toBe("ok");
  });
});

describe("a link is refused", () => {
  it("once it has run out, and when it would last too long", async () => {
    const past = Math.floor(Date.now() / 1_000) - 61;
    expect(await openLink(await signLink(signer, code, said, { expires: past }))).toMatchObject({
      state: "expired",
      host: { code },
    });
    const long = `${MAX_LINK_DAYS + 1} days`;
    expect(await stateOf(await signLink(signer, code, said, { expires: long }))).toBe("bad-claims");
  });

  it.each([
    [{ aud: "https://elsewhere.example" }, "wrong-audience"],
    [{ aud: "http://localhost:3000/api/hosts/v1" }, "wrong-audience"],
    [{ aud: undefined }, "wrong-audience"],
    [{ jti: undefined }, "bad-claims"],
    [{ jti: "short" }, "bad-claims"],
    [{ nbf: Math.floor(Date.now() / 1_000) + 3_600 }, "bad-claims"],
    [{ kind: "visit" }, "bad-claims"],
    [{ admin: true }, "bad-claims"],
    [{ person: { name: { family: "A\u202eB" }, birthDate: "2001-05-14" } }, "bad-claims"],
    [{ person: { name: { family: "A" }, birthDate: "2001-02-30" } }, "bad-claims"],
    [{ iss: "nobody" }, "unknown-host"],
    [{ iss: undefined }, "malformed"],
  ])("for %o: %s", async (claims, state) => {
    const opening = await openLink(await signLink(signer, code, said, { claims }));
    expect(opening.state).toBe(state);
    expect(JSON.stringify(opening)).not.toContain(said.person.name.family);
  });

  it("without an end", async () => {
    const [header, ,] = parts(await signLink(signer, code, said));
    expect(await stateOf(`${header}.${encoded({ iss: code })}.AAAA`)).toBe("bad-signature");
  });

  it("that somebody else signed, or altered, and does not tell whose it would be", async () => {
    const other = await newSigner();
    const stolen = { ...other, publicKey: { ...other.publicKey, kid: signer.publicKey.kid ?? "" } };
    const token = await signLink(signer, code, said);
    const [header, , signature] = parts(token);
    const altered = encoded({ ...payloadOf(token), tuition: "not-charged" });
    const flipped = signature.startsWith("A") ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    for (const forged of [
      await signLink(other, code, said),
      await signLink(stolen, code, said),
      `${header}.${altered}.${signature}`,
      `${header}.${parts(token)[1]}.${flipped}`,
    ])
      expect(await openLink(forged)).toEqual({ state: "bad-signature" });
    expect(await stateOf(`${header}.${parts(token)[1]}.`)).toMatch(/bad-signature|malformed/);
  });

  it("of one host in another's name", async () => {
    const mine = await newSigner();
    await newHost(mine);
    expect(await stateOf(await signLink(mine, code, said))).toBe("bad-signature");
  });

  it("that names no signature, or one with a secret", async () => {
    const token = await signLink(signer, code, said);
    const [, payload] = parts(token);
    const kid = signer.publicKey.kid;
    const none = encoded({ alg: "none", typ: "ankomst-link+jwt", kid });
    expect(await openLink(`${none}.${payload}.`)).toEqual({ state: "malformed" });

    // The public key taken for a secret, in each of its forms.
    const spki = await exportSPKI((await importJWK(signer.publicKey, "EdDSA")) as CryptoKey);
    const raw = Buffer.from(signer.publicKey.x ?? "", "base64url");
    for (const secret of [spki, raw, JSON.stringify(signer.publicKey)]) {
      const head = encoded({ alg: "HS256", typ: "ankomst-link+jwt", kid });
      const mac = createHmac("sha256", secret).update(`${head}.${payload}`).digest("base64url");
      expect(await openLink(`${head}.${payload}.${mac}`)).toEqual({ state: "malformed" });
    }
  });

  it.each([
    { jwk: { kty: "OKP", crv: "Ed25519", x: "AA" } },
    { jku: "https://keys.example/set" },
    { x5u: "https://keys.example/chain" },
    { x5c: ["AA"] },
    { crit: ["b64"], b64: true },
    { typ: "JWT" },
    { typ: undefined },
    { kid: undefined },
    { cty: "JWT" },
  ])("whose header says %o", async (header) => {
    const token = await signLink(signer, code, said);
    const { kid } = signer.publicKey;
    const head = encoded({ alg: "EdDSA", typ: "ankomst-link+jwt", kid, ...header });
    expect(await openLink([head, ...parts(token).slice(1)].join("."))).toEqual({ state: "malformed" });
  });

  it.each([
    "",
    "x",
    "a.b.c",
    "..",
    "x".repeat(43),
    `${"x".repeat(9_000)}.e.s`,
    "%00",
    "eyJhbGciOiJFZERTQSJ9.e30.AA",
  ])("that is none: %.20s", async (token) => expect(await stateOf(token)).toMatch(/malformed|unknown/));

  it("of a host that is disabled or has no keys", async () => {
    const own = await newSigner();
    const disabled = await newHost(own, { isActive: false });
    expect(await openLink(await signLink(own, disabled.code, said))).toEqual({ state: "disabled-host" });
    const bare = await newHost(own, { jwks: undefined });
    expect(await openLink(await signLink(own, bare.code, said))).toEqual({ state: "unknown-host" });
  });

  it("when the host's keys lie inside the network", async () => {
    const own = await newSigner();
    const host = await newHost(own, { jwks: undefined, jwksUrl: "https://169.254.169.254/jwks" });
    expect(await openLink(await signLink(own, host.code, said))).toEqual({ state: "keys-unavailable" });
  });

  it("signed by a key that was replaced", async () => {
    const [old, fresh] = [await newSigner(), await newSigner("ES256")];
    const host = await newHost(old);
    const token = await signLink(old, host.code, said);
    await db().host.update({ where: { code: host.code }, data: { jwks: keySet(old, fresh) } });
    expect(await stateOf(token)).toBe("ok");
    await db().host.update({ where: { code: host.code }, data: { jwks: keySet(fresh) } });
    expect(await stateOf(await signLink(old, host.code, said))).toBe("bad-signature");
    expect(await stateOf(await signLink(fresh, host.code, said))).toBe("ok");
  });
});
