import { BASE } from "../editions";
import { alternativesForFamily } from "../law/alternatives";
import { documentsOfResearchersFamily } from "../law/documents";
import { sameAsSponsor } from "../law/family";
import { notesOnResearchersFamily } from "../law/notes";
import { workOfFamily } from "../law/rights";
import { passportCoversStay } from "../law/utlf-04-23";
import { WITHIN_90_DAYS } from "../law/utlf-04a-01";
import { FAMILY_BEFORE_ENTRY, familyOfResearcher, groundsForFamilyOfResearcher } from "../law/utll-5b-19";
import { thirdCountryNational } from "../law/utll-02-08b";
import { requestsForFamily } from "../law/utll-07-07";
import type { Permit } from "../permit";

/** Uppehållstillstånd för familjemedlem till forskare. */
export const familyOfResearcherPermit: Permit = {
  id: "family-of-researcher",
  cites: ["UtlL 5b:19"],
  from: BASE,
  group: "family",
  discretionary: false,
  decisionWithin: WITHIN_90_DAYS,
  conditions: [thirdCountryNational, ...familyOfResearcher, passportCoversStay],
  fromInside: { bar: FAMILY_BEFORE_ENTRY, grounds: groundsForFamilyOfResearcher },
  validity: sameAsSponsor("UtlL 5b:19 st1"),
  documents: documentsOfResearchersFamily,
  duties: [],
  rights: workOfFamily,
  alternatives: alternativesForFamily("family-of-researcher"),
  requests: requestsForFamily,
  notes: notesOnResearchersFamily,
};
