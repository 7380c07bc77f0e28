import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { seal, unseal } from "./sealed-cookie";

vi.mock("@/lib/env", () => ({ env: () => ({ APP_SECRET: "a secret for tests" }) }));

describe("sealed cookies", () => {
  afterEach(() => vi.useRealTimers());

  it("gives back what was sealed", () => {
    const value = { email: "åsa@exempel.se", list: [1, null, true] };
    expect(unseal("a", seal("a", value, 60))).toEqual(value);
  });

  it("tells nothing, and is never the same twice", () => {
    const sealed = seal("a", "hemligt", 60);
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("hemligt");
    expect(seal("a", "hemligt", 60)).not.toBe(sealed);
  });

  it("opens for its purpose only", () => {
    expect(unseal("b", seal("a", 1, 60))).toBeUndefined();
  });

  it("opens until its age is reached", () => {
    vi.useFakeTimers();
    const sealed = seal("a", "v", 60);
    vi.advanceTimersByTime(59_999);
    expect(unseal("a", sealed)).toBe("v");
    vi.advanceTimersByTime(1);
    expect(unseal("a", sealed)).toBeUndefined();
  });

  it("does not open when any byte was changed, or the end cut off", () => {
    const bytes = Buffer.from(seal("a", { x: 1 }, 60), "base64url");
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(unseal("a", changed.toString("base64url"))).toBeUndefined();
      expect(unseal("a", bytes.subarray(0, at).toString("base64url"))).toBeUndefined();
    }
  });

  it.each([undefined, "", "x", "%%%", "A".repeat(5_000)])("opens for no rubbish: %s", (text) => {
    expect(unseal("a", text)).toBeUndefined();
  });

  it("carries a long form, and refuses what no cookie holds", () => {
    const answers = Object.fromEntries(
      Array.from({ length: 90 }, (_, i) => [`aFactOfTheCheck${i}`, i % 2 === 0]),
    );
    expect(unseal("a", seal("a", answers, 60))).toEqual(answers);
    expect(() => seal("a", randomBytes(4_000).toString("hex"), 60)).toThrow(RangeError);
  });
});
