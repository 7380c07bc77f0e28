import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assess } from "./assess";
import type { Assessment, Validity } from "./assessment";
import { type Facts, PERMIT_IDS } from "./facts";
import { parseFacts } from "./facts-schema";

/** A person, and what the rules must say: only what is named is compared. */
type Scenario = {
  name: string;
  facts: Facts;
  expect: {
    outcome?: string;
    law?: string;
    discretionary?: boolean;
    notMet?: string[];
    states?: Record<string, string>;
    absent?: string[];
    apply?: string;
    applyCite?: string;
    validity?: Partial<Validity>;
    documents?: string[];
    noDocuments?: string[];
    duties?: string[];
    alternatives?: string[];
    alsoRequest?: string[];
    missing?: string[];
    rights?: number | string | null;
    decisionWithinDays?: number | null;
  };
};

const scenariosOf = (permit: string): Scenario[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, "scenarios", `${permit}.json`), "utf8"));

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

const stateOf = (answer: Assessment, id: string) =>
  answer.conditions.find((condition) => condition.id === id)?.state;

/** What the answer has in the places that the scenario names. */
function inTheSamePlaces(expected: Scenario["expect"], answer: Assessment) {
  const states = {
    ...Object.fromEntries((expected.notMet ?? []).map((id) => [id, "not-met"])),
    ...expected.states,
  };
  return {
    outcome: [expected.outcome ?? answer.outcome, answer.outcome],
    law: [expected.law ?? answer.law, answer.law],
    discretionary: [expected.discretionary ?? answer.discretionary, answer.discretionary],
    states: [states, Object.fromEntries(Object.keys(states).map((id) => [id, stateOf(answer, id)]))],
    absent: [[], (expected.absent ?? []).filter((id) => stateOf(answer, id) !== undefined)],
    apply: [expected.apply ?? answer.applyFromSweden.state, answer.applyFromSweden.state],
    noDocuments: [
      [],
      (expected.noDocuments ?? []).filter((id) => ids(answer.documents).includes(id as never)),
    ],
  };
}

function check({ facts, expect: expected }: Scenario) {
  expect(parseFacts(facts)).toMatchObject({ ok: true });
  const answer = assess(facts);
  for (const [place, [wanted, got]] of Object.entries(inTheSamePlaces(expected, answer))) {
    expect({ [place]: got }).toEqual({ [place]: wanted });
  }
  if (expected.applyCite !== undefined) expect(answer.applyFromSweden.cites).toContain(expected.applyCite);
  if (expected.validity !== undefined) expect(answer.validity).toMatchObject(expected.validity);
  if (expected.rights !== undefined) expect(answer.rights?.workHoursPerWeek ?? null).toBe(expected.rights);
  if (expected.decisionWithinDays !== undefined) {
    expect(answer.decisionWithinDays).toBe(expected.decisionWithinDays);
  }
  expect(ids(answer.documents)).toEqual(expect.arrayContaining(expected.documents ?? []));
  expect(ids(answer.duties)).toEqual(expect.arrayContaining(expected.duties ?? []));
  expect(answer.alternatives).toEqual(expect.arrayContaining(expected.alternatives ?? []));
  expect(answer.alsoRequest).toEqual(expect.arrayContaining(expected.alsoRequest ?? []));
  expect(answer.missing).toEqual(expect.arrayContaining(expected.missing ?? []));
}

describe.each(PERMIT_IDS)("%s", (permit) => {
  it.each(scenariosOf(permit).map((scenario) => [scenario.name, scenario] as const))("%s", (_, scenario) => {
    check(scenario);
  });
});
