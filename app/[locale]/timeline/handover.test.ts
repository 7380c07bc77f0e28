import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { handover } from "./handover";

const request = vi.hoisted(() => ({ nonce: null as string | null }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(request.nonce === null ? {} : { "x-nonce": request.nonce }),
}));

describe("handover", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("gives a request what it was sent, and no other", async () => {
    const answers = handover<string>();
    request.nonce = "one";
    await answers.give("mine");
    expect(await answers.take()).toBe("mine");
    request.nonce = "two";
    expect(await answers.take()).toBeUndefined();
  });

  it("keeps nothing", async () => {
    const answers = handover<string>();
    request.nonce = "one";
    await answers.give("mine");
    vi.advanceTimersByTime(10_000);
    expect(await answers.take()).toBeUndefined();
  });

  it("refuses a request that cannot be told from others", async () => {
    request.nonce = null;
    await expect(handover<string>().give("mine")).rejects.toThrow("no nonce");
  });
});
