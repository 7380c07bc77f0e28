import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assess,
  type EditionId,
  FACTS,
  type FactId,
  type Facts,
  HELD_PERMITS,
  PERMIT_IDS,
  PERMITS,
  type PermitId,
} from "@/lib/rules";
import { asksFor } from "./asks";
import { withImplied } from "./implied-facts";
import { factsOf, QUESTIONS, type Question } from "./questions";
import { nextQuestion, type Path, pageAt, pathOf } from "./walk";
import { KINDS, PURPOSES } from "./walk-start";

const NOT_ASKED = ["decisionDate", "applicationDate", "permit", "kind"];
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

describe("questions", () => {
  it("hold every fact that a person answers, each in one question", () => {
    const expected = FACTS.map(({ id }) => id).filter((id) => !NOT_ASKED.includes(id));
    expect([...ASKED].sort()).toEqual([...expected].sort());
  });

  it("have one to four facts a page, apart from the list to tick", () => {
    for (const { facts, isChecklist } of ALL) {
      expect(facts.length).toBeGreaterThan(0);
      if (!isChecklist) expect(facts.length).toBeLessThanOrEqual(4);
    }
  });

  it("begin with what can make a permit needless", () => {
    const facts: Facts = { permit: "studies", decisionDate: "2026-07-01" };
    expect(nextQuestion(facts)?.id).toBe("citizenship");
    expect(nextQuestion({ ...facts, citizenship: "DE" })).toBeNull();
    expect(nextQuestion({ ...facts, citizenship: "IN" })?.id).toBe("admission");
    expect(nextQuestion({ ...facts, permit: "research", citizenship: "IN" })?.id).toBe("hosting");
  });
});

describe("what a person comes for", () => {
  it("is each of the permits", () => {
    expect([...new Set(PURPOSES.map(({ facts }) => facts.permit))].sort()).toEqual([...PERMIT_IDS].sort());
  });

  it("asks whether it is an extension just where there is one in law", () => {
    for (const { id, facts, isExtendable } of PURPOSES) {
      const { conditions, fromInside } = PERMITS[facts.permit];
      const isInLaw = [conditions, fromInside.grounds].flat().some(({ asks }) => asks?.includes("kind"));
      expect([id, isExtendable ?? false]).toEqual([id, isInLaw]);
    }
  });
});

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

describe("facts of the permits in the check", () => {
  it.each(PURPOSES.map(({ facts }) => facts.permit as PermitId))(
    "%s asks for nothing outside the questions",
    (permit) => {
      const known = new Set<string>([...ASKED, ...NOT_ASKED]);
      expect(
        FACTS.map(({ id }) => id).filter((id) => asksFor(permit, id, "2026-07-01") && !known.has(id)),
      ).toEqual([]);
    },
  );
});
