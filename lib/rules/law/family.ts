// What UtlL 5b:19, UtlF 4a:6 and UtlF 4:5c have in common: who counts as family, and whose.
import type { Citation } from "../assessment";
import { type Case, isUnder } from "../case";
import {
  type Clause,
  LATER,
  MET,
  NOT_MET,
  notMet,
  onlyTheAuthority,
  unknown,
  type Verdict,
  verdict,
} from "../clause";
import { BASE } from "../editions";
import type { HeldPermit } from "../facts";
import { allInTurn, any, type Holds, isOneOf, lacks } from "../logic";
import type { ValidityClause } from "../permit";

const PARTNERS: ReadonlySet<string> = new Set(["spouse", "registered-partner", "cohabitant"]);
const MARRIED: ReadonlySet<string> = new Set(["spouse", "registered-partner"]);
const COHABITANTS: ReadonlySet<string> = new Set(["cohabitant"]);
const CHILDREN: ReadonlySet<string> = new Set(["child", "child-of-partner"]);
const CHILDREN_OF_SPONSOR: ReadonlySet<string> = new Set(["child"]);

const isRelatedAs =
  (relationships: ReadonlySet<string>) =>
  ({ facts }: Case): Holds =>
    isOneOf<string>(facts.relationship, relationships, "relationship");

const isPartner = isRelatedAs(PARTNERS);
export const isMarried = isRelatedAs(MARRIED);
export const isCohabitant = isRelatedAs(COHABITANTS);
export const isChild = isRelatedAs(CHILDREN);
export const isChildOfSponsor = isRelatedAs(CHILDREN_OF_SPONSOR);

const permits = (...ids: HeldPermit[]): ReadonlySet<HeldPermit> => new Set(ids);

/** UtlL 5b:19 st1: permits under 1, 2 and 7 §§. */
export const RESEARCH_SPONSORS = permits("research", "research-mobility", "job-seeking-after-research");
/** UtlF 4a:6 st1: permits under UtlL 5b:3 and 8. */
export const STUDY_SPONSORS = permits("studies", "job-seeking-after-studies");
/** UtlF 4:5c st1. */
export const COMMISSIONED_SPONSORS = permits("commissioned-education");

const SPONSOR_APPLIED: Verdict = { ...LATER, reason: "sponsor-has-applied" };
const APPLIED: ReadonlySet<string> = new Set(["applied"]);

export const isSponsorUnder = ({ facts }: Case, sponsors: ReadonlySet<HeldPermit>): Holds =>
  isOneOf<HeldPermit>(facts.sponsorPermit, sponsors, "sponsorPermit");

export const hasSponsorApplied = ({ facts }: Case): Holds =>
  isOneOf<string>(facts.sponsorPermitState, APPLIED, "sponsorPermitState");

/** The sponsor holds the permit, or has applied for it: then it is granted only if the sponsor's is (SFD art 26.4). */
export const sponsorPermit = (cites: readonly Citation[], sponsors: ReadonlySet<HeldPermit>): Clause => ({
  id: "sponsor-permit",
  cites,
  from: BASE,
  effect: "refuse",
  asks: ["sponsorPermit", "sponsorPermitState"],
  cases: ["met", "later sponsor-has-applied", "not-met"],
  test: (c) => {
    const isRight = isSponsorUnder(c, sponsors);
    if (isRight !== true) return verdict(isRight);
    const { sponsorPermitState: state } = c.facts;
    if (state === undefined) return unknown(lacks("sponsorPermitState"));
    return state === "held" ? MET : SPONSOR_APPLIED;
  },
});

const NOT_UNDER_18 = notMet("child-not-under-18");

function relationshipVerdict(c: Case): Verdict {
  const isFamily = any(isPartner(c), isChild(c));
  if (isFamily !== true) return verdict(isFamily, NOT_MET);
  return isPartner(c) === true ? MET : verdict(isUnder(c, 18), NOT_UNDER_18);
}

/** Spouse, registered partner or cohabitant; child under 18 of the sponsor or of the sponsor's spouse or cohabitant. */
export const familyRelationship = (cites: readonly Citation[]): Clause => ({
  id: "family-relationship",
  cites,
  from: BASE,
  effect: "refuse",
  asks: ["relationship", "birthDate"],
  cases: ["met", "not-met", "not-met child-not-under-18"],
  test: relationshipVerdict,
});

/** The maintenance is arranged for the stay: the families of students and of those in commissioned education. */
export const supportArranged = (cites: readonly Citation[]): Clause => ({
  id: "support-arranged",
  cites,
  from: BASE,
  effect: "refuse",
  asks: ["supportArranged"],
  cases: ["met", "not-met"],
  test: ({ facts }) => verdict(facts.supportArranged ?? lacks("supportArranged")),
});

/** No threat to public order, security or health: only the authority can tell. */
export const noThreatOfFamily = (cites: readonly Citation[], effect: Clause["effect"]): Clause => ({
  id: "no-threat",
  cites,
  from: BASE,
  effect,
  asks: [],
  cases: ["authority"],
  test: onlyTheAuthority,
});

/** Partner, and under 21: the sponsor's age is not asked. */
export const isPartnerUnder21 = (c: Case): Holds => allInTurn(isPartner(c), isUnder(c, 21));

/** As long as the sponsor's permit. */
export const sameAsSponsor = (cite: Citation): readonly ValidityClause[] => [
  { kind: "same-as-sponsor", cites: [cite], from: BASE, asks: [], of: () => ({ kind: "same-as-sponsor" }) },
];
