import { describe, expect, it } from "vitest";
import { parseEmail, typedAddress } from "./email-address";

describe("a typed address", () => {
  it.each([
    ["anna@example.se", "anna@example.se"],
    ["  Anna.Berg+x@Example.SE \n", "anna.berg+x@example.se"],
    ["\u200fanna@example.se\u200e", "anna@example.se"],
    ["ａｎｎａ＠example.se", "anna@example.se"],
    ["anna@exämple.se", "anna@xn--exmple-cua.se"],
    ["anna@مثال.إختبار", "anna@xn--mgbh0fb.xn--kgbechtv"],
  ])("%j is %s", (typed, canonical) => {
    expect(parseEmail(typed)).toBe(canonical);
  });

  it.each([
    [""],
    ["anna"],
    ["anna@"],
    ["@example.se"],
    ["anna@localhost"],
    ["anna@example.se, eve@example.com"],
    ["anna@example.se\r\nBcc: eve@example.com"],
    ["<anna@example.se>"],
    ['"anna b"@example.se'],
    ["anna@exam ple.se"],
    ["anna@example..se"],
    ["anna@[127.0.0.1]"],
    [`${"a".repeat(250)}@example.se`],
    [null],
    [["anna@example.se"]],
  ])("%j is none", (typed) => {
    expect(parseEmail(typed)).toBeUndefined();
  });

  it("is shown again as it was typed, without what nobody sees", () => {
    expect(typedAddress(" anna@\u202eexample ")).toBe("anna@example");
    expect(typedAddress("x".repeat(10_000))).toHaveLength(320);
    expect(typedAddress(undefined)).toBe("");
  });
});
