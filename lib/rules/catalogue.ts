import { PARAMETERS } from "./amounts/parameters";
import type { Clause, Ground } from "./clause";
import { EDITIONS } from "./editions";
import { FACTS, type FactId, PERMIT_IDS } from "./facts";
import { NOT_MODELLED } from "./not-modelled";
import type { Listed, Permit, ValidityClause } from "./permit";
import { PERMITS } from "./permits/register";

const period = ({ from, until }: { from: string; until?: string }) => ({ from, until: until ?? null });

const conditionOf = ({ id, cites, effect, asks, cases, exceptions, ...dated }: Clause) => ({
  id,
  cites,
  ...period(dated),
  effect,
  asks,
  cases,
  exceptions: (exceptions ?? []).map((exception) => ({
    gives: exception.gives.state,
    reason: exception.gives.reason ?? null,
    cites: exception.cites,
    ...period(exception),
    asks: exception.asks,
  })),
});

const groundOf = ({ id, cites, gives, asks, ...dated }: Ground) => ({
  id,
  cites,
  ...period(dated),
  gives,
  asks,
});

const listedOf = <Id extends string>({ id, cites, asks, when, ...dated }: Listed<Id>) => ({
  id,
  cites,
  ...period(dated),
  always: when === undefined,
  asks: asks ?? [],
});

const validityOf = ({ kind, cites, asks, ...dated }: ValidityClause) => ({
  kind,
  cites,
  ...period(dated),
  asks,
});

/** `apply-before-entry` has no clause of its own: its grounds say when it is met. */
const beforeEntryOf = ({ fromInside: { bar, grounds, insideOnly } }: Permit) =>
  insideOnly
    ? []
    : [
        {
          id: "apply-before-entry" as const,
          cites: bar,
          ...period({ from: "2025-01-01" }),
          effect: "refuse" as const,
          asks: ["inSweden", ...new Set(grounds.flatMap(({ asks }) => asks))] as FactId[],
          cases: ["met", "not-met", "authority"] as const,
          exceptions: [],
        },
      ];

function permitOf(permit: Permit) {
  return {
    id: permit.id,
    cites: permit.cites,
    ...period(permit),
    group: permit.group,
    discretionary: permit.discretionary,
    decisionWithin: permit.decisionWithin,
    funds: permit.funds?.parameter.id ?? null,
    conditions: [...permit.conditions.map(conditionOf), ...beforeEntryOf(permit)],
    grounds: permit.fromInside.grounds.map(groundOf),
    validity: permit.validity.map(validityOf),
    documents: permit.documents.map(listedOf),
    duties: permit.duties.map(listedOf),
    rights: permit.rights.map(({ id, workHoursPerWeek, termTimeOnly, cites, whilePending, ...dated }) => ({
      id,
      workHoursPerWeek,
      termTimeOnly: termTimeOnly === true,
      cites,
      whilePending,
      ...period(dated),
    })),
    alternatives: permit.alternatives.map(listedOf),
    requests: permit.requests.map(listedOf),
    notes: permit.notes.map(listedOf),
    notModelled: NOT_MODELLED.filter(({ permits }) => permits.includes(permit.id)).map(({ id }) => id),
  };
}

type PermitEntry = ReturnType<typeof permitOf>;

/** One list over all permits, each entry with its permit. */
const acrossPermits = <Entry extends object>(
  permits: readonly PermitEntry[],
  pick: (permit: PermitEntry) => readonly Entry[],
) => permits.flatMap((permit) => pick(permit).map((entry) => ({ permit: permit.id, ...entry })));

/** Everything that the rules know, as data: for the catalogue page and for `npm run rules -- list`. */
export function catalogue() {
  const permits = PERMIT_IDS.map((id) => permitOf(PERMITS[id]));
  return {
    editions: EDITIONS,
    permits,
    conditions: acrossPermits(permits, (permit) => permit.conditions),
    grounds: acrossPermits(permits, (permit) => permit.grounds),
    documents: acrossPermits(permits, (permit) => permit.documents),
    duties: acrossPermits(permits, (permit) => permit.duties),
    rights: acrossPermits(permits, (permit) => permit.rights),
    facts: FACTS.map((fact) => ({ ...fact, until: null })),
    parameters: PARAMETERS.map((parameter) => ({
      ...parameter,
      amounts: parameter.amounts.map((amount) => ({
        ...amount,
        until: amount.until ?? null,
        computed: amount.computed === true,
        carriedOver: amount.carriedOver === true,
      })),
    })),
    notModelled: NOT_MODELLED,
  };
}

export type Catalogue = ReturnType<typeof catalogue>;
