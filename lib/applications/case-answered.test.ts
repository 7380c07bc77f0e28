import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field, RawValue } from "@/lib/flow/fields";
import { STEP_IDS } from "@/lib/flow/step-checks";
import { DEFAULT_EDITIONS, EDITIONS, PERMIT_IDS, PERMITS, type PermitId } from "@/lib/rules";
import { answered, day, IN_TABLE, type Person, plainAnswer } from "./case-answering";
import { SITUATIONS } from "./case-situations";

const KINDS = ["first", "extension"] as const;

const answersOf = (person: Person) => (field: Field) => person[field.name] ?? plainAnswer(field);

describe("somebody who answers every question", () => {
  it.each(SITUATIONS)(
    "%s: is told how it stands, with nothing missing",
    (_, permit, kind, person, outcome) => {
      const { assessment, steps } = answered({ permit, kind }, answersOf(person));
      expect(
        steps.filter(({ state }) => state !== "done").map(({ step, errors }) => [step.id, errors]),
      ).toEqual([]);
      expect(assessment.missing).toEqual([]);
      expect([assessment.outcome, assessment.conditions.filter(({ state }) => state === "not-met")]).toEqual([
        outcome,
        outcome === "eligible" ? [] : expect.anything(),
      ]);
    },
  );

  it("every permit is among them, and every extension there is in law", () => {
    const tried = new Set(SITUATIONS.map(([, permit, kind]) => `${permit} ${kind}`));
    const isExtendable = (permit: PermitId) =>
      [PERMITS[permit].conditions, PERMITS[permit].fromInside.grounds]
        .flat()
        .some(({ asks }) => asks?.includes("kind"));
    const all = PERMIT_IDS.flatMap((permit) =>
      KINDS.filter((kind) => kind === "first" || isExtendable(permit)).map((kind) => `${permit} ${kind}`),
    );
    expect(all.filter((one) => !tried.has(one))).toEqual([]);
  });
});

const ANY_DAY = ["2010-05-04", "2023-11-22", "2026-02-28", "2026-11-22", "2027-02-01", "2028-06-01"];
const ANY_NUMBER = ["0", "1", "10", "30", "60", "300000"];

/** Some valid answer, by a number drawn for it. */
function anyAnswer(field: Field, drawn: number): RawValue {
  const pick = <T>(values: readonly T[]) => values[drawn % values.length] as T;
  if (field.name === "permitHistory-none") return "yes";
  if (IN_TABLE.test(field.name)) return "";
  switch (field.kind) {
    case "yes-no":
      return pick(["yes", "no"]);
    case "choice":
      return pick(field.options ?? []);
    case "money":
      return pick(ANY_NUMBER);
    case "number":
      return pick(ANY_NUMBER.slice(0, 4));
    case "date":
      return day(pick(ANY_DAY));
    default:
      return plainAnswer(field);
  }
}

describe("whatever somebody answers", () => {
  const anyInput = fc.record({
    permit: fc.constantFrom(...PERMIT_IDS),
    kind: fc.constantFrom(...KINDS),
    editions: fc.constantFrom(
      DEFAULT_EDITIONS,
      EDITIONS.map(({ id }) => id),
    ),
  });

  it("leaves nothing unknown once all that is asked is answered", () => {
    fc.assert(
      fc.property(anyInput, fc.infiniteStream(fc.nat(1_000)), (input, numbers) => {
        const { assessment, steps } = answered(input, (field) => anyAnswer(field, numbers.next().value));
        // A day that is not in order is a fault that the person is told of.
        fc.pre(steps.every(({ errors }) => errors.length === 0));
        expect(assessment.missing).toEqual([]);
        expect(assessment.outcome).not.toBe("undetermined");
        const order = steps.map(({ step }) => STEP_IDS.indexOf(step.id));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
      { numRuns: 150 },
    );
  });
});
