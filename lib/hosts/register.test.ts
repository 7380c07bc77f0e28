import { randomUUID } from "node:crypto";
import { exportJWK } from "jose";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { keySet, newSigner } from "./fixtures/test-host";
import { INSTITUTIONS } from "./institutions";
import { loadRegister } from "./load-register";
import { addHost, changeHost, setKeys } from "./register";

const url = process.env.DATABASE_URL ?? "";
const newCode = () => `r-${randomUUID().slice(0, 8)}`;
const given = () => ({ code: newCode(), nameSv: "Ett", nameEn: "One", kind: "research-principal" });

describe("the register of hosts", () => {
  it("is loaded once, and again without touching what the operator changed", async () => {
    await loadRegister(url);
    expect(await loadRegister(url)).toBe(0);
    const codes = INSTITUTIONS.map(({ code }) => code);
    expect(await db().host.count({ where: { code: { in: codes } } })).toBe(31);
    const signer = await newSigner();
    await setKeys("hkr", { jwks: keySet(signer) });
    await changeHost("hkr", { isActive: false, contact: "it@hkr.example", isApprovedPrincipal: true });
    await db().host.update({ where: { code: "hkr" }, data: { nameEn: "An old name" } });
    try {
      expect(await loadRegister(url)).toBe(1);
      expect(await db().host.findUnique({ where: { code: "hkr" } })).toMatchObject({
        nameEn: "Kristianstad University",
        contact: "it@hkr.example",
        isActive: false,
        isApprovedPrincipal: true,
        jwks: keySet(signer),
      });
    } finally {
      await setKeys("hkr", null);
      await changeHost("hkr", { isActive: true, isApprovedPrincipal: false });
    }
  });

  it("knows codes that are unlike, and names that are not empty", () => {
    expect(new Set(INSTITUTIONS.map(({ code }) => code)).size).toBe(INSTITUTIONS.length);
    for (const { code, sv, en } of INSTITUTIONS) expect(`${code}${sv}${en}`).toMatch(/^[a-z]{2,9}\p{Lu}/u);
  });

  it("takes a host of the operator's once", async () => {
    const host = given();
    expect(await addHost(host)).toMatchObject({ ...host, isActive: true, isApprovedPrincipal: false });
    await expect(addHost(host)).rejects.toThrow("already");
    await expect(addHost({ ...given(), code: "Ö" })).rejects.toThrow("code");
    await expect(addHost({ ...given(), kind: "shop" })).rejects.toThrow("kind");
    await expect(changeHost(newCode(), { isActive: true })).rejects.toThrow("no host");
  });

  it("takes public keys and nothing else", async () => {
    const { code } = await addHost(given());
    const [signer, other] = [await newSigner(), await newSigner("ES256")];
    const set = keySet(signer, other);
    expect((await setKeys(code, { jwks: set })).jwks).toEqual(set);
    const [key] = set.keys;
    const bad = [
      { keys: [{ ...key, d: (await exportJWK(signer.privateKey)).d }] },
      { keys: [{ kty: "oct", k: "c2VjcmV0", kid: "one" }] },
      { keys: [{ kty: "RSA", n: "AA", e: "AQAB", kid: "one" }] },
      { keys: [key, key] },
      { keys: [{ ...key, kid: undefined }] },
      { keys: [] },
      { keys: Array.from({ length: 6 }, (_, index) => ({ ...key, kid: `k${index}` })) },
      { keys: [{ ...set.keys[1], x: set.keys[0]?.x }] },
      key,
      null,
    ];
    for (const jwks of bad) await expect(setKeys(code, { jwks })).rejects.toThrow();
    expect((await db().host.findUniqueOrThrow({ where: { code } })).jwks).toEqual(set);
  });

  it("takes an https address of keys, and a local one of a test host only", async () => {
    const { code } = await addHost(given());
    const { code: test } = await addHost({ ...given(), isTest: true });
    expect(await setKeys(code, { jwksUrl: "https://one.example/jwks" })).toMatchObject({
      jwks: null,
      jwksUrl: "https://one.example/jwks",
    });
    for (const jwksUrl of [
      "http://one.example/",
      "http://localhost:1/",
      "https://a:b@one.example/",
      "jwks",
      "file:///k",
    ])
      await expect(setKeys(code, { jwksUrl })).rejects.toThrow("https");
    expect((await setKeys(test, { jwksUrl: "http://localhost:1/" })).jwksUrl).toBe("http://localhost:1/");
    await expect(setKeys(test, { jwksUrl: "http://10.0.0.1/" })).rejects.toThrow("https");
    expect(await setKeys(code, null)).toMatchObject({ jwks: null, jwksUrl: null });
  });
});
