import { daysOfStay, hasTurned, monthsOfStay } from "./calendar";
import type { Law } from "./editions";
import type { FactId, Facts, HeldPermit, PermitId } from "./facts";
import { allInTurn, type Holds, isOneOf, isUnknown, lacks } from "./logic";

/** The time that the permit is tried for. */
export type Stay = {
  from?: string;
  until?: string;
  months?: number;
  /** Facts that would tell its days. */
  missing: readonly FactId[];
  /** Facts that could yet make it longer than `months`. */
  mayBeLonger?: readonly FactId[];
};

/** What a clause sees: the facts, and what follows from them for every clause. */
export type Case = {
  facts: Facts;
  permit: PermitId;
  isExtension: boolean;
  /** Day of the decision: edition, ages and amounts follow it. */
  date: string;
  /** Day of the application: what must be held or valid when applying is tested on it. */
  appliedOn: string;
  law: Law;
  stay: Stay;
};

const STAY_FROM = lacks("stayFrom");
const STAY_UNTIL = lacks("stayUntil");
const STAY = [...STAY_FROM, ...STAY_UNTIL];
const NOTHING: readonly FactId[] = [];

/** The stay applied for. One that ends before it begins is no stay: its end is not known. */
export function stayAppliedFor({ stayFrom: from, stayUntil: until }: Facts): Stay {
  if (from === undefined) return { until, missing: until === undefined ? STAY : STAY_FROM };
  if (until === undefined || until < from) return { from, missing: STAY_UNTIL };
  return { from, until, months: monthsOfStay(from, until), missing: NOTHING };
}

export function isLongerThanDays(stay: Stay, days: number): Holds {
  const { from, until } = stay;
  return from === undefined || until === undefined ? stay.missing : daysOfStay(from, until) > days;
}

export const isUnder = ({ facts, date }: Case, age: number): Holds =>
  facts.birthDate === undefined ? lacks("birthDate") : !hasTurned(facts.birthDate, age, date);

/** Both days included. */
const isValidWhenApplying = ({ facts, appliedOn }: Case): Holds =>
  facts.currentPermitValidUntil === undefined
    ? lacks("currentPermitValidUntil")
    : facts.currentPermitValidUntil >= appliedOn;

/** Holds one of these Swedish permits when applying, and it is still valid. */
export function holds(c: Case, permits: ReadonlySet<HeldPermit>): Holds {
  const held = isOneOf(c.facts.currentPermit, permits, "currentPermit");
  return held === true ? isValidWhenApplying(c) : held;
}

const NO_PERMIT: ReadonlySet<HeldPermit> = new Set<HeldPermit>(["none"]);

export function holdsAnyPermit(c: Case): Holds {
  const none = isOneOf(c.facts.currentPermit, NO_PERMIT, "currentPermit");
  return isUnknown(none) ? none : !none && isValidWhenApplying(c);
}

const DOCTORAL = new Set(["doctoral"] as const);

export const isDoctoralStudies = ({ facts }: Case): Holds =>
  isOneOf<string>(facts.studyLevel, DOCTORAL, "studyLevel");

const REVOCABLE_PROTECTION = new Set(["eu-2022-382", "government-21-3"] as const);
const TEMPORARY = new Set(["temporary"] as const);

/** UtlL 7:7i st1 and st3: asks for the revocation of temporary protection of the kind that may be given up. */
export const givesUpProtection = ({ facts }: Case): Holds =>
  allInTurn(
    isOneOf<string>(facts.protection, TEMPORARY, "protection"),
    facts.requestsRevocation ?? lacks("requestsRevocation"),
    isOneOf<string>(facts.temporaryProtectionBasis, REVOCABLE_PROTECTION, "temporaryProtectionBasis"),
  );
