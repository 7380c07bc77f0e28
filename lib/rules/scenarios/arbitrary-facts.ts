import fc from "fast-check";
import { addMonths, dayAfter, dayBefore } from "../calendar";
import {
  FACTS,
  type FactDefinition,
  type FactId,
  type Facts,
  HELD_PERMITS,
  PERMIT_IDS,
  type PermitPeriod,
  VOLUNTARY_FACTS,
} from "../facts";
import { everyone } from "./people";

/** Few values, near the limits of the law, so that they meet often. */
const DECISION_DATES = ["2025-06-15", "2026-02-28", "2026-03-01", "2026-07-01", "2027-05-10"];
const DATES = [
  ...DECISION_DATES.flatMap((date) => [
    dayBefore(date),
    date,
    dayAfter(date),
    addMonths(date, 12),
    addMonths(date, 30),
  ]),
  "2006-02-28",
  "2008-03-01",
  "2010-07-02",
  "1990-01-01",
];
const MONEY = [0, 1, 6_185, 6_186, 10_583, 10_584, 10_655, 10_656, 15_186, 127_872, 191_808, 300_000];
const NUMBERS = [0, 1, 2, 15, 16, 29.5, 30, 37, 37.5, 45, 60];
const COUNTRIES = ["IN", "IN", "IN", "UA", "FI", "CH"];

const date = fc.constantFrom(...DATES);

const period: fc.Arbitrary<PermitPeriod> = fc
  .record({
    permit: fc.constantFrom(...HELD_PERMITS),
    doctoral: fc.boolean(),
    from: fc.constantFrom("2019-07-02", "2021-01-01", "2023-03-02", "2023-07-01", "2023-07-02", "2025-01-01"),
    months: fc.constantFrom(6, 12, 24, 36, 48),
  })
  .map(({ months, ...rest }) => ({ ...rest, until: dayBefore(addMonths(rest.from, months)) }));

function anyValueOf(fact: FactDefinition): fc.Arbitrary<unknown> {
  switch (fact.type) {
    case "boolean":
      return fc.boolean();
    case "date":
      return date;
    case "money":
      return fc.constantFrom(...MONEY);
    case "integer":
      return fc.constantFrom(...NUMBERS.filter(Number.isInteger));
    case "number":
      return fc.constantFrom(...NUMBERS);
    case "country":
      return fc.constantFrom(...COUNTRIES);
    case "enum":
      return fc.constantFrom(...(fact.values ?? []));
    case "array":
      return fc.array(period, { maxLength: 4 });
  }
}

const isVoluntary = (id: FactId) => (VOLUNTARY_FACTS as readonly FactId[]).includes(id);

const record = fc
  .record(
    Object.fromEntries(FACTS.filter(({ id }) => !isVoluntary(id)).map((fact) => [fact.id, anyValueOf(fact)])),
  )
  .map((facts) => facts as Facts);

/** Defaults, not unknowns: taken away they mean something else. */
const ALWAYS_KNOWN: readonly FactId[] = ["permit", "decisionDate", "applicationDate", "kind"];

export const FACTS_TO_LEARN: readonly FactId[] = FACTS.map(({ id }) => id).filter(
  (id) => !ALWAYS_KNOWN.includes(id) && !isVoluntary(id),
);

const inOrder = (facts: Facts): Facts => {
  const { stayFrom = "", stayUntil = "" } = facts;
  return stayUntil < stayFrom ? { ...facts, stayFrom: stayUntil, stayUntil: stayFrom } : facts;
};

/** Anything, most of it refused. */
const strangers = fc
  .tuple(record, fc.constantFrom(...PERMIT_IDS), fc.constantFrom(...DECISION_DATES))
  .map(([facts, permit, decisionDate]): Facts => inOrder({ ...facts, permit, decisionDate }));

/** People whose application is in order, but for a few things. */
const neighbours = fc
  .tuple(record, fc.constantFrom(...everyone), fc.subarray([...FACTS_TO_LEARN], { maxLength: 5 }))
  .map(([facts, person, changed]): Facts => {
    const unlike = Object.fromEntries(changed.map((id) => [id, facts[id]]));
    return inOrder({ ...facts, ...person, ...unlike });
  });

/** Facts without a gap: every one known, voluntary ones left out. */
export const completeFacts: fc.Arbitrary<Facts> = fc.oneof(strangers, { arbitrary: neighbours, weight: 3 });

export function without(facts: Facts, ids: readonly FactId[]): Facts {
  const rest = { ...facts };
  for (const id of ids) delete rest[id];
  return rest;
}

const fewOrMany = fc.oneof(
  fc.subarray([...FACTS_TO_LEARN]),
  fc.subarray([...FACTS_TO_LEARN], { minLength: 1, maxLength: 4 }),
);

/** Complete facts, some of which are not known at first, and fewer later. */
export const factsBecomingKnown = completeFacts.chain((facts) =>
  fewOrMany.chain((unknown) =>
    fc.subarray(unknown).map((stillUnknown) => ({
      facts,
      before: without(facts, unknown),
      after: without(facts, stillUnknown),
    })),
  ),
);
