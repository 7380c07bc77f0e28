import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import type { Facts } from "../facts";
import { conditionOf, LEFT_OUT, missingOf, stateOf } from "../scenarios/answers";
import { settledResearcher, spouseOfStudent, student, travellingResearcher } from "../scenarios/people";

const ID = "passport-covers-stay";

describe("UtlF 4:23, the passport", () => {
  it.each<[Facts, string]>([
    [{ passportValidUntil: "2028-06-15" }, "met"],
    [{ passportValidUntil: "2028-06-14" }, "not-met shorter-than-stay"],
    [{ passportValidUntil: "2026-08-15" }, "not-met shorter-than-stay"],
    [{ passportValidUntil: "2026-08-14" }, "not-met expired-before-stay"],
    [{ passportValidUntil: "2026-08-14", stayUntil: undefined }, "not-met expired-before-stay"],
    [{ passportValidUntil: "2026-08-15", stayUntil: undefined }, "unknown"],
    [{ passportValidUntil: "2028-06-15", stayFrom: undefined }, "met"],
    [{ passportValidUntil: "2028-06-14", stayFrom: undefined }, "unknown"],
    [{ passportValidUntil: undefined }, "unknown"],
  ])("%o is %s", (change, expected) => {
    expect(stateOf({ ...student, ...change }, ID)).toBe(expected);
    expect(
      stateOf(
        { ...spouseOfStudent, stayFrom: student.stayFrom, stayUntil: student.stayUntil, ...change },
        ID,
      ),
    ).toBe(expected);
  });

  it("too short may give a shorter permit, expired gives none", () => {
    const short: Facts = { ...student, passportValidUntil: "2027-01-01" };
    expect(conditionOf(short, ID)?.effect).toBe("may-refuse");
    expect(assess(short).outcome).toBe("at-risk");
    const expired: Facts = { ...student, passportValidUntil: "2026-08-01" };
    expect(conditionOf(expired, ID)?.effect).toBe("refuse");
    expect(assess(expired).outcome).toBe("not-eligible");
  });

  it("asks only for what may matter", () => {
    expect(missingOf({ ...student, stayFrom: undefined, passportValidUntil: "2028-01-01" }, ID)).toEqual([
      "stayFrom",
    ]);
    expect(missingOf({ ...student, stayUntil: undefined, passportValidUntil: "2028-01-01" }, ID)).toEqual([
      "stayUntil",
    ]);
    expect(missingOf({ ...student, passportValidUntil: undefined }, ID)).toEqual(["passportValidUntil"]);
  });

  it("limits temporary permits only", () => {
    expect(stateOf({ ...settledResearcher, passportValidUntil: "2020-01-01" }, ID)).toBe(LEFT_OUT);
    expect(stateOf({ ...travellingResearcher, passportValidUntil: "2020-01-01" }, ID)).toBe(LEFT_OUT);
  });
});
