import "@/lib/documents/fixtures/test-folder";
import { describe, expect, it } from "vitest";
import { type Outcome, readOutcome, tellOnPage } from "./outcome";

const outcome: Outcome = {
  id: "0b4ab8f6-6d5c-4d0e-9c39-3a8a0f0f3f6e",
  requirement: "passport",
  stored: 1,
  removed: false,
  refused: [{ name: "pass.pdf", code: "too-large", params: { megabytes: 20 } }],
};

function follow(response: Response) {
  const url = new URL(response.headers.get("location") ?? "", "http://localhost");
  const [pair = ""] = (response.headers.get("set-cookie") ?? "").split(";");
  const [name, value = ""] = pair.split("=");
  const jar = { get: (asked: string) => (asked === name ? { value } : undefined) };
  return { url, pair, jar, mark: url.searchParams.get("told") };
}

describe("what came of a form", () => {
  it("is told on the page that follows, once, and to that page only", () => {
    const { url, jar, mark } = follow(tellOnPage("sv", outcome));
    expect(url.pathname).toBe(`/sv/applications/${outcome.id}/documents`);
    expect(readOutcome(jar, outcome.id, mark)).toMatchObject(outcome);
    expect(readOutcome(jar, outcome.id, undefined)).toBeNull();
    expect(readOutcome(jar, outcome.id, "another")).toBeNull();
    expect(readOutcome(jar, "another", mark)).toBeNull();
    expect(readOutcome({ get: () => undefined }, outcome.id, mark)).toBeNull();
    expect(readOutcome({ get: () => ({ value: "made-up" }) }, outcome.id, mark)).toBeNull();
  });

  it("shows no file name in the address or to whoever reads the cookie", () => {
    const { url, pair } = follow(tellOnPage("sv", outcome));
    expect(url.href + pair).not.toContain("pass.pdf");
  });

  it("leads to the part of the page when all went well", () => {
    expect(follow(tellOnPage("sv", outcome)).url.hash).toBe("");
    expect(follow(tellOnPage("sv", { ...outcome, refused: [] })).url.hash).toBe("#passport");
  });

  it("fits into a cookie, however much was refused", () => {
    const name = Array.from({ length: 200 }, () =>
      String.fromCodePoint(0x20000 + Math.floor(Math.random() * 40_000)),
    ).join("");
    const refused = Array.from({ length: 101 }, () => ({
      name,
      code: "application-full",
      params: { megabytes: 100 },
    }));
    const { pair, jar, mark } = follow(tellOnPage("sv", { ...outcome, refused }));
    expect(pair.length).toBeLessThan(3_900);
    expect(readOutcome(jar, outcome.id, mark)?.refused).toHaveLength(8);
  });

  it("cannot be led astray by an id", () => {
    const { url } = follow(tellOnPage("sv", { ...outcome, id: "../../x?y#z" }));
    expect(url.pathname).toBe("/sv/applications/..%2F..%2Fx%3Fy%23z/documents");
  });
});
