import { describe, expect, it } from "vitest";
import type { HeldPermit, PermitPeriod } from "@/lib/rules";
import { breaksOf } from "./stretches";

const period = (permit: HeldPermit, from: string, until: string): PermitPeriod => ({ permit, from, until });

describe("gaps and overlaps", () => {
  it("counts the days between, both ends apart", () => {
    const [first, second] = [
      period("research", "2024-01-01", "2024-12-31"),
      period("research", "2025-01-01", "2025-06-30"),
    ];
    expect(breaksOf([second, first])).toEqual({ gaps: [], overlaps: [] });
    const later = period("work", "2025-07-02", "2026-01-01");
    expect(breaksOf([first, later, second]).gaps).toEqual([
      { from: "2025-07-01", until: "2025-07-01", days: 1 },
    ]);
  });

  it("finds what lies within another, and a gap after it", () => {
    const periods = [
      period("work", "2024-01-01", "2024-12-31"),
      period("research", "2024-03-01", "2024-03-31"),
      period("research", "2025-02-01", "2025-12-31"),
    ];
    expect(breaksOf(periods)).toEqual({
      overlaps: [{ from: "2024-03-01", until: "2024-03-31", days: 31 }],
      gaps: [{ from: "2025-01-01", until: "2025-01-31", days: 31 }],
    });
  });
});
