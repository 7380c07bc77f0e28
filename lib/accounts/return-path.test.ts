import { describe, expect, it } from "vitest";
import { safeReturnPath } from "./return-path";

describe("a path to return to", () => {
  it.each([
    ["/sv/applications", "/sv/applications"],
    ["/sv", "/sv"],
    ["/sv?x=1", "/sv?x=1"],
    ["/en/applications/0192/documents?from=a%20b", "/sv/applications/0192/documents?from=a%20b"],
    ["/ar/check/result#top", "/sv/check/result"],
    ["/sv/a/../account", "/sv/account"],
    ["/sv/permits/studies?next=https://evil.example", "/sv/permits/studies?next=https://evil.example"],
  ])("%j is %s, in the language of the page", (asked, path) => {
    expect(safeReturnPath(asked, "sv")).toBe(path);
  });

  it.each([
    ["//evil.example"],
    ["///evil.example"],
    ["/\\evil.example"],
    ["\\\\evil.example"],
    ["/sv\\..\\..\\evil.example"],
    ["https://evil.example/sv"],
    ["https:evil.example"],
    ["javascript:alert(1)"],
    ["/%2F%2Fevil.example"],
    ["/%5Cevil.example"],
    ["/sv/..//evil.example"],
    ["/sv/%2e%2e//evil.example"],
    ["/.//evil.example/sv"],
    ["/\nevil"],
    ["/sv/\r\nSet-Cookie: a=b"],
    ["/\t/evil.example"],
    [" /sv"],
    ["/svx"],
    ["/api/health"],
    ["/"],
    [""],
    ["sv/applications"],
    ["@evil.example"],
    ["/sv/sign-in"],
    ["/sv/sign-in/code"],
    ["/sv/å"],
    [`/sv/${"a".repeat(600)}`],
    [undefined],
    [["/sv"]],
  ])("%j is none", (asked) => {
    expect(safeReturnPath(asked, "sv")).toBeUndefined();
  });
});
