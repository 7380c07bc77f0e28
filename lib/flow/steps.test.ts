import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PERMIT_IDS } from "@/lib/rules";
import { HISTORY } from "./history-rows";
import { STEP_CHECKS, STEP_IDS, type StepId } from "./step-checks";
import { ALL_STEPS, stepsOf } from "./steps";

type Words = { label?: string; options?: Record<string, string> };

const read = (area: string) => JSON.parse(readFileSync(`messages/sv/${area}.json`, "utf8"));
const steps = read("steps");
const facts: Record<string, Words> = read("facts");

describe("the steps that there may be", () => {
  it("stand in the order of their ids, the parts one after the other", () => {
    expect(ALL_STEPS.map(({ id }) => id)).toEqual(STEP_IDS);
    const parts = ALL_STEPS.map(({ part }) => part);
    expect(parts.filter((part, index) => part !== parts[index - 1])).toEqual(["about", "plans", "send"]);
  });

  it("name no field twice", () => {
    for (const { fields } of ALL_STEPS) {
      const names = fields.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("let a field depend only on one that stands before it", () => {
    for (const { fields } of ALL_STEPS) {
      for (const [index, { when }] of fields.entries()) {
        if (when) expect(fields.slice(0, index).map(({ name }) => name)).toContain(when.field);
      }
    }
  });

  it("have words for each title, field and option", () => {
    const lacking = ALL_STEPS.flatMap(({ id, fields }) => {
      // The table has words of its own.
      const ofFields = fields
        .filter(({ name }) => !name.startsWith(`${HISTORY}-`))
        .flatMap(({ name, fact, options = [] }) => {
          const words: Words | undefined = fact ? facts[name] : steps.fields[name];
          const silent = options.filter((option) => !words?.options?.[option]);
          return words?.label ? silent.map((option) => `${name} ${option}`) : [name];
        });
      return steps[id]?.title ? ofFields : [id, ...ofFields];
    });
    expect(lacking).toEqual([]);
  });
});

describe("a new application", () => {
  it.each(PERMIT_IDS)("%s asks who it is, and ends with the declaration", (permit) => {
    const ids = stepsOf({ permit, kind: "first", decisionDate: "2026-11-22" }).map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(["identity", "passport", "contact"]);
    expect(ids.at(-1)).toBe("declarations");
    expect(ids).toContain("situation");
  });
});

const TODAY = "2026-11-22";

describe("checks between fields", () => {
  const faults = (step: StepId, values: Record<string, string | boolean>) =>
    STEP_CHECKS[step]?.(values, TODAY).map(({ field, code }) => `${field} ${code}`);

  it.each([
    ["relationship", "marriedOn"],
    ["relationship", "relationshipSince"],
    ["living-together", "livesTogetherSince"],
    ["sponsor", "sponsorBirthDate"],
    ["pending", "pendingLodgedOn"],
    ["situation", "currentPermitGrantedOn"],
  ] as const)("%s: %s may be today, not tomorrow", (step, field) => {
    expect(faults(step, { [field]: TODAY })).toEqual([]);
    expect(faults(step, { [field]: "2026-11-23" })).toEqual([`${field} in-the-future`]);
  });

  it("does not believe that an education is completed tomorrow, and believes a plan", () => {
    const step = "education-completed";
    const tomorrow = { educationFinishedOn: "2026-11-23" };
    expect(faults(step, { ...tomorrow, educationCompleted: true })).toHaveLength(1);
    expect(faults(step, tomorrow)).toEqual([]);
  });

  it("lets a journey end on the day it begins, not before, and not in the past", () => {
    const journey = (tripFrom: string, tripUntil: string) => faults("journey", { tripFrom, tripUntil });
    expect(journey(TODAY, TODAY)).toEqual([]);
    expect(journey("2026-11-24", "2026-11-23")).toEqual(["tripUntil before-start"]);
    expect(journey("2026-11-01", "2026-11-21")).toEqual(["tripUntil in-the-past"]);
  });
});

describe("the table of permits held", () => {
  const row = (number: number, values: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [`${HISTORY}-${name}-${number}`, value]),
    );
  const faults = (values: Record<string, string>) =>
    STEP_CHECKS.history?.(values, TODAY).map(({ field, code }) => `${field} ${code}`);
  const WHOLE = { permit: "work", from: "2024-01-01", until: "2024-01-01" };

  it("wants a row, or the word that there is none", () => {
    expect(faults({})).toEqual(["permitHistory-permit-0 required"]);
    expect(faults({ "permitHistory-none": "yes" })).toEqual([]);
    expect(faults(row(5, WHOLE))).toEqual([]);
  });

  it("wants each row whole and its days in order", () => {
    expect(faults({ ...row(0, WHOLE), ...row(2, { permit: "work" }) })).toEqual([
      "permitHistory-from-2 required",
      "permitHistory-until-2 required",
    ]);
    expect(faults(row(0, { ...WHOLE, until: "2023-12-31" }))).toEqual(["permitHistory-until-0 before-start"]);
  });
});
