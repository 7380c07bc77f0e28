import { describe, expect, it } from "vitest";
import { parseCode } from "./one-time-code";

describe("a typed code", () => {
  it.each([
    ["123456"],
    [" 123 456 "],
    ["123-456"],
    ["1 2 3 4 5 6"],
    ["123\u2013456"],
    ["123.456"],
    ["\u2066123456\u2069"],
    ["\u200f١٢٣٤٥٦"],
    ["۱۲۳ ۴۵۶"],
    ["१२३४५६"],
    ["１２３４５６"],
    ["123\u00a0456\r\n"],
  ])("%j is the six digits that were meant", (typed) => {
    expect(parseCode(typed)).toBe("123456");
  });

  it.each([
    [""],
    ["12345"],
    ["1234567"],
    ["12345a"],
    ["１２３４５"],
    ["٠".repeat(70)],
    [null],
    [123456],
    ["12+456"],
  ])("%j is no code", (typed) => {
    expect(parseCode(typed)).toBeUndefined();
  });

  it("keeps zeros at the front", () => {
    expect(parseCode("٠٠٠ ٠٠٧")).toBe("000007");
  });
});
