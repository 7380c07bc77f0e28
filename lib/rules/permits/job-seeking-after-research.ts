import { BASE } from "../editions";
import { RESEARCH_FUNDS } from "../funds";
import { documentsAfterResearch } from "../law/documents";
import { dutiesAfterCompletion } from "../law/duties";
import { workAfterCompletion } from "../law/rights";
import { passportCoversStay } from "../law/utlf-04-23";
import { WITHIN_90_DAYS } from "../law/utlf-04a-01";
import { afterResearch, everyResearcher, termAfter, validityAfter } from "../law/utll-5b-07";
import { generalConditions } from "../law/utll-5b-09";
import { exclusions } from "../law/utll-5b-10";
import { authenticDocuments } from "../law/utll-5b-11-12";
import { BEFORE_ENTRY, mayAlwaysApplyFromInside } from "../law/utll-5b-15";
import type { Permit } from "../permit";

/** Uppehållstillstånd efter slutförd forskning. */
export const jobSeekingAfterResearch: Permit = {
  id: "job-seeking-after-research",
  cites: ["UtlL 5b:7"],
  from: BASE,
  group: "after",
  discretionary: false,
  decisionWithin: WITHIN_90_DAYS,
  funds: RESEARCH_FUNDS,
  stay: termAfter(RESEARCH_FUNDS, everyResearcher, []),
  conditions: [
    ...afterResearch,
    ...generalConditions(RESEARCH_FUNDS),
    ...exclusions,
    authenticDocuments,
    passportCoversStay,
  ],
  fromInside: { bar: BEFORE_ENTRY, grounds: mayAlwaysApplyFromInside },
  validity: validityAfter(7, everyResearcher, []),
  documents: documentsAfterResearch,
  duties: dutiesAfterCompletion,
  rights: workAfterCompletion,
  alternatives: [],
  requests: [],
  notes: [],
};
