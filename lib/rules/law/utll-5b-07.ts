// Utlänningslagen 5 b kap. 7 and 8 §§: after completed research and after completed studies. Lag 2019:1208; third paragraphs
// (18 months) by Ds 2024:31 from 2026-03-01. From 2026-06-11, according to the committee report on the bill: at least 12 and
// at most 18 months, and for doctoral education neither a completed higher education nor two terms.
import { addMonths, dayBefore } from "../calendar";
import { type Case, holds, type Stay } from "../case";
import { type Clause, notMet, verdict } from "../clause";
import { BASE, BEFORE_BILL, BEFORE_DS, BILL, DS } from "../editions";
import type { FactId, HeldPermit } from "../facts";
import { type FundsRule, fundsVerdict } from "../funds";
import { all, any, type Holds, isAtLeast, isOneOf, isTrue, isUnknown } from "../logic";
import type { StayClause, ValidityClause } from "../permit";
import { passportVerdict } from "./utlf-04-23";

const NOT_EXTENDABLE = notMet("cannot-be-extended");

/** st1 and st2: a permit under 1 § (3 §) when applying, or one of another EU state with a stay here. 17 §: no extension. */
const heldPermitWhenApplying = (section: 7 | 8, permit: HeldPermit): Clause => {
  const permits: ReadonlySet<HeldPermit> = new Set([permit]);
  return {
    id: "held-permit-when-applying",
    cites: [`UtlL 5b:${section} st1`, `UtlL 5b:${section} st2`],
    from: BASE,
    effect: "refuse",
    asks: ["currentPermit", "currentPermitValidUntil", "otherEuStayInSweden"],
    cases: ["met", "not-met", "not-met cannot-be-extended"],
    test: (c) =>
      c.isExtension
        ? NOT_EXTENDABLE
        : verdict(any(holds(c, permits), isTrue(c.facts.otherEuStayInSweden, "otherEuStayInSweden"))),
  };
};

const seeksWorkOrBusiness = (cite: string): Clause => ({
  id: "seeks-work-or-business",
  cites: [cite],
  from: BASE,
  effect: "refuse",
  asks: ["seeksWorkOrBusiness"],
  cases: ["met", "not-met"],
  test: ({ facts }) => verdict(isTrue(facts.seeksWorkOrBusiness, "seeksWorkOrBusiness")),
});

/** 7 §. */
export const afterResearch: readonly Clause[] = [
  heldPermitWhenApplying(7, "research"),
  seeksWorkOrBusiness("UtlL 5b:7 st1 p1"),
  {
    id: "research-completed",
    cites: ["UtlL 5b:7 st1 p2"],
    from: BASE,
    effect: "refuse",
    asks: ["researchCompletedCertificate"],
    cases: ["met", "not-met"],
    test: ({ facts }) => verdict(isTrue(facts.researchCompletedCertificate, "researchCompletedCertificate")),
  },
];

/** Högskoleutbildning: vocational and other post-secondary education is not. */
const HIGHER_EDUCATION: ReadonlySet<string> = new Set(["bachelor", "master", "doctoral"]);
const DOCTORAL: ReadonlySet<string> = new Set(["doctoral"]);

/** A completed higher education that corresponds to at least two terms: 8 § st1 p1, and UtlL 5:18 st2 p9. */
export const hasCompletedTwoTerms = ({ facts }: Case): Holds =>
  all(
    isTrue(facts.educationCompleted, "educationCompleted"),
    isOneOf<string>(facts.completedLevel, HIGHER_EDUCATION, "completedLevel"),
    isAtLeast(facts.termsStudied, 2, "termsStudied"),
  );

const hasCompletedDoctorate = ({ facts }: Case): Holds =>
  all(
    isTrue(facts.educationCompleted, "educationCompleted"),
    isOneOf<string>(facts.completedLevel, DOCTORAL, "completedLevel"),
  );

const educationCompleted: Clause = {
  id: "education-completed",
  cites: ["UtlL 5b:8 st1 p1"],
  from: BASE,
  until: BEFORE_BILL,
  effect: "refuse",
  asks: ["educationCompleted", "completedLevel", "termsStudied"],
  cases: ["met", "not-met"],
  test: (c) => verdict(hasCompletedTwoTerms(c)),
};

