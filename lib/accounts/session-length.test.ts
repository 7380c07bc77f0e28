import { describe, expect, it } from "vitest";
import { BRIEF, endOf, KEPT, renewedEnd } from "./session-length";

const HOUR = 3_600_000;
const start = new Date("2026-11-22T08:00:00Z");
const hoursIn = (hours: number) => new Date(start.getTime() + hours * HOUR);
const session = (length: typeof BRIEF, usedAfter: number) => ({
  createdAt: start,
  updatedAt: hoursIn(usedAfter),
  expiresAt: endOf(length, start, hoursIn(usedAfter)),
});

describe("the end of a session", () => {
  it("moves on while it is used", () => {
    expect(renewedEnd(session(BRIEF, 0), hoursIn(1))).toEqual(hoursIn(13));
    expect(renewedEnd(session(KEPT, 0), hoursIn(24))).toEqual(hoursIn(31 * 24));
  });

  it("is not written at every request", () => {
    expect(renewedEnd(session(BRIEF, 0), hoursIn(0.2))).toBeUndefined();
    expect(renewedEnd(session(KEPT, 0), hoursIn(14))).toBeUndefined();
  });

  it("comes a day after sign-in at the latest, or 90 days when kept", () => {
    expect(renewedEnd(session(BRIEF, 11), hoursIn(22))).toEqual(hoursIn(24));
    expect(renewedEnd(session(BRIEF, 22), hoursIn(23.9))).toBeUndefined();
    expect(renewedEnd(session(KEPT, 24 * 50), hoursIn(24 * 79))).toEqual(hoursIn(24 * 90));
    expect(renewedEnd(session(KEPT, 24 * 79), hoursIn(24 * 89))).toBeUndefined();
  });
});
