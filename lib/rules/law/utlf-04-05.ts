// Utlänningsförordningen 4 kap. 5-5 d §§: commissioned education, specialist training, and the family. Förordning 2020:425;
// 5 a § p5, 5 e and 5 f §§ by Ds 2024:31 from 2026-03-01. The exclusions of UtlL 5 b kap. 10 § and 9 § p6 do not apply.
import { type Clause, type Ground, verdict } from "../clause";
import { BASE } from "../editions";
import { STUDENT_FUNDS } from "../funds";
import { lacks } from "../logic";
import type { ValidityClause } from "../permit";
import {
  COMMISSIONED_SPONSORS,
  familyRelationship,
  noThreatOfFamily,
  sponsorPermit,
  supportArranged,
} from "./family";
import { extension } from "./from-inside";
import { atLeast } from "./utll-5b-01";
import {
  funds,
  guardianConsent,
  healthInsurance,
  noThreat,
  returnTravel,
  swedishAddress,
} from "./utll-5b-09";
import { authenticDocuments, genuinePurpose } from "./utll-5b-11-12";
import { studyProgress } from "./utll-5b-17-18";
import { generalGrounds } from "./utll-05-18";

/** 5 § st1: full time. */
const placeOnEducation: Clause = {
  id: "place-on-education",
  cites: ["UtlF 4:5 st1"],
  from: BASE,
  effect: "refuse",
  asks: ["admission"],
  cases: ["met", "not-met"],
  test: ({ facts: { admission } }) =>
    verdict(admission === undefined ? lacks("admission") : admission === "full-time"),
};

/** 5 a and 5 b §§ repeat UtlL 5 b kap. 9, 11 and 12 §§ word for word. */
export const commissionedEducation: readonly Clause[] = [
  placeOnEducation,
  ...studyProgress("refuse", "UtlF 4:5 st2", "UtlF 4:5e"),
  { ...funds(STUDENT_FUNDS), cites: ["UtlF 4:5a p1"] },
  { ...returnTravel, cites: ["UtlF 4:5a p1"] },
  { ...healthInsurance, cites: ["UtlF 4:5a p2"] },
  { ...noThreat, cites: ["UtlF 4:5a p3"] },
  { ...guardianConsent, cites: ["UtlF 4:5a p4"] },
  { ...swedishAddress, cites: ["UtlF 4:5a p5", "SFD art 7.2"] },
  { ...authenticDocuments, cites: ["UtlF 4:5b st1"] },
  { ...genuinePurpose, cites: ["UtlF 4:5b st2"] },
];

/** 5 § st2. */
export const validityOfCommissioned: readonly ValidityClause[] = [
  {
    kind: "at-least",
    cites: ["UtlF 4:5 st2"],
    from: BASE,
    asks: ["stayFrom", "stayUntil"],
    of: (c) => atLeast(12, c.stay.months),
  },
];

/** 5 c §. */
export const familyOfCommissioned: readonly Clause[] = [
  sponsorPermit(["UtlF 4:5c st1"], COMMISSIONED_SPONSORS),
  supportArranged(["UtlF 4:5c st1 p1"]),
  noThreatOfFamily(["UtlF 4:5c st1 p2"], "refuse"),
  familyRelationship(["UtlF 4:5c st3"]),
];

/** 5 d §; the general grounds of UtlL 5 kap. 18 § apply beside it. */
export const groundsForCommissioned: readonly Ground[] = [
  extension("UtlF 4:5d", { from: BASE }),
  ...generalGrounds,
];
