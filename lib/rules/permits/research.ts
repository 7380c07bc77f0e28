import { BASE } from "../editions";
import { RESEARCH_FUNDS } from "../funds";
import { alternativesToResearch } from "../law/alternatives";
import { documentsOfResearch } from "../law/documents";
import { dutiesOfResearch } from "../law/duties";
import { maySignUnlessProtectionGivenUp } from "../law/gfl-03";
import { workDuringResearch } from "../law/rights";
import { passportCoversStay } from "../law/utlf-04-23";
import { WITHIN_60_DAYS } from "../law/utlf-04a-01";
import { underHostingAgreement, validityOfResearch } from "../law/utll-5b-01";
import { generalConditions } from "../law/utll-5b-09";
import { exclusionsUnlessProtectionGivenUp } from "../law/utll-5b-10";
import { authenticDocuments, genuinePurposes } from "../law/utll-5b-11-12";
import { BEFORE_ENTRY, groundsForResearch } from "../law/utll-5b-15";
import { requestsForResearch } from "../law/utll-07-07";
import type { Permit } from "../permit";

/** Uppehållstillstånd för forskning. */
export const research: Permit = {
  id: "research",
  cites: ["UtlL 5b:1"],
  from: BASE,
  group: "research",
  discretionary: false,
  decisionWithin: WITHIN_60_DAYS,
  funds: RESEARCH_FUNDS,
  conditions: [
    ...underHostingAgreement,
    ...maySignUnlessProtectionGivenUp,
    ...generalConditions(RESEARCH_FUNDS),
    ...exclusionsUnlessProtectionGivenUp,
    authenticDocuments,
    ...genuinePurposes,
    passportCoversStay,
  ],
  fromInside: { bar: BEFORE_ENTRY, grounds: groundsForResearch },
  validity: validityOfResearch,
  documents: documentsOfResearch,
  duties: dutiesOfResearch,
  rights: workDuringResearch,
  alternatives: alternativesToResearch,
  requests: requestsForResearch,
  notes: [],
};