/** 8 §. */
export const afterStudies: readonly Clause[] = [
  heldPermitWhenApplying(8, "studies"),
  educationCompleted,
  // According to the committee report: completed doctoral education is enough by itself.
  {
    ...educationCompleted,
    from: BILL,
    until: undefined,
    test: (c) => verdict(any(hasCompletedTwoTerms(c), hasCompletedDoctorate(c))),
  },
  seeksWorkOrBusiness("UtlL 5b:8 st1 p2"),
  {
    id: "degree-certificate",
    cites: ["UtlL 5b:8 st1 p3"],
    from: BASE,
    effect: "refuse",
    asks: ["degreeCertificate"],
    cases: ["met", "not-met"],
    test: ({ facts }) => verdict(isTrue(facts.degreeCertificate, "degreeCertificate")),
  },
];

const SHORT_TERM = 12;
const LONG_TERM = 18;

function months(from: string | undefined, count: number): Stay {
  if (from === undefined) return { months: count, missing: ["stayFrom"] };
  return { from, until: dayBefore(addMonths(from, count)), months: count, missing: [] };
}

/** Means and passport for the whole of it; insurance is not needed over a year. */
function isMetForLongTerm(c: Case, rule: FundsRule, long: Stay): Holds {
  const means = fundsVerdict(rule, c, LONG_TERM);
  const passport = passportVerdict(c.facts.passportValidUntil, long);
  const holding = [means, passport].map((v) => (v.state === "unknown" ? v.missing : v.state === "met"));
  return all(...holding);
}

const TERM_ASKS = ["stayFrom", "passportValidUntil", "savingsSek", "monthlyIncomeSek"] as const;

const shortTerm = ({ facts }: Case): Stay => months(facts.stayFrom, SHORT_TERM);

/**
 * Whatever `stayUntil` says: the law fixes the time. From the proposal 18 months where the conditions are met for 18,
 * else 12; what is not `met` for 18 falls back.
 */
export const termAfter = (
  rule: FundsRule,
  qualifies: (c: Case) => Holds,
  asks: readonly FactId[],
): readonly StayClause[] => [
  { from: BASE, until: BEFORE_DS, asks: ["stayFrom"], of: shortTerm },
  {
    from: DS,
    asks: [...TERM_ASKS, ...asks],
    of: (c) => {
      const long = months(c.facts.stayFrom, LONG_TERM);
      const isLong = all(qualifies(c), isMetForLongTerm(c, rule, long));
      if (isUnknown(isLong)) return { ...shortTerm(c), mayBeLonger: isLong };
      return isLong ? long : shortTerm(c);
    },
  },
];

export const everyResearcher = () => true;

/** 8 § st3: completed doctoral education. */
export const completedDoctoralEducation = ({ facts }: Case): Holds =>
  isOneOf<string>(facts.completedLevel, DOCTORAL, "completedLevel");

const exactly = (c: Case) => ({ kind: "exactly", months: c.stay.months }) as const;

/** 7 § or 8 §, first and third paragraphs. */
export const validityAfter = (
  section: 7 | 8,
  longest: (c: Case) => Holds,
  more: readonly FactId[],
): readonly ValidityClause[] => {
  const asks = [...TERM_ASKS, ...more];
  return [
    {
      kind: "exactly",
      cites: [`UtlL 5b:${section} st1`],
      from: BASE,
      until: BEFORE_DS,
      asks: [],
      of: exactly,
    },
    {
      kind: "exactly",
      cites: [`UtlL 5b:${section} st1`, `UtlL 5b:${section} st3`],
      from: DS,
      until: BEFORE_BILL,
      asks,
      of: exactly,
    },
    // According to the committee report: at least 12 and at most 18 months, where it may be longer at all.
    {
      kind: "at-least",
      cites: [`UtlL 5b:${section} st1`, `UtlL 5b:${section} st3`],
      from: BILL,
      asks,
      of: (c) =>
        longest(c) === true ? { kind: "at-least", months: SHORT_TERM, atMostMonths: LONG_TERM } : exactly(c),
    },
  ];
};
