import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { assess } from "./assess";
import type { Assessment } from "./assessment";
import { CONDITION_CASES } from "./condition-cases";
import { EDITIONS } from "./editions";
import { FACTS, type FactId, type Facts } from "./facts";
import { PERMITS } from "./permits/register";
import { completeFacts, FACTS_TO_LEARN, factsBecomingKnown, without } from "./scenarios/arbitrary-facts";
import { everyone } from "./scenarios/people";

const editions = EDITIONS.map(({ id }) => id);
// Thousands of people, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const RUNS = { numRuns: 2_000 };

const order = new Map<FactId, number>(FACTS.map(({ id }, index) => [id, index]));
const stateOf = (a: Assessment, id: string) => a.conditions.find((condition) => condition.id === id)?.state;

describe("learning facts", () => {
  it("settles, and never flips an outcome but out of undetermined", () => {
    fc.assert(
      fc.property(factsBecomingKnown, fc.constantFrom(undefined, editions), ({ before, after }, law) => {
        const first = assess(before, { editions: law });
        const second = assess(after, { editions: law });
        if (first.outcome !== "undetermined") expect(second.outcome).toBe(first.outcome);
      }),
      RUNS,
    );
  });

  it("changes no state that was settled, and brings no condition that was left out", () => {
    fc.assert(
      fc.property(factsBecomingKnown, fc.constantFrom(undefined, editions), ({ before, after }, law) => {
        const first = assess(before, { editions: law });
        const second = assess(after, { editions: law });
        for (const { id, state } of first.conditions) {
          // Left out once the person turns out not to be in Sweden.
          const isGone = id === "apply-before-entry" && after.inSweden === false;
          // Only the authority can tell, until it is known to be likely to last.
          const isLikely = id === "lasting-support" && after.incomeLikelyToLast === true;
          // Tried for 12 months, until it turns out that 18 can be had: then insurance is not needed.
          const isLonger = id === "health-insurance" && PERMITS[first.permit].group === "after";
          if (state !== "unknown" && !isGone && !isLikely && !isLonger)
            expect([id, stateOf(second, id)]).toEqual([id, state]);
        }
        for (const { id } of second.conditions) expect(stateOf(first, id)).toBeDefined();
        if (first.applyFromSweden.state !== "unknown") {
          expect(second.applyFromSweden.state).toBe(first.applyFromSweden.state);
        }
      }),
      RUNS,
    );
  });
});

describe("missing facts", () => {
  it("are unknown, in order, once each, and there exactly where a condition is unknown", () => {
    fc.assert(
      fc.property(factsBecomingKnown, ({ before }) => {
        const { conditions, missing } = assess(before);
        for (const id of missing) expect(before[id]).toBeUndefined();
        expect(missing).toEqual(
          [...new Set(missing)].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
        );
        for (const condition of conditions) {
          expect([condition.id, condition.missing.length > 0]).toEqual([
            condition.id,
            condition.state === "unknown",
          ]);
        }
        expect(missing).toEqual(
          FACTS.map(({ id }) => id).filter((id) => conditions.some((c) => c.missing.includes(id))),
        );
      }),
      RUNS,
    );
  });

  it("are all there is to answer: a walk that answers each ends with nothing unknown", () => {
    fc.assert(
      fc.property(completeFacts, (facts) => {
        let known: Facts = without(facts, FACTS_TO_LEARN);
        let answer = assess(known);
        for (let step = 0; answer.missing.length > 0; step++) {
          expect(step).toBeLessThan(FACTS.length);
          const [id] = answer.missing;
          if (id !== undefined) known = { ...known, [id]: facts[id] };
          answer = assess(known);
        }
        expect(answer.conditions.filter(({ state }) => state === "unknown")).toEqual([]);
        if (facts.citizenship !== undefined) expect(answer.outcome).not.toBe("undetermined");
        expect(answer.outcome).toBe(assess(facts).outcome);
      }),
      RUNS,
    );
  });
});

describe("an outcome", () => {
  it("is explained by its conditions", () => {
    fc.assert(
      fc.property(factsBecomingKnown, ({ before }) => {
        const { outcome, conditions } = assess(before);
        const has = (state: string, effect?: string) =>
          conditions.some((c) => c.state === state && (effect === undefined || c.effect === effect));
        const expected = conditions.some((c) => c.reason === "eea-citizen")
          ? "permit-not-needed"
          : before.citizenship === undefined
            ? "undetermined"
            : has("not-met", "refuse")
              ? "not-eligible"
              : has("unknown")
                ? "undetermined"
                : has("not-met", "may-refuse")
                  ? "at-risk"
                  : "eligible";
        expect(outcome).toBe(expected);
      }),
      RUNS,
    );
  });
});

describe("a clause", () => {
  /** Facts that may change a condition of a permit: those of its clauses, and of the time that it is tried for. */
  const asksOf = (facts: Facts, id: string): readonly string[] => {
    if (facts.permit === undefined) return [];
    const permit = PERMITS[facts.permit];
    return [
      ...permit.conditions
        .filter((clause) => clause.id === id)
        .flatMap(({ asks, exceptions = [] }) => [
          ...asks,
          ...exceptions.flatMap((exception) => exception.asks),
        ]),
      ...(permit.stay ?? []).flatMap(({ asks }) => asks),
    ];
  };

  it("depends on the facts that it asks for, and on no other", () => {
    fc.assert(
      fc.property(completeFacts, completeFacts, (facts, others) => {
        const { permit, decisionDate, applicationDate, kind } = facts;
        for (const condition of assess(facts).conditions) {
          if (condition.id === "apply-before-entry") continue;
          const asked = asksOf(facts, condition.id);
          const kept = Object.fromEntries(Object.entries(facts).filter(([id]) => asked.includes(id)));
          const mixed: Facts = { ...others, ...kept, permit, decisionDate, applicationDate, kind };
          if ((mixed.stayUntil ?? "") < (mixed.stayFrom ?? "")) continue;
          expect(assess(mixed).conditions.find(({ id }) => id === condition.id)).toEqual(condition);
        }
      }),
      { numRuns: 500 },
    );
  });

  const keyOf = ({ id, state, reason }: { id: string; state: string; reason?: string }) =>
    `${id} ${state} ${reason ?? ""}`;

  it("turns out only as it says it can", () => {
    const known = new Set(CONDITION_CASES.map(keyOf));
    fc.assert(
      fc.property(factsBecomingKnown, fc.constantFrom(undefined, editions), ({ before }, law) => {
        for (const condition of assess(before, { editions: law }).conditions) {
          expect(known).toContain(keyOf(condition));
        }
      }),
      RUNS,
    );
  });

  it("turns out, in one case or another, in every way that it says it can", () => {
    const seen = new Set<string>();
    const see = (facts: Facts) => {
      for (const condition of assess(facts).conditions) seen.add(keyOf(condition));
    };
    for (const { facts, before } of fc.sample(factsBecomingKnown, { seed: 1, numRuns: 20_000 })) {
      see(facts);
      see(before);
      see({ ...facts, receivesPension: true });
      see({ ...facts, selfSupportSpecialReasons: true });
    }
    // Rare by chance.
    for (const person of everyone) {
      see({ ...person, decisionDate: "2027-05-10" });
      see({
        ...person,
        protection: "temporary",
        requestsRevocation: true,
        temporaryProtectionBasis: "eu-2022-382",
      });
    }
    expect(CONDITION_CASES.filter((entry) => !seen.has(keyOf(entry)))).toEqual([]);
  });
});
