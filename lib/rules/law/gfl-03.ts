// Lagen (2008:290) 3 §: who may not sign a hosting agreement. Lag 2024:1221 until 2026-02-28, Ds 2024:31 1.2 from 2026-03-01:
// the bar on doctoral students is struck, p5-p8 become p4-p7, and a second paragraph is added.
import { type Case, givesUpProtection } from "../case";
import { type Clause, met, notMet, verdict } from "../clause";
import { BASE, BEFORE_DS, DS } from "../editions";
import { all, any, type Holds, isOneOf, isTrue, not } from "../logic";

const PROTECTED = new Set(["asylum-pending", "refugee", "subsidiary"] as const);
const TEMPORARY = new Set(["temporary"] as const);

/** st1 p1 and p2. */
const isProtected = ({ facts }: Case) => isOneOf<string>(facts.protection, PROTECTED, "protection");
const isTemporarilyProtected = ({ facts }: Case) =>
  isOneOf<string>(facts.protection, TEMPORARY, "protection");

/** st1 p3 and, from the proposal, p4-p7 (before it p5-p8). */
const hasAnotherBar = ({ facts }: Case): Holds =>
  any(
    isTrue(facts.unenforceableExpulsion, "unenforceableExpulsion"),
    isTrue(facts.longTermResidentOtherEu, "longTermResidentOtherEu"),
    isTrue(facts.familyOfEeaCitizen, "familyOfEeaCitizen"),
    isTrue(facts.euBlueCardPending, "euBlueCardPending"),
    isTrue(facts.ictTrainee, "ictTrainee"),
  );

const EXCLUDED = notMet("excluded");
const DOCTORAL_STUDENT = notMet("doctoral-student");

const clause = {
  id: "may-sign-hosting-agreement",
  effect: "refuse",
  asks: [
    "protection",
    "unenforceableExpulsion",
    "longTermResidentOtherEu",
    "familyOfEeaCitizen",
    "euBlueCardPending",
    "ictTrainee",
  ],
} as const;

/** Until the proposal, with st1 p4: research done solely for a doctorate. */
const before: Clause = {
  ...clause,
  cites: ["GFL 3"],
  from: BASE,
  until: BEFORE_DS,
  asks: [...clause.asks, "doctoralStudent"],
  cases: ["met", "not-met excluded", "not-met doctoral-student"],
  test: (c) => {
    const barred = any(isProtected(c), isTemporarilyProtected(c), hasAnotherBar(c));
    if (barred === true) return EXCLUDED;
    if (c.facts.doctoralStudent === true) return DOCTORAL_STUDENT;
    return verdict(not(any(barred, isTrue(c.facts.doctoralStudent, "doctoralStudent"))));
  },
};

const since: Clause = {
  ...clause,
  cites: ["GFL 3 st1"],
  from: DS,
  cases: ["met", "not-met excluded"],
  test: (c) => verdict(not(any(isProtected(c), isTemporarilyProtected(c), hasAnotherBar(c))), EXCLUDED),
};

/** st2, from the proposal: the act applies to the one who gives up temporary protection for a permit under 5b:1. */
const sinceUnlessProtectionGivenUp: Clause = {
  ...since,
  cases: ["met", "met revocation-requested", "not-met excluded"],
  asks: [...clause.asks, "requestsRevocation", "temporaryProtectionBasis"],
  exceptions: [
    {
      cites: ["GFL 3 st2", "UtlL 7:7i st1"],
      from: DS,
      asks: ["requestsRevocation", "temporaryProtectionBasis"],
      gives: met("revocation-requested"),
      holds: (c) => all(not(isProtected(c)), not(hasAnotherBar(c)), givesUpProtection(c)),
    },
  ],
};

export const maySignHostingAgreement: readonly Clause[] = [before, since];

/** For the permit that 7 kap. 7 i § names: 1 §. */
export const maySignUnlessProtectionGivenUp: readonly Clause[] = [before, sinceUnlessProtectionGivenUp];
