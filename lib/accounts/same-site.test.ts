import { describe, expect, it, vi } from "vitest";
import { isFromThisSite, readOwnForm } from "./same-site";

vi.mock("@/lib/env", () => ({ env: () => ({ APP_URL: "https://ankomst.example" }) }));

const sent = (headers: Record<string, string>) => isFromThisSite({ headers: new Headers(headers) });

describe("a request from this site", () => {
  it.each([
    [{ "sec-fetch-site": "same-origin" }],
    [{ "sec-fetch-site": "same-origin", origin: "null" }],
    [{ origin: "https://ankomst.example" }],
    [{ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }],
  ])("%j", (headers) => {
    expect(sent(headers)).toBe(true);
  });

  it.each([
    [{}],
    [{ origin: "null" }],
    [{ origin: "https://evil.example", host: "ankomst.example" }],
    [{ origin: "http://ankomst.example" }],
    [{ origin: "https://ankomst.example.evil.example" }],
    [{ "sec-fetch-site": "cross-site", origin: "https://ankomst.example" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ "sec-fetch-site": "none" }],
  ])("not %j", (headers) => {
    expect(sent(headers as Record<string, string>)).toBe(false);
  });
});

const form = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("https://ankomst.example/", {
    method: "POST",
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "same-origin",
      ...headers,
    },
    duplex: "half",
  } as RequestInit);

function endless(): { body: ReadableStream<Uint8Array>; read: () => number } {
  let chunks = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      chunks++;
      controller.enqueue(new Uint8Array(1_000));
    },
  });
  return { body, read: () => chunks };
}

describe("a plain form", () => {
  it("is read", async () => {
    const fields = await readOwnForm(form("email=a%40b.se&x=%D9%A1+2"));
    expect([...(fields ?? [])]).toEqual([
      ["email", "a@b.se"],
      ["x", "١ 2"],
    ]);
  });

  it("is refused from elsewhere, of another kind, or too long", async () => {
    expect(await readOwnForm(form("a=1", { "sec-fetch-site": "cross-site" }))).toBeUndefined();
    expect(await readOwnForm(form("{}", { "content-type": "application/json" }))).toBeUndefined();
    expect(await readOwnForm(form(`a=${"x".repeat(9_000)}`))).toBeUndefined();
  });

  it("is not read on once it is too long", async () => {
    const { body, read } = endless();
    expect(await readOwnForm(form(body))).toBeUndefined();
    expect(read()).toBeLessThan(15);
  });
});
