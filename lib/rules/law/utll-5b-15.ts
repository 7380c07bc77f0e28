// Utlänningslagen 5 b kap. 15 and 16 §§: applying before entry, and who need not. Lag 2024:1220; st2 p4-p7 by Ds 2024:31 from
// 2026-03-01. From 2026-06-11 temporary protection from Ukraine is in an act of its own with the same content, according to
// the committee report on the bill.
import { type Case, givesUpProtection, holds, isDoctoralStudies } from "../case";
import type { Ground } from "../clause";
import { BASE, DS } from "../editions";
import type { FactId, HeldPermit } from "../facts";
import { allInTurn, any, type Holds, isOneOf, isTrue } from "../logic";
import {
  exceptionalReasons,
  extension,
  FAMILY_OF_RESEARCHER_OR_STUDENT,
  hasCompletedOneTerm,
  sponsorHasCompletedOneTerm,
  UNDER_1_2_4,
  UNDER_1_2_7_8,
  UNDER_3,
  UNDER_7_8,
  WORK_BUSINESS_BLUE_CARD,
} from "./from-inside";

/** 15 § st1. */
export const BEFORE_ENTRY = ["UtlL 5b:15 st1"];

const HELD: readonly FactId[] = ["currentPermit", "currentPermitValidUntil"];
const HELD_SPONSORS: ReadonlySet<string> = new Set(["held"]);

const without = (permits: ReadonlySet<HeldPermit>, permit: HeldPermit): ReadonlySet<HeldPermit> =>
  new Set([...permits].filter((id) => id !== permit));

const conditionsMet = ({ facts }: Case) =>
  isTrue(facts.currentPermitConditionsMet, "currentPermitConditionsMet");

const isSponsorUnder1To3Or7To8 = (c: Case): Holds =>
  allInTurn(
    any(
      isOneOf<HeldPermit>(c.facts.sponsorPermit, UNDER_1_2_7_8, "sponsorPermit"),
      allInTurn(
        isOneOf<HeldPermit>(c.facts.sponsorPermit, UNDER_3, "sponsorPermit"),
        sponsorHasCompletedOneTerm(c),
      ),
    ),
    isOneOf<string>(c.facts.sponsorPermitState, HELD_SPONSORS, "sponsorPermitState"),
  );

/**
 * 15 § st2. p3-p5 are for research and doctoral studies: `isSuchStudies` tells whether what is applied for is that.
 * "On another ground" (p2) is another paragraph than that of the permit held.
 */
function grounds(permit: HeldPermit, isSuchStudies: (c: Case) => Holds, asks: readonly FactId[]): Ground[] {
  const otherUnder1To4 = without(UNDER_1_2_4, permit);
  const otherUnder3 = without(UNDER_3, permit);
  return [
    extension("UtlL 5b:15 st2 p1", { from: BASE }),
    {
      id: "holds-research-internship-or-studies",
      cites: ["UtlL 5b:15 st2 p2"],
      from: BASE,
      asks: [...HELD, "creditsCompletedTotal", "doctoralTermsCompleted"],
      gives: "allowed",
      holds: (c) => any(holds(c, otherUnder1To4), allInTurn(holds(c, otherUnder3), hasCompletedOneTerm(c))),
    },
    {
      id: "holds-work-business-or-blue-card",
      cites: ["UtlL 5b:15 st2 p3"],
      from: BASE,
      asks: [...HELD, "currentPermitConditionsMet", ...asks],
      gives: "allowed",
      holds: (c) => allInTurn(holds(c, WORK_BUSINESS_BLUE_CARD), conditionsMet(c), isSuchStudies(c)),
    },
    {
      id: "holds-job-seeking",
      cites: ["UtlL 5b:15 st2 p4"],
      from: DS,
      asks: [...HELD, "currentPermitConditionsMet", ...asks],
      gives: "allowed",
      holds: (c) => allInTurn(holds(c, UNDER_7_8), conditionsMet(c), isSuchStudies(c)),
    },
    {
      id: "holds-family-permit",
      cites: ["UtlL 5b:15 st2 p5"],
      from: DS,
      asks: [
        ...HELD,
        "sponsorPermit",
        "sponsorPermitState",
        "sponsorCreditsCompletedTotal",
        "sponsorDoctoralTermsCompleted",
        ...asks,
      ],
      gives: "allowed",
      holds: (c) =>
        allInTurn(holds(c, FAMILY_OF_RESEARCHER_OR_STUDENT), isSuchStudies(c), isSponsorUnder1To3Or7To8(c)),
    },
    {
      id: "gives-up-temporary-protection",
      cites: ["UtlL 5b:15 st2 p6", "UtlL 7:7i st1"],
      from: DS,
      asks: ["protection", "requestsRevocation", "temporaryProtectionBasis"],
      gives: "allowed",
      holds: givesUpProtection,
    },
    exceptionalReasons("UtlL 5b:15 st2 p7", { from: DS }),
  ];
}

export const groundsForResearch = grounds("research", () => true, []);
export const groundsForStudies = grounds("studies", isDoctoralStudies, ["studyLevel"]);

/** 16 §: applications under 2, 7 and 8 §§ may be lodged after entry. */
export const mayAlwaysApplyFromInside: readonly Ground[] = [
  { id: "always", cites: ["UtlL 5b:16"], from: BASE, asks: [], gives: "allowed", holds: () => true },
];
