import { describe, expect, it } from "vitest";
import { assess, type Facts } from "@/lib/rules";
import { POST } from "./route";

const FACTS: Facts = { permit: "studies", decisionDate: "2026-07-01", citizenship: "IN", inSweden: false };

const post = (body: BodyInit, headers: Record<string, string> = { "content-type": "application/json" }) =>
  POST(
    new Request("http://localhost/api/assess", {
      method: "POST",
      body,
      headers,
      duplex: "half",
    } as RequestInit),
  );
const send = (facts: unknown) => post(JSON.stringify(facts));

async function faultsOf(response: Response) {
  expect(response.status).toBe(422);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const body = await response.json();
  expect(body).toMatchObject({
    status: 422,
    type: expect.stringMatching(/^urn:/),
    title: expect.any(String),
  });
  return body.errors as { pointer: string; code: string; detail: string }[];
}

describe("POST /api/assess", () => {
  it("gives the assessment of the rules", async () => {
    const response = await send(FACTS);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(assess(FACTS))));
  });

  it("takes a list and keeps its order", async () => {
    const body = await (
      await send([FACTS, { ...FACTS, permit: "research" }, { ...FACTS, citizenship: "DE" }])
    ).json();
    expect(body.map(({ permit, outcome }: { permit: string; outcome: string }) => [permit, outcome])).toEqual(
      [
        ["studies", "undetermined"],
        ["research", "undetermined"],
        ["studies", "permit-not-needed"],
      ],
    );
    expect(await (await send([])).json()).toEqual([]);
  });

  it("takes today in Sweden where no day is given", async () => {
    const { decisionDate: _, ...undated } = FACTS;
    expect((await send(undated)).status).toBe(200);
  });

  it("names each fact that is wrong, and what it takes", async () => {
    const faults = await faultsOf(await send({ ...FACTS, fees: "later", savingsSek: -1, shoeSize: 42 }));
    expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual(
      expect.arrayContaining([
        ["/fees", "one-of"],
        ["/savingsSek", "integer"],
        ["/shoeSize", "unknown-fact"],
      ]),
    );
    expect(faults.find(({ pointer }) => pointer === "/fees")?.detail).toContain("paid");
  });

  it("points into a list, and into a list within", async () => {
    const period = { permit: "work", from: "2025-02-01", until: "2025-01-01" };
    const faults = await faultsOf(await send([FACTS, { ...FACTS, permitHistory: [period] }]));
    expect(faults.map(({ pointer }) => pointer)).toEqual(["/1/permitHistory/0/until"]);
  });

  it.each([
    ["a day without law", { ...FACTS, decisionDate: "2020-01-01" }, "/decisionDate"],
    ["a day that does not exist", { ...FACTS, decisionDate: "2026-02-30" }, "/decisionDate"],
    ["no permit", {}, "/permit"],
    ["not an object", null, ""],
    ["text", "studies", ""],
  ])("refuses %s", async (_, facts, pointer) => {
    expect((await faultsOf(await send(facts))).map((fault) => fault.pointer)).toEqual([pointer]);
  });

  it("refuses more than a thousand cases", async () => {
    const response = await send(Array(1_001).fill({}));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "too-many-cases" });
  });

  it.each([
    ["no JSON", "{", { "content-type": "application/json" }, 400],
    ["nothing", "", { "content-type": "application/json" }, 400],
    ["a form", "permit=studies", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["text", "{}", { "content-type": "text/plain" }, 415],
  ])("refuses %s", async (_, body, headers, status) => {
    const response = await post(body, headers as Record<string, string>);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  it("refuses bytes that are not text", async () => {
    expect((await post(new Uint8Array([0x22, 0xff, 0xfe, 0x22]))).status).toBe(400);
  });

  it("stops reading a body that is too long", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    expect((await post(endless)).status).toBe(413);
    expect(sent).toBeLessThan(40);
    expect((await post("1".repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  it("cannot be made to touch prototypes", async () => {
    const faults = await faultsOf(await post('{"__proto__": {"permit": "studies"}, "permit": "studies"}'));
    expect(faults[0]?.code).toBe("unknown-fact");
    expect(({} as Record<string, unknown>).permit).toBeUndefined();
  });
});
