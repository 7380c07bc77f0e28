import { describe, expect, it, vi } from "vitest";

vi.mock("@/components/timeline/timeline-words", () => ({
  timelineWords: async () => ({ t: (key: string) => key, way: (way: string) => way }),
}));

const { POST } = await import("./route");

const HELD = [{ permit: "research", from: "2020-01-01", until: "2099-12-31" }];
const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  POST(
    new Request("http://localhost/api/calendar", {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin", ...headers },
      body: new URLSearchParams(fields),
    }),
  );

describe("POST /api/calendar", () => {
  it("gives a file to save", async () => {
    const response = await post({ locale: "sv", permits: JSON.stringify(HELD) });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="[a-z.]+\.ics"$/i);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toContain("DTSTART;VALUE=DATE:20991231");
  });

  it.each([
    ["no permits", ""],
    ["no JSON", "{"],
    ["no list", "{}"],
    ["an empty list", "[]"],
    ["an unknown permit", '[{"permit":"x","from":"2025-01-01","until":"2025-12-31"}]'],
    ["an end before the beginning", '[{"permit":"work","from":"2025-01-02","until":"2025-01-01"}]'],
    ["more permits than the form has", JSON.stringify(Array(13).fill(HELD[0]))],
  ])("refuses %s", async (_, permits) => {
    expect((await post({ permits })).status).toBe(400);
  });

  it("says so where there is no date", async () => {
    const past = [{ permit: "studies", from: "2020-01-01", until: "2020-12-31" }];
    expect((await post({ permits: JSON.stringify(past) })).status).toBe(422);
  });

  it("answers only forms of this site, and no long ones", async () => {
    const permits = JSON.stringify(HELD);
    expect((await post({ permits }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await post({ permits: `${permits}${" ".repeat(9_000)}` })).status).toBe(403);
  });
});
