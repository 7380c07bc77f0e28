import { createHash, createHmac, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Caller, call } from "../fixtures/call";
import { newHost, newSigner, signLink, signToken } from "../fixtures/test-host";
import { sampleClaims } from "../sample-claims";
import { serveCreateNotices, serveListLinks } from "./serve";

let caller: Caller;

beforeAll(async () => {
  const signer = await newSigner();
  caller = { signer, code: (await newHost(signer)).code };
});

const withToken = (token: string) => call(serveListLinks, caller, { token });
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a request of a host", () => {
  it("is answered with an id, theirs or ours, and the limits", async () => {
    const named = await call(serveListLinks, caller, { headers: { "x-request-id": "trace-0001" } });
    expect(named.status).toBe(200);
    expect(named.headers.get("x-request-id")).toBe("trace-0001");
    expect(named.headers.get("ratelimit-policy")).toBe('"all";q=120;w=60');
    expect(named.headers.get("ratelimit")).toMatch(/^"all";r=\d+;t=\d+$/);
    expect(named.headers.get("cache-control")).toBe("no-store");
    const strange = await call(serveListLinks, caller, { headers: { "x-request-id": "<script>" } });
    expect(strange.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
  });

  it("is refused with a token that served before", async () => {
    const token = await signToken(caller.signer, caller.code);
    expect((await withToken(token)).status).toBe(200);
    const again = await withToken(token);
    expect(again).toMatchObject({ status: 401, json: { code: "not-authenticated", reason: "used-token" } });
    expect(again.headers.get("content-type")).toBe("application/problem+json");
    expect(again.headers.get("www-authenticate")).toContain("invalid_token");
    expect(again.json.requestId).toBe(again.headers.get("x-request-id"));
  });

  it("serves one of two with the same token at once", async () => {
    const token = await signToken(caller.signer, caller.code);
    const statuses = await Promise.all(
      [token, token, token].map(async (one) => (await withToken(one)).status),
    );
    expect(statuses.sort()).toEqual([200, 401, 401]);
  });

  it.each([
    ["another audience", { aud: "http://localhost:3000" }],
    ["another site", { aud: "https://elsewhere.example/api/hosts/v1" }],
    ["another host", { iss: "kth" }],
    ["an unknown host", { iss: "nobody" }],
    ["no id", { jti: undefined }],
    ["no moment of issue", { iat: undefined }],
    ["a moment of issue to come", { iat: Math.floor(Date.now() / 1_000) + 600 }],
  ])("is refused with a token for %s", async (_, claims) => {
    const answer = await withToken(await signToken(caller.signer, caller.code, { claims }));
    expect(answer).toMatchObject({ status: 401, json: { reason: "bad-token" } });
  });

  it("is refused with a token that lives longer than five minutes, or has run out", async () => {
    const long = await signToken(caller.signer, caller.code, { expires: "6 minutes" });
    expect(await withToken(long)).toMatchObject({ status: 401, json: { reason: "bad-token" } });
    const now = Math.floor(Date.now() / 1_000);
    const old = await signToken(caller.signer, caller.code, {
      claims: { iat: now - 200 },
      expires: now - 60,
    });
    expect(await withToken(old)).toMatchObject({ status: 401, json: { reason: "expired-token" } });
  });

  it("is refused unsigned, signed by somebody else, or with a public key taken for a secret", async () => {
    const other = await newSigner();
    const kid = caller.signer.publicKey.kid ?? "";
    const stolen = { ...other, publicKey: { ...other.publicKey, kid } };
    const good = await signToken(caller.signer, caller.code);
    const [, payload] = good.split(".");
    const none = `${encoded({ alg: "none", kid })}.${payload}.`;
    const head = encoded({ alg: "HS256", kid });
    const mac = createHmac("sha256", Buffer.from(caller.signer.publicKey.x ?? "", "base64url"));
    const confused = `${head}.${payload}.${mac.update(`${head}.${payload}`).digest("base64url")}`;
    const own = await signToken(caller.signer, caller.code, { header: { jwk: other.publicKey } });
    const link = await signLink(caller.signer, caller.code, sampleClaims("admission"));
    const forged = [
      await signToken(stolen, caller.code),
      none,
      confused,
      own,
      link,
      `${good}x`,
      "a.b.c",
      "x",
    ];
    for (const token of forged) expect((await withToken(token)).status).toBe(401);
    expect(await call(serveListLinks, caller, { token: "" })).toMatchObject({ json: { reason: "no-token" } });
  });

  it("is refused to a host that is disabled, and told when its keys cannot be had", async () => {
    const signer = await newSigner();
    const disabled = await newHost(signer, { isActive: false });
    expect((await call(serveListLinks, { signer, code: disabled.code })).status).toBe(401);
    const inside = await newHost(signer, { jwks: undefined, jwksUrl: "https://10.0.0.1/jwks" });
    const answer = await call(serveListLinks, { signer, code: inside.code });
    expect(answer).toMatchObject({ status: 503, json: { code: "keys-unavailable" } });
    expect(answer.headers.get("retry-after")).toBe("60");
  });

  it("counts for the body that was signed, where a token names one", async () => {
    const body = JSON.stringify([]);
    const bsha256 = createHash("sha256").update(body).digest("base64url");
    const token = () => signToken(caller.signer, caller.code, { claims: { bsha256 } });
    const send = async (sent: string) =>
      call(serveCreateNotices, caller, { method: "POST", body: sent, token: await token() });
    expect((await send(body)).json.code).toBe("no-lines");
    expect((await send("[{}]")).status).toBe(401);
  });

  it("is held back after so many a minute, and told until when", async () => {
    const signer = await newSigner();
    const busy = { signer, code: (await newHost(signer)).code };
    const statuses: number[] = [];
    for (let count = 0; count < 31; count++) {
      const answer = await call(serveCreateNotices, busy, { method: "POST", body: [] });
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect((await call(serveListLinks, caller)).status).toBe(200);
  });

  it("takes a body of 10 MB at most, and none that is packed", async () => {
    const huge = await call(serveCreateNotices, caller, {
      method: "POST",
      body: `[${" ".repeat(10_485_760)}]`,
    });
    expect(huge).toMatchObject({ status: 413, json: { code: "too-large" } });
    const headers = { "content-encoding": "gzip" };
    expect((await call(serveCreateNotices, caller, { method: "POST", body: [], headers })).status).toBe(415);
  });

  it("needs a key that makes it once, where it writes", async () => {
    const headers = { "idempotency-key": "" };
    const body = [{ subjectRef: randomUUID(), kind: "declined", date: "2027-01-01" }];
    const answer = await call(serveCreateNotices, caller, { method: "POST", body, headers });
    expect(answer).toMatchObject({ status: 400, json: { code: "idempotency-key-needed" } });
  });
});
