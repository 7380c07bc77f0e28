// Utlänningslagen 5 b kap. 19 and 20 §§: family of researchers, and applying before entry. Lag 2019:1208, 2022:303; 20 § st2
// p4-p7 by Ds 2024:31 from 2026-03-01. With 5 kap. 3 § st1 p1-p3, 17 § st2 and 17 a § as 19 § refers to them.
// NOT MODELLED: 5 kap. 17 a § st1 p1 and p2, st2 p1 and p2, and 17 b §: false statements, sham ties, polygamy; the marital
// status of a child and adoption (5 kap. 3 § st1 p2 and p3).
import { givesUpProtection, holds, holdsAnyPermit } from "../case";
import { type Clause, type Ground, onlyTheAuthority } from "../clause";
import { BASE, DS } from "../editions";
import type { HeldPermit } from "../facts";
import { all, allInTurn, isTrue } from "../logic";
import {
  familyRelationship,
  isChildOfSponsor,
  isPartnerUnder21,
  isSponsorUnder,
  noThreatOfFamily,
  RESEARCH_SPONSORS,
  sponsorPermit,
} from "./family";
import { exceptionalReasons, extension, UNDER_1_3_7_8 } from "./from-inside";

const RESEARCH: ReadonlySet<HeldPermit> = new Set<HeldPermit>(["research"]);
const MOBILITY: ReadonlySet<HeldPermit> = new Set<HeldPermit>(["research-mobility"]);

/** 19 § st3 with 5 kap. 17 a § st2 p3. */
const partnersOver21: Clause = {
  id: "partners-21",
  cites: ["UtlL 5b:19 st3", "UtlL 5:17a st2 p3"],
  from: BASE,
  effect: "may-refuse",
  asks: ["relationship", "birthDate"],
  cases: ["authority"],
  applies: isPartnerUnder21,
  test: onlyTheAuthority,
};

/** 19 §. */
export const familyOfResearcher: readonly Clause[] = [
  sponsorPermit(["UtlL 5b:19 st1", "SFD art 26.4"], RESEARCH_SPONSORS),
  familyRelationship(["UtlL 5b:19 st1", "UtlL 5:3 st1 p1", "UtlL 5:3 st1 p2"]),
  noThreatOfFamily(["UtlL 5b:19 st3", "UtlL 5:17a st1 p3"], "may-refuse"),
  partnersOver21,
];

/** 20 § st1. */
export const FAMILY_BEFORE_ENTRY = ["UtlL 5b:20 st1"];

/** 20 § st2. */
export const groundsForFamilyOfResearcher: readonly Ground[] = [
  extension("UtlL 5b:20 st2 p1", { from: BASE }),
  {
    id: "family-permit-of-other-eu-state",
    cites: ["UtlL 5b:20 st2 p2"],
    from: BASE,
    asks: ["familyPermitOtherEu", "sponsorPermit"],
    gives: "allowed",
    holds: (c) =>
      allInTurn(isSponsorUnder(c, MOBILITY), isTrue(c.facts.familyPermitOtherEu, "familyPermitOtherEu")),
  },
  {
    id: "sponsor-switches-from-work",
    cites: ["UtlL 5b:20 st2 p3", "UtlL 5b:15 st2 p3"],
    from: BASE,
    asks: ["sponsorSwitchesFromWork", "sponsorPermit", "currentPermit", "currentPermitValidUntil"],
    gives: "allowed",
    holds: (c) =>
      allInTurn(
        isSponsorUnder(c, RESEARCH),
        isTrue(c.facts.sponsorSwitchesFromWork, "sponsorSwitchesFromWork"),
        holdsAnyPermit(c),
      ),
  },
  {
    id: "born-in-sweden",
    cites: ["UtlL 5b:20 st2 p4"],
    from: DS,
    asks: ["relationship", "bornInSweden", "livesWithSponsor"],
    gives: "allowed",
    holds: (c) =>
      allInTurn(
        isChildOfSponsor(c),
        all(
          isTrue(c.facts.bornInSweden, "bornInSweden"),
          isTrue(c.facts.livesWithSponsor, "livesWithSponsor"),
        ),
      ),
  },
  {
    id: "holds-research-studies-or-job-seeking",
    cites: ["UtlL 5b:20 st2 p5"],
    from: DS,
    asks: ["currentPermit", "currentPermitValidUntil"],
    gives: "allowed",
    holds: (c) => holds(c, UNDER_1_3_7_8),
  },
  {
    id: "gives-up-temporary-protection",
    cites: ["UtlL 5b:20 st2 p6", "UtlL 7:7i st2"],
    from: DS,
    asks: ["protection", "requestsRevocation", "temporaryProtectionBasis", "sponsorPermit"],
    gives: "allowed",
    holds: (c) => allInTurn(isSponsorUnder(c, RESEARCH), givesUpProtection(c)),
  },
  exceptionalReasons("UtlL 5b:20 st2 p7", { from: DS }),
];
