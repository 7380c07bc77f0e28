import { describe, expect, it } from "vitest";
import { isSameName } from "./same-person";

describe("one person's name", () => {
  it.each([
    ["Nadia Rahman", "Nadia Rahman"],
    ["Nadia Rahman", "RAHMAN, Nadia"],
    ["Nadia Rahman", "Nadia Begum Rahman"],
    ["José García López", "Jose Garcia-Lopez"],
    ["Søren Ærø", "Soren Aeroe"],
    ["Mohammed Ali", "Mohamed Ali"],
    ["Rahman", "Nadia Rahman"],
    ["নাদিয়া রহমান", "Nadia Rahman"],
    ["", "Nadia Rahman"],
  ])("is %j and %j", (one, other) => {
    expect(isSameName(one, other)).toBe(true);
    expect(isSameName(other, one)).toBe(true);
  });

  it.each([
    ["Nadia Rahman", "Tahmina Rahman"],
    ["Nadia Rahman", "Nadia Chowdhury"],
    ["Li Wei", "Li Mei"],
    ["Ali Khan", "Alia Khat"],
  ])("is not both %j and %j", (one, other) => {
    expect(isSameName(one, other)).toBe(false);
    expect(isSameName(other, one)).toBe(false);
  });
});
