// Utlänningslagen 5 kap. 7 and 8 §§: special requirements of permanent residence. Lag 2021:765. With utlänningsförordningen
// 4 kap. 4 e § on self-support: förordning 2024:1226; doctoral scholarships by Ds 2024:31 from 2026-03-01.
// NOT MODELLED: temporary work-related benefits (4 e § st1); the level of the scholarship (HF 7:36 st2), which the institution
// certifies.
import { amountOn } from "../amounts/parameter";
import { RESERVED_AMOUNT_ADULT } from "../amounts/reserved-amount";
import { type Case, isUnder } from "../case";
import {
  AUTHORITY,
  authority,
  type Clause,
  type Exception,
  MET,
  met,
  NOT_MET,
  notMet,
  onlyTheAuthority,
  unknown,
  type Verdict,
} from "../clause";
import { BASE, BEFORE_DS, DS } from "../editions";
import type { FactId, Facts } from "../facts";
import { lacks, not } from "../logic";

const EXPIRED: Verdict = { ...authority("amount-expired"), expired: [RESERVED_AMOUNT_ADULT.id] };
const DOES_NOT_COUNT = notMet("income-does-not-count");

/** Salary after tax, or income from business: the reserved amount and the cost of housing. */
function incomeVerdict({ facts, date }: Case): Verdict {
  const reserved = amountOn(RESERVED_AMOUNT_ADULT, date);
  if (reserved.isExpired) return EXPIRED;
  const { netIncomeMonthlySek: income, housingCostMonthlySek: housing } = facts;
  const carriedOver = reserved.carriedOver ? [RESERVED_AMOUNT_ADULT.id] : undefined;
  const needed = (reserved.value ?? 0) + (housing ?? 0);
  if (income !== undefined && income < needed) return { ...NOT_MET, carriedOver };
  if (income !== undefined && housing !== undefined) return { ...MET, carriedOver };
  const missing: FactId[] = [];
  if (income === undefined) missing.push(...lacks("netIncomeMonthlySek"));
  if (housing === undefined) missing.push(...lacks("housingCostMonthlySek"));
  return unknown(missing);
}

const COUNTED: ReadonlySet<string> = new Set(["salary", "business"]);

type IncomeKind = NonNullable<Facts["incomeKind"]>;

/** What kinds suffice of themselves in an edition; the kind can be left open where no kind would do. */
const selfSupport =
  (sufficient: ReadonlyMap<IncomeKind, Verdict>) =>
  (c: Case): Verdict => {
    const { incomeKind: kind } = c.facts;
    const enough = kind !== undefined ? sufficient.get(kind) : undefined;
    if (enough !== undefined) return enough;
    if (kind !== undefined && !COUNTED.has(kind)) return DOES_NOT_COUNT;
    const income = incomeVerdict(c);
    if (kind !== undefined) return income;
    if (income.state === "not-met" && sufficient.size === 0) return income;
    return unknown([...lacks("incomeKind"), ...income.missing]);
  };

/** 8 § st1 p2 and p3: for the authority, where they are claimed; not asked of everyone. */
const exemptions: readonly Exception[] = [
  {
    cites: ["UtlL 5:8 st1 p2"],
    from: BASE,
    asks: ["receivesPension"],
    gives: authority("receives-pension"),
    holds: ({ facts }) => facts.receivesPension === true,
  },
  {
    cites: ["UtlL 5:8 st1 p3"],
    from: BASE,
    asks: ["selfSupportSpecialReasons"],
    gives: authority("special-reasons"),
    holds: ({ facts }) => facts.selfSupportSpecialReasons === true,
  },
];

/** 8 § st1 p1: not of a child. */
const isAdult = (c: Case) => not(isUnder(c, 18));

const requirement = { effect: "refuse", from: BASE, applies: isAdult } as const;

const support = {
  ...requirement,
  id: "self-support",
  asks: ["birthDate", "netIncomeMonthlySek", "housingCostMonthlySek", "incomeKind"],
  exceptions: exemptions,
} as const;

const CASES = [
  "met",
  "not-met",
  "not-met income-does-not-count",
  "authority amount-expired",
  "authority receives-pension",
  "authority special-reasons",
] as const;

/** A scholarship that meets HF 7:36 suffices of itself. */
const SCHOLARSHIP = new Map<IncomeKind, Verdict>([["doctoral-scholarship", met("doctoral-scholarship")]]);

const lasting = {
  ...requirement,
  id: "lasting-support",
  asks: ["birthDate", "incomeLikelyToLast"],
  cases: ["met", "authority"],
  test: ({ facts }: Case) => (facts.incomeLikelyToLast === true ? MET : AUTHORITY),
} as const;

export const permanentRequirements: readonly Clause[] = [
  {
    ...support,
    cites: ["UtlL 5:7 p1", "UtlF 4:4e st1"],
    until: BEFORE_DS,
    cases: CASES,
    test: selfSupport(new Map()),
  },
  {
    ...support,
    cites: ["UtlL 5:7 p1", "UtlF 4:4e st1"],
    from: DS,
    cases: [...CASES, "met doctoral-scholarship"],
    test: selfSupport(SCHOLARSHIP),
  },
  { ...lasting, cites: ["UtlL 5:7 p1", "UtlF 4:4e st1"], until: BEFORE_DS },
  { ...lasting, cites: ["UtlL 5:7 p1", "UtlF 4:4e st2"], from: DS },
  // 7 § p2; 8 § st2: not of one under 15.
  {
    id: "good-conduct",
    cites: ["UtlL 5:7 p2"],
    from: BASE,
    effect: "refuse",
    asks: ["birthDate"],
    cases: ["authority"],
    applies: (c) => not(isUnder(c, 15)),
    test: onlyTheAuthority,
  },
];
