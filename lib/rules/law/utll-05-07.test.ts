import { describe, expect, it } from "vitest";
import type { Facts } from "../facts";
import { conditionOf, LEFT_OUT, stateOf } from "../scenarios/answers";
import { settledResearcher } from "../scenarios/people";

describe("UtlL 5:7 and 5:8 with UtlF 4:4e, support", () => {
  const needed = 6_186 + 9_000;

  it.each<[Facts, string]>([
    [{ netIncomeMonthlySek: needed }, "met"],
    [{ netIncomeMonthlySek: needed - 1 }, "not-met"],
    [{ netIncomeMonthlySek: needed + 1, incomeKind: "business" }, "met"],
    [{ incomeKind: "subsidised" }, "not-met income-does-not-count"],
    [{ incomeKind: "unemployment" }, "not-met income-does-not-count"],
    [{ incomeKind: "doctoral-scholarship", netIncomeMonthlySek: 0 }, "met doctoral-scholarship"],
    [{ incomeKind: "doctoral-scholarship", netIncomeMonthlySek: undefined }, "met doctoral-scholarship"],
    [{ incomeKind: "doctoral-scholarship", decisionDate: "2026-02-28" }, "not-met income-does-not-count"],
    [{ incomeKind: undefined }, "unknown"],
    [{ incomeKind: undefined, netIncomeMonthlySek: 0 }, "unknown"],
    [{ incomeKind: undefined, netIncomeMonthlySek: 0, decisionDate: "2026-02-28" }, "not-met"],
    [{ housingCostMonthlySek: undefined }, "unknown"],
    [{ housingCostMonthlySek: undefined, netIncomeMonthlySek: 6_185 }, "not-met"],
    [{ netIncomeMonthlySek: undefined }, "unknown"],
    [{ decisionDate: "2027-01-01" }, "authority amount-expired"],
    [{ netIncomeMonthlySek: 0, receivesPension: true }, "authority receives-pension"],
    [{ netIncomeMonthlySek: 0, selfSupportSpecialReasons: true }, "authority special-reasons"],
    [{ netIncomeMonthlySek: needed, receivesPension: true }, "met"],
    [{ birthDate: "2008-07-02" }, LEFT_OUT],
    [{ birthDate: "2008-07-01" }, "met"],
    [{ birthDate: undefined }, "unknown"],
  ])("self-support with %o is %s", (change, expected) => {
    expect(stateOf({ ...settledResearcher, ...change }, "self-support")).toBe(expected);
  });

  it("flags the amount that stands in for one not yet entered", () => {
    expect(conditionOf(settledResearcher, "self-support")?.carriedOver).toEqual(["reserved-amount-adult"]);
    const earlier: Facts = { ...settledResearcher, decisionDate: "2025-12-31" };
    expect(conditionOf(earlier, "self-support")).not.toHaveProperty("carriedOver");
  });

  it.each<[Facts, string]>([
    [{ incomeLikelyToLast: true }, "met"],
    [{ incomeLikelyToLast: false }, "authority"],
    [{ incomeLikelyToLast: undefined }, "authority"],
    [{ birthDate: "2008-07-02" }, LEFT_OUT],
  ])("lasting-support with %o is %s", (change, expected) => {
    expect(stateOf({ ...settledResearcher, ...change }, "lasting-support")).toBe(expected);
  });

  it.each<[Facts, string]>([
    [{}, "authority"],
    [{ birthDate: "2011-07-01" }, "authority"],
    [{ birthDate: "2011-07-02" }, LEFT_OUT],
    [{ birthDate: undefined }, "unknown"],
  ])("good-conduct with %o is %s", (change, expected) => {
    expect(stateOf({ ...settledResearcher, ...change }, "good-conduct")).toBe(expected);
  });
});
