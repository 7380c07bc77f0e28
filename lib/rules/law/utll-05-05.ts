// Utlänningslagen 5 kap. 5 §: permanent residence after work, research, doctoral studies or business. Lag 2022:303; by Ds 2024:31
// from 2026-03-01: research named in st1, three unbroken years in st2 p2.
// NOT MODELLED: st3, means of one's own; time with a pending application between two permits (only permits count).
import { addYears, dayBefore, dayNumber } from "../calendar";
import type { Case } from "../case";
import { type Clause, met, NOT_MET, unknown, type Verdict } from "../clause";
import { BASE, BEFORE_DS, DS } from "../editions";
import type { HeldPermit, PermitPeriod } from "../facts";
import { allInTurn, type Holds, isTrue, isUnknown, lacks } from "../logic";

const kinds = (...permits: HeldPermit[]): ReadonlySet<HeldPermit> => new Set(permits);

/** st1. Research counts in every edition: the proposal only makes it plain (Ds 5.3.3). Studies only where doctoral. */
const OF_FOUR_YEARS = kinds(
  "work",
  "research",
  "research-mobility",
  "studies",
  "eu-blue-card",
  "ict",
  "ict-mobility",
  "seasonal-work",
);
/** st2 p2, from the proposal. */
const OF_THREE_YEARS = kinds("research", "research-mobility", "studies", "eu-blue-card");
/** st2 p1, before it st2. */
const OF_TWO_YEARS = kinds("self-employment");
const ONLY_DOCTORAL = kinds("studies");

type Span = { from: string; until: string };

/** The permits that count, earliest first, cut off at the day of the decision. */
function spans(history: readonly PermitPeriod[], counted: ReadonlySet<HeldPermit>, date: string): Span[] {
  return history
    .filter(
      ({ permit, doctoral }) => counted.has(permit) && (doctoral === true || !ONLY_DOCTORAL.has(permit)),
    )
    .filter(({ from, until }) => from <= date && from <= until)
    .map(({ from, until }) => ({ from, until: until < date ? until : date }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

const FOUR_YEARS_IN_DAYS = 1461;
const WINDOW_IN_YEARS = 7;

/** Days that overlap count once. The window opens on the same date seven years earlier. */
function daysInWindow(history: readonly PermitPeriod[], date: string): number {
  let days = 0;
  let next = dayNumber(addYears(date, -WINDOW_IN_YEARS));
  for (const span of spans(history, OF_FOUR_YEARS, date)) {
    const until = dayNumber(span.until);
    if (until < next) continue;
    days += until - Math.max(dayNumber(span.from), next) + 1;
    next = until + 1;
  }
  return days;
}

/** First day of the unbroken time up to now: each permit begins at the latest on the day after the one before ended. */
function unbrokenSince(history: readonly PermitPeriod[], counted: ReadonlySet<HeldPermit>, date: string) {
  let since: string | undefined;
  let until = "";
  for (const span of spans(history, counted, date)) {
    if (since === undefined || dayBefore(span.from) > until) since = span.from;
    if (span.until > until) until = span.until;
  }
  return until === date ? since : undefined;
}

const hasHistory =
  (test: (history: readonly PermitPeriod[], date: string) => boolean) =>
  ({ facts: { permitHistory }, date }: Case): Holds =>
    permitHistory === undefined ? lacks("permitHistory") : test(permitHistory, date);

const hasUnbroken = (counted: ReadonlySet<HeldPermit>, years: number) =>
  hasHistory((history, date) => {
    const since = unbrokenSince(history, counted, date);
    return since !== undefined && addYears(since, years) <= date;
  });

/** st1. */
export const fourYearsOfSeven = hasHistory(
  (history, date) => daysInWindow(history, date) >= FOUR_YEARS_IN_DAYS,
);

/** st2 p2. */
const threeUnbrokenYears = hasUnbroken(OF_THREE_YEARS, 3);

const twoUnbrokenYears = hasUnbroken(OF_TWO_YEARS, 2);

/** st2 p1. */
export const twoYearsOfBusiness = (c: Case): Holds =>
  allInTurn(twoUnbrokenYears(c), isTrue(c.facts.businessEstablished, "businessEstablished"));

type Way = { verdict: Verdict; holds: (c: Case) => Holds };

const FOUR: Way = { verdict: met("four-years"), holds: fourYearsOfSeven };
const THREE: Way = { verdict: met("three-unbroken-years"), holds: threeUnbrokenYears };
const TWO: Way = { verdict: met("two-years-of-business"), holds: twoYearsOfBusiness };

const through =
  (ways: readonly Way[]) =>
  (c: Case): Verdict => {
    const results = ways.map((way) => way.holds(c));
    const first = ways[results.indexOf(true)];
    if (first !== undefined) return first.verdict;
    const missing = results.filter(isUnknown).flat();
    return missing.length > 0 ? unknown(missing) : NOT_MET;
  };

const clause = {
  id: "qualifying-residence",
  effect: "refuse",
  asks: ["permitHistory", "businessEstablished"],
} as const;

export const qualifyingResidence: readonly Clause[] = [
  {
    ...clause,
    cites: ["UtlL 5:5 st1", "UtlL 5:5 st2"],
    from: BASE,
    until: BEFORE_DS,
    cases: ["met four-years", "met two-years-of-business", "not-met"],
    test: through([FOUR, TWO]),
  },
  {
    ...clause,
    cites: ["UtlL 5:5 st1", "UtlL 5:5 st2 p1", "UtlL 5:5 st2 p2"],
    from: DS,
    cases: ["met four-years", "met three-unbroken-years", "met two-years-of-business", "not-met"],
    test: through([FOUR, THREE, TWO]),
  },
];
