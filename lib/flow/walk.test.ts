import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess, type EditionId, FACTS, type FactId, type Facts, HELD_PERMITS } from "@/lib/rules";
import { withImplied } from "./implied-facts";
import { factsOf, QUESTIONS, type Question } from "./questions";
import { type Path, pageAt, pathOf } from "./walk";
import { KINDS, PURPOSES } from "./walk-start";

const _NOT_ASKED = ["decisionDate", "applicationDate", "permit", "kind"];
const ALL: readonly Question[] = QUESTIONS;

const dates = fc
  .integer({ min: 0, max: 365 * 6 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
const births = fc.constantFrom("1980-02-29", "1999-12-31", "2009-06-01", "2012-01-01");

const period = fc
  .tuple(fc.constantFrom(...HELD_PERMITS), fc.boolean(), dates, dates)
  .map(([permit, doctoral, one, other]) => ({
    permit,
    doctoral,
    from: one < other ? one : other,
    until: one < other ? other : one,
  }));

function answerTo(id: FactId): fc.Arbitrary<unknown> {
  const definition = FACTS.find((fact) => fact.id === id);
  if (id === "birthDate") return births;
  switch (definition?.type) {
    case "boolean":
      return fc.boolean();
    case "date":
      return dates;
    case "money":
      return fc.constantFrom(0, 5_000, 10_656, 12_000, 130_000, 400_000);
    case "integer":
    case "number":
      return fc.integer({ min: 0, max: 60 });
    case "enum":
      return fc.constantFrom(...definition.values);
    case "country":
      return fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom("IN", "JP", "UA") },
        fc.constantFrom("CH", "DE"),
      );
    default:
      return fc.array(period, { maxLength: 3 });
  }
}

const ASKED = ALL.flatMap(factsOf);
const ANSWERS = Object.fromEntries(ASKED.map((id) => [id, answerTo(id)]));

/** No form lets a stay end before it begins. */
function inOrder(facts: Facts): Facts {
  const { stayFrom, stayUntil } = facts;
  return stayFrom && stayUntil && stayUntil < stayFrom
    ? { ...facts, stayFrom: stayUntil, stayUntil: stayFrom }
    : facts;
}

/** Nobody is a guest doctoral student at another level: where that follows it is not asked. */
const consistent = ({ guestDoctoral, ...facts }: Facts): Facts => ({ guestDoctoral, ...withImplied(facts) });

const everyAnswer = fc.record(ANSWERS).map((facts) => consistent(inOrder(facts as Facts)));
const someAnswers = fc.record(ANSWERS, { requiredKeys: [] }).map((facts) => facts as Facts);

const LAWS: { decisionDate: string; editions: EditionId[] }[] = [
  { decisionDate: "2025-10-01", editions: ["base", "ds-2024-31"] },
  { decisionDate: "2026-07-01", editions: ["base", "ds-2024-31"] },
  { decisionDate: "2026-07-01", editions: ["base", "ds-2024-31", "prop-2025-26-146"] },
];
const ways = PURPOSES.flatMap(({ facts, isExtendable }) =>
  (isExtendable ? KINDS : (["first"] as const)).map((kind): Facts => ({ kind, ...facts })),
);
const starts = fc
  .tuple(fc.constantFrom(...LAWS), fc.constantFrom(...ways))
  .map(([{ decisionDate, editions }, way]) => ({ base: { decisionDate, ...way }, editions }));

/** Asks one question at a time and answers just what is shown, as a person does. */
function walkThrough(base: Facts, answers: Facts, editions: EditionId[]) {
  let given: Facts = {};
  const asked: string[] = [];
  for (let path = pathOf(base, given, { editions }); path.next; path = pathOf(base, given, { editions })) {
    const { key, facts, question } = path.next;
    const { missing } = assess(path.facts, { editions });
    expect(factsOf(question).some((id) => missing.includes(id))).toBe(true);
    const unanswered = facts.filter((id) => given[id] === undefined);
    expect(unanswered.length).toBeGreaterThan(0);
    asked.push(key);
    given = { ...given, ...Object.fromEntries(facts.map((id) => [id, answers[id]])) };
    expect(asked.length).toBeLessThan(60);
  }
  return { path: pathOf(base, given, { editions }), given, asked };
}

