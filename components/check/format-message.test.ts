import { describe, expect, it } from "vitest";
import { formatMessage } from "./format-message";

describe("formatMessage", () => {
  it("puts in arguments", () => {
    expect(formatMessage("From {from} to {until}.", { from: "a", until: "b" }, "en")).toBe("From a to b.");
    expect(formatMessage("Nothing to put in", {}, "en")).toBe("Nothing to put in");
  });

  it("writes numbers as the language does", () => {
    expect(formatMessage("{n} kr", { n: 12500 }, "sv-SE")).toBe(`12\u00a0500 kr`);
  });

  it("chooses the form of the number", () => {
    const message = "Has {n, plural, =0 {none} one {# month} other {# months}}.";
    expect(formatMessage(message, { n: 0 }, "en")).toBe("Has none.");
    expect(formatMessage(message, { n: 1 }, "en")).toBe("Has 1 month.");
    expect(formatMessage(message, { n: 12 }, "en")).toBe("Has 12 months.");
  });

  it("knows the six forms of Arabic", () => {
    const message = "{n, plural, zero {z} one {o} two {t} few {f#} many {m#} other {x}}";
    expect([0, 1, 2, 3, 11, 100].map((n) => formatMessage(message, { n }, "ar-u-nu-latn"))).toEqual([
      "z",
      "o",
      "t",
      "f3",
      "m11",
      "x",
    ]);
  });

  it("puts arguments into the chosen form", () => {
    expect(
      formatMessage("{n, plural, one {{who} has one} other {{who} has #}}", { n: 2, who: "X" }, "en"),
    ).toBe("X has 2");
  });
});
