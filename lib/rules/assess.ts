import type {
  ApplyFromSweden,
  Assessment,
  ConditionOutcome,
  Entry,
  Outcome,
  Rights,
  Validity,
} from "./assessment";
import { type Case, stayAppliedFor } from "./case";
import { evaluate } from "./clause";
import { DEFAULT_EDITIONS, type EditionId, lawOn } from "./editions";
import { RulesError } from "./errors";
import type { FactId, Facts } from "./facts";
import { permitInForce } from "./in-force";
import { inOrderToAsk, isUnknown, lacks } from "./logic";
import type { Listed, Permit } from "./permit";

export type Options = {
  /** Editions of the law that are switched on. */
  editions?: readonly EditionId[];
};

const NOTHING: readonly FactId[] = [];

/** @throws {RulesError} where the facts name no permit or no day of decision, or a day without law. */
export function caseOf(facts: Facts, editions: readonly EditionId[]): { permit: Permit; c: Case } {
  if (facts.permit === undefined) throw new RulesError("no-permit");
  if (facts.decisionDate === undefined) throw new RulesError("no-decision-date");
  const law = lawOn(facts.decisionDate, editions);
  const permit = permitInForce(facts.permit, law.date);
  const c: Case = {
    facts,
    permit: facts.permit,
    isExtension: facts.kind === "extension",
    date: facts.decisionDate,
    appliedOn: facts.applicationDate ?? facts.decisionDate,
    law,
    stay: stayAppliedFor(facts),
  };
  const stay = permit.stay?.[0];
  if (stay !== undefined) c.stay = stay.of(c);
  return { permit, c };
}

function applyFromSweden({ fromInside: { bar, grounds } }: Permit, c: Case): ApplyFromSweden {
  const allowed: string[] = [];
  const open: string[] = [];
  const authority: string[] = [];
  const missing: FactId[] = [];
  for (const { holds, cites, gives } of grounds) {
    const held = holds(c);
    if (isUnknown(held)) {
      open.push(...cites);
      missing.push(...held);
    } else if (held) {
      (gives === "allowed" ? allowed : authority).push(...cites);
    }
  }
  if (allowed.length > 0) return { state: "allowed", cites: allowed, missing: NOTHING };
  if (open.length > 0) return { state: "unknown", cites: open, missing: inOrderToAsk(missing) };
  if (authority.length > 0) return { state: "authority", cites: authority, missing: NOTHING };
  return { state: "not-allowed", cites: bar, missing: NOTHING };
}

const STATE_BEFORE_ENTRY = { allowed: "met", authority: "authority", "not-allowed": "not-met" } as const;

/** Whether the person, if in Sweden, may apply from there. Asked only of who is or may be. */
function appliesBeforeEntry(c: Case, answer: ApplyFromSweden): ConditionOutcome | null {
  const { inSweden } = c.facts;
  if (inSweden === false) return null;
  const condition = { id: "apply-before-entry", effect: "refuse", cites: answer.cites } as const;
  if (answer.state === "allowed" || answer.state === "authority") {
    return { ...condition, state: STATE_BEFORE_ENTRY[answer.state], missing: NOTHING };
  }
  if (inSweden === undefined) return { ...condition, state: "unknown", missing: lacks("inSweden") };
  if (answer.state === "unknown") return { ...condition, state: "unknown", missing: answer.missing };
  return { ...condition, state: "not-met", missing: NOTHING };
}

function outcomeOf(facts: Facts, conditions: readonly ConditionOutcome[]): Outcome {
  let isUndetermined = facts.citizenship === undefined;
  let isRefused = false;
  let isAtRisk = false;
  for (const { state, effect, reason } of conditions) {
    if (state === "unknown") isUndetermined = true;
    if (state !== "not-met") continue;
    if (reason === "eea-citizen") return "permit-not-needed";
    if (effect === "refuse") isRefused = true;
    else isAtRisk = true;
  }
  if (facts.citizenship === undefined) return "undetermined";
  if (isRefused) return "not-eligible";
  if (isUndetermined) return "undetermined";
  return isAtRisk ? "at-risk" : "eligible";
}

function listed<Id extends string>(list: readonly Listed<Id>[], c: Case): Entry<Id>[] {
  const entries: Entry<Id>[] = [];
  for (const { id, cites, when } of list) {
    if (when === undefined || when(c) === true) entries.push({ id, cites });
  }
  return entries;
}

const distinct = <Id extends string>(entries: readonly Entry<Id>[]): Id[] => [
  ...new Set(entries.map(({ id }) => id)),
];

function validityOf({ validity: [clause] }: Permit, c: Case): Validity | null {
  if (clause === undefined) return null;
  const validity = clause.of(c);
  return validity.months === 0 ? null : { ...validity, cites: clause.cites };
}

function rightsOf({ rights: [right] }: Permit): Rights | null {
  if (right === undefined) return null;
  const { workHoursPerWeek, termTimeOnly, cites } = right;
  return termTimeOnly === undefined ? { workHoursPerWeek, cites } : { workHoursPerWeek, termTimeOnly, cites };
}

/**
 * What the law in force on `decisionDate` says of the facts. Pure and synchronous: no clock, no input or output. A fact
 * that is absent is unknown, never false; `kind` absent is `first`, `applicationDate` absent is `decisionDate`.
 * The facts are taken to be valid: see `parseFacts`.
 * @throws {RulesError} `no-permit`, `no-decision-date` or `no-law-for-date`.
 */
export function assess(facts: Facts, { editions = DEFAULT_EDITIONS }: Options = {}): Assessment {
  const { permit, c } = caseOf(facts, editions);
  const conditions: ConditionOutcome[] = [];
  for (const clause of permit.conditions) {
    const outcome = evaluate(clause, c);
    if (outcome !== null) conditions.push(outcome);
  }
  const fromSweden = applyFromSweden(permit, c);
  const beforeEntry = permit.fromInside.insideOnly ? null : appliesBeforeEntry(c, fromSweden);
  if (beforeEntry !== null) conditions.push(beforeEntry);

  return {
    permit: permit.id,
    law: c.law.date,
    outcome: outcomeOf(facts, conditions),
    discretionary: permit.discretionary,
    conditions,
    applyFromSweden: fromSweden,
    validity: validityOf(permit, c),
    documents: listed(permit.documents, c),
    duties: listed(permit.duties, c),
    rights: rightsOf(permit),
    decisionWithinDays: permit.decisionWithin?.days ?? null,
    alternatives: distinct(listed(permit.alternatives, c)),
    alsoRequest: distinct(listed(permit.requests, c)),
    notes: listed(permit.notes, c),
    missing: inOrderToAsk(conditions.flatMap(({ missing }) => missing)),
  };
}