const keysOf = ({ pages }: Path) => pages.map(({ key }) => key);

describe("the walk", () => {
  it("ends with nothing unknown, and asks only what was missing", () => {
    fc.assert(
      fc.property(starts, everyAnswer, ({ base, editions }, answers) => {
        const { path } = walkThrough(base, answers, editions);
        const { outcome, missing, conditions } = path.assessment;
        if (outcome === "permit-not-needed") return;
        expect(missing).toEqual([]);
        expect(outcome).not.toBe("undetermined");
        expect(conditions.filter(({ state }) => state === "unknown")).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it("comes to the same result as all answers at once, and never asks twice", () => {
    fc.assert(
      fc.property(starts, everyAnswer, ({ base, editions }, answers) => {
        const { path, asked } = walkThrough(base, answers, editions);
        expect(path.assessment.outcome).toBe(assess({ ...answers, ...base }, { editions }).outcome);
        expect(new Set(keysOf(path)).size).toBe(path.pages.length);
        expect(new Set(asked)).toEqual(new Set(keysOf(path)));
        const shown = path.pages.flatMap(({ facts }) => facts);
        expect(new Set(shown).size).toBe(shown.length);
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it("leaves out answers that no longer matter after a change, and takes them in again when they do", () => {
    fc.assert(
      fc.property(starts, everyAnswer, someAnswers, ({ base, editions }, answers, changes) => {
        const { given } = walkThrough(base, answers, editions);
        const changed = { ...given, ...changes };
        const path = pathOf(base, changed, { editions });
        const counted = new Set<string>([
          "guestDoctoral",
          ...Object.keys(base),
          ...path.pages.flatMap(({ facts }) => facts),
        ]);
        for (const id of path.next?.facts ?? []) counted.add(id);
        expect(Object.keys(path.facts).filter((id) => !counted.has(id))).toEqual([]);
        expect(path.assessment.outcome).toBe(assess(path.facts, { editions }).outcome);
        expect(keysOf(pathOf(base, given, { editions }))).toEqual(
          keysOf(walkThrough(base, answers, editions).path),
        );
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it("asks for nothing that the rest settles: without the answer to it, each question is asked again", () => {
    fc.assert(
      fc.property(starts, everyAnswer, ({ base, editions }, answers) => {
        const { path, given } = walkThrough(base, answers, editions);
        const required = path.pages.flatMap(({ facts, optional }) =>
          facts.filter((id) => !optional.includes(id)),
        );
        for (const id of required) {
          const { [id]: _, ...others } = given;
          expect([id, pathOf(base, others, { editions }).next?.facts.includes(id)]).toEqual([id, true]);
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it("is short: a person who comes to study answers no more pages than these", () => {
    const answers: Facts = {
      citizenship: "IN",
      admission: "full-time",
      guestDoctoral: false,
      studyLevel: "master",
      inSweden: false,
      protection: "none",
      familyOfEeaCitizen: false,
      longTermResidentOtherEu: false,
      unenforceableExpulsion: false,
      euBlueCardPending: false,
      ictTrainee: false,
      fees: "paid",
      birthDate: "1998-05-04",
      stayFrom: "2026-08-15",
      stayUntil: "2028-06-15",
      savingsSek: 300_000,
      monthlyIncomeSek: 0,
      returnTravelCovered: true,
      passportValidUntil: "2031-01-01",
      swedishAddress: "not-yet-known",
    };
    const base: Facts = { permit: "studies", kind: "first", decisionDate: "2026-07-01" };
    const { path } = walkThrough(base, answers, ["base", "ds-2024-31"]);
    expect(path.assessment.outcome).toBe("eligible");
    expect(keysOf(path)).toEqual([
      "citizenship",
      "admission",
      "where",
      "protection",
      "exclusions",
      "fees",
      "birth",
      "stay",
      "means",
      "journey-home",
      "passport",
      "address",
    ]);
  });

  it("shows a page as it stands", () => {
    const base: Facts = { permit: "studies", kind: "first", decisionDate: "2026-07-01" };
    const path = pathOf(base, {
      citizenship: "IN",
      protection: "temporary",
      admission: "full-time",
      inSweden: false,
    });
    expect(pageAt(path, "citizenship")?.facts).toEqual(["citizenship"]);
    expect(pageAt(path, "nowhere")).toBeNull();
  });
});
