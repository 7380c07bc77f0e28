import { BASE } from "../editions";
import { RESEARCH_FUNDS } from "../funds";
import { alternativesToResearch } from "../law/alternatives";
import { documentsOfMobility } from "../law/documents";
import { dutiesOfResearch } from "../law/duties";
import { maySignHostingAgreement } from "../law/gfl-03";
import { notesOnMobility } from "../law/notes";
import { workDuringMobility } from "../law/rights";
import { passportCoversStay } from "../law/utlf-04-23";
import { WITHIN_60_DAYS } from "../law/utlf-04a-01";
import { researchUnderMobility, validityOfMobility } from "../law/utll-5b-02";
import { generalConditions } from "../law/utll-5b-09";
import { exclusions } from "../law/utll-5b-10";
import { authenticDocuments, genuinePurposes } from "../law/utll-5b-11-12";
import { BEFORE_ENTRY, mayAlwaysApplyFromInside } from "../law/utll-5b-15";
import type { Permit } from "../permit";

/** Uppehållstillstånd för forskning vid rörlighet för längre vistelse. */
export const researchMobility: Permit = {
  id: "research-mobility",
  cites: ["UtlL 5b:2"],
  from: BASE,
  group: "research",
  discretionary: false,
  decisionWithin: WITHIN_60_DAYS,
  funds: RESEARCH_FUNDS,
  conditions: [
    ...researchUnderMobility,
    ...maySignHostingAgreement,
    ...generalConditions(RESEARCH_FUNDS),
    ...exclusions,
    authenticDocuments,
    ...genuinePurposes,
    passportCoversStay,
  ],
  fromInside: { bar: BEFORE_ENTRY, grounds: mayAlwaysApplyFromInside },
  validity: validityOfMobility,
  documents: documentsOfMobility,
  duties: dutiesOfResearch,
  rights: workDuringMobility,
  alternatives: alternativesToResearch,
  requests: [],
  notes: notesOnMobility,
};
