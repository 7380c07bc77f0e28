import { describe, expect, it } from "vitest";
import { standingOn, type ToldAddress } from "./standing";

let count = 0;
const told = (
  kind: ToldAddress["kind"],
  validFrom: string,
  validUntil: string | null = null,
): ToldAddress => {
  count += 1;
  return { id: String(count), kind, lines: {}, validFrom, validUntil, toldAt: new Date(count * 1_000) };
};

describe("the address on a day", () => {
  it("is missing before anything was told, or when it was told that there is none", () => {
    expect(standingOn([], "2027-01-01")).toEqual({ state: "missing", now: null, next: null });
    expect(standingOn([told("not-yet-known", "2027-01-01")], "2027-01-01").state).toBe("missing");
    expect(standingOn([told("withheld", "2027-01-01")], "2027-01-01").state).toBe("missing");
  });

  it.each([
    ["2027-08-30", "temporary"],
    ["2027-08-31", "temporary"],
    ["2027-09-01", "ended"],
  ])("of a temporary one that ends on 31 August is on %s: %s", (day, state) => {
    expect(standingOn([told("temporary", "2027-01-01", "2027-08-31")], day).state).toBe(state);
  });

  it.each([
    ["2027-05-31", 0],
    ["2027-06-01", 1],
    ["2027-06-02", 1],
  ])("changes on the day from which the new one was told: %s", (day, index) => {
    const both = [told("known", "2027-01-01"), told("known", "2027-06-01")];
    const standing = standingOn(both, day);
    expect(standing.now?.id).toBe(both[index]?.id);
    expect(standing.next?.id).toBe(index === 0 ? both[1]?.id : undefined);
  });

  it("is the one told last where two begin on one day", () => {
    const both = [told("known", "2027-01-01"), told("known", "2027-01-01")];
    expect(standingOn([...both].reverse(), "2027-02-01").now?.id).toBe(both[1]?.id);
  });

  it("forgets a later one once something else was told that holds already", () => {
    const plans = [told("known", "2027-01-01"), told("known", "2027-09-01"), told("known", "2027-03-01")];
    expect(standingOn(plans, "2027-03-01").next).toBeNull();
  });
});
