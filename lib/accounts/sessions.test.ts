import { describe, expect, it, vi } from "vitest";
import { requireUser, signInPath } from "./sessions";

vi.mock("@/lib/env", () => ({ env: () => ({ APP_URL: "http://localhost:3000", LOG_LEVEL: "silent" }) }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ cookie: "locale=ar" }) }));

describe("a page behind sign-in", () => {
  it.each([
    ["/ar/applications/7?a=b", "/ar/sign-in?returnTo=%2Far%2Fapplications%2F7%3Fa%3Db"],
    ["/sv", "/sv/sign-in?returnTo=%2Fsv"],
    ["//evil.example", "/en/sign-in?returnTo=%2F%2Fevil.example"],
  ])("%s is come back to after %s", (returnTo, path) => {
    expect(signInPath(returnTo)).toBe(path);
  });

  it("sends whoever is not signed in there, without asking the database", async () => {
    await expect(requireUser("/ar/account")).rejects.toMatchObject({
      digest: expect.stringContaining("/ar/sign-in?returnTo=%2Far%2Faccount"),
    });
  });
});
