// Utlänningsförordningen 4 a kap. 6 and 7 §§: family of students. Förordning 2019:1212, 2022:306; 7 § st2 and 7 a § by
// Ds 2024:31 from 2026-03-01. The general grounds of UtlL 5 kap. 18 § apply beside 7 § (Ds 5.6).
import { givesUpProtection, holds, holdsAnyPermit } from "../case";
import type { Clause, Ground } from "../clause";
import { BASE, DS } from "../editions";
import { allInTurn, isTrue } from "../logic";
import {
  familyRelationship,
  isSponsorUnder,
  noThreatOfFamily,
  STUDY_SPONSORS,
  sponsorPermit,
  supportArranged,
} from "./family";
import { extension, UNDER_1_3_7_8, UNDER_3 } from "./from-inside";
import { generalGrounds } from "./utll-05-18";

/** 6 §. */
export const familyOfStudent: readonly Clause[] = [
  sponsorPermit(["UtlF 4a:6 st1"], STUDY_SPONSORS),
  supportArranged(["UtlF 4a:6 st1 p1"]),
  noThreatOfFamily(["UtlF 4a:6 st1 p2"], "refuse"),
  familyRelationship(["UtlF 4a:6 st3"]),
];

/** 7 §. */
export const groundsForFamilyOfStudent: readonly Ground[] = [
  extension("UtlF 4a:7 st1", { from: BASE }),
  {
    id: "sponsor-switches-from-work",
    cites: ["UtlF 4a:7 st1", "UtlL 5b:15 st2 p3"],
    from: BASE,
    asks: [
      "sponsorSwitchesFromWork",
      "sponsorPermit",
      "sponsorStudiesDoctoral",
      "currentPermit",
      "currentPermitValidUntil",
    ],
    gives: "allowed",
    holds: (c) =>
      allInTurn(
        isSponsorUnder(c, UNDER_3),
        isTrue(c.facts.sponsorSwitchesFromWork, "sponsorSwitchesFromWork"),
        isTrue(c.facts.sponsorStudiesDoctoral, "sponsorStudiesDoctoral"),
        holdsAnyPermit(c),
      ),
  },
  {
    id: "holds-research-studies-or-job-seeking",
    cites: ["UtlF 4a:7 st2 p1"],
    from: DS,
    asks: ["currentPermit", "currentPermitValidUntil"],
    gives: "allowed",
    holds: (c) => holds(c, UNDER_1_3_7_8),
  },
  {
    id: "gives-up-temporary-protection",
    cites: ["UtlF 4a:7 st2 p2", "UtlL 7:7i st2"],
    from: DS,
    asks: ["protection", "requestsRevocation", "temporaryProtectionBasis", "sponsorPermit"],
    gives: "allowed",
    holds: (c) => allInTurn(isSponsorUnder(c, UNDER_3), givesUpProtection(c)),
  },
  ...generalGrounds,
];
