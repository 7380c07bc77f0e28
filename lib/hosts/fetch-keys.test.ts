import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fetchKeys } from "./fetch-keys";
import { keySet, newSigner } from "./fixtures/test-host";
import { remoteKeys } from "./host-keys";

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void;

let server: http.Server;
let base = "";
let answer: Answer = (_, response) => response.end("{}");
let requests: string[] = [];
let connections = 0;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    requests.push(`${request.headers.host}${request.url}`);
    answer(request, response);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  requests = [];
  connections = 0;
});

afterAll(() => server.closeAllConnections());

const soon = () => AbortSignal.timeout(400);
const local = { allowLoopback: true };
const port = () => new URL(base).port;
const standsFor =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

describe("keys at an address", () => {
  it("are read from this machine only where that is allowed", async () => {
    answer = (_, response) => response.end('{"keys":[]}');
    expect(await fetchKeys(`${base}/jwks`, soon(), local)).toBe('{"keys":[]}');
    await expect(fetchKeys(`${base}/jwks`, soon())).rejects.toMatchObject({ reason: "bad-url" });
    expect(connections).toBe(1);
  });

  it.each([
    "https://127.0.0.1/",
    "https://127.1/",
    "https://0x7f000001/",
    "https://2130706433/",
    "https://10.0.0.8/jwks",
    "https://172.16.4.4/jwks",
    "https://192.168.0.1/jwks",
    "https://169.254.169.254/latest/meta-data/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[fe80::1]/",
    "https://[fd00:ec2::254]/",
    "https://localhost/",
    "https://0.0.0.0/",
  ])("are not asked for inside: %s", async (url) => {
    const inside = url.replace(/\/([^/]*)$/, (rest) => `:${port()}${rest}`);
    await expect(fetchKeys(inside, soon())).rejects.toMatchObject({
      reason: expect.stringMatching(/inner-address|not-found/),
    });
    expect(connections).toBe(0);
  });

  it.each([
    [["127.0.0.1"]],
    [["10.0.0.1"]],
    [["130.237.28.40", "127.0.0.1"]],
    [["::ffff:169.254.169.254"]],
    [["fd12::1"]],
  ])("are not asked for behind a name that leads inside: %s", async (addresses) => {
    const options = { resolve: standsFor(...addresses) };
    const url = `https://keys.university.example:${port()}/`;
    await expect(fetchKeys(url, soon(), options)).rejects.toMatchObject({ reason: "inner-address" });
    expect(connections).toBe(0);
  });

  it("are asked for at the very address that was looked at, however the name answers next", async () => {
    answer = (_, response) => response.end('{"keys":[]}');
    let looked = 0;
    const resolve = () => {
      looked += 1;
      return standsFor("127.0.0.1")();
    };
    const url = `http://no-such-name.invalid:${port()}/jwks`;
    await fetchKeys(url, soon(), { ...local, resolve });
    expect(looked).toBe(1);
    expect(requests).toEqual([`no-such-name.invalid:${port()}/jwks`]);
  });

  it.each([
    "http://130.237.28.40/",
    "ftp://example.com/",
    "file:///etc/passwd",
    "https://user:word@example.com/",
  ])("are read over https only, without a password: %s", async (url) => {
    await expect(fetchKeys(url, soon(), local)).rejects.toMatchObject({ reason: "bad-url" });
  });

  it("do not make us wait: for an answer, for its end, or for the name", async () => {
    answer = () => undefined;
    await expect(fetchKeys(base, soon(), local)).rejects.toMatchObject({ reason: "timeout" });
    answer = (_, response) => {
      response.write('{"keys":[');
      const drip = setInterval(() => response.write(" "), 50);
      response.once("close", () => clearInterval(drip));
    };
    await expect(fetchKeys(base, soon(), local)).rejects.toMatchObject({ reason: "timeout" });
    const never = { ...local, resolve: () => new Promise<never>(() => undefined) };
    await expect(fetchKeys(base, soon(), never)).rejects.toMatchObject({ reason: "timeout" });
  });

  it("are not followed elsewhere", async () => {
    answer = (_, response) => response.writeHead(302, { location: `${base}/other` }).end();
    await expect(fetchKeys(`${base}/first`, soon(), local)).rejects.toMatchObject({ reason: "bad-answer" });
    expect(requests).toHaveLength(1);
  });

  it("are not read on when they are huge", async () => {
    let written = 0;
    answer = (_, response) => {
      const more = () => {
        while (!response.destroyed && written < 50_000_000) {
          written += 16_384;
          if (!response.write("x".repeat(16_384))) return response.once("drain", more);
        }
        return response.end();
      };
      more();
    };
    await expect(fetchKeys(base, soon(), local)).rejects.toMatchObject({ reason: "too-large" });
    expect(written).toBeLessThan(10_000_000);
  });
});

describe("remembered keys", () => {
  it("serve an unknown key id with one question a minute, and a failure too", async () => {
    const signer = await newSigner();
    answer = (_, response) => response.end(JSON.stringify(keySet(signer)));
    const keys = remoteKeys(`${base}/set`, local);
    const header = (kid: string) => keys({ alg: "EdDSA", kid }, { payload: "", signature: "" });
    await header(signer.publicKey.kid ?? "");
    for (const kid of ["one", "two", "three"]) await expect(header(kid)).rejects.toThrow();
    expect(requests).toHaveLength(1);

    answer = (_, response) => response.writeHead(500).end();
    const failing = remoteKeys(`${base}/failing`, local);
    for (let attempt = 0; attempt < 3; attempt++)
      await expect(failing({ alg: "EdDSA", kid: "x" }, { payload: "", signature: "" })).rejects.toThrow(
        "bad-answer",
      );
    expect(requests.filter((path) => path.endsWith("/failing"))).toHaveLength(1);
  });

  it("are refused where the answer is no set of keys", async () => {
    answer = (_, response) => response.end("<html>");
    const keys = remoteKeys(`${base}/page`, local);
    await expect(keys({ alg: "EdDSA", kid: "x" }, { payload: "", signature: "" })).rejects.toThrow(
      "bad-answer",
    );
  });
});
