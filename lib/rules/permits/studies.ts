import { BASE } from "../editions";
import { STUDENT_FUNDS } from "../funds";
import { documentsOfStudies } from "../law/documents";
import { dutiesOfStudies } from "../law/duties";
import { notesOnStudies } from "../law/notes";
import { workDuringStudies } from "../law/rights";
import { passportCoversStay } from "../law/utlf-04-23";
import { WITHIN_90_DAYS } from "../law/utlf-04a-01";
import { alternativesToStudies, higherEducation, validityOfStudies } from "../law/utll-5b-03";
import { generalConditions } from "../law/utll-5b-09";
import { exclusionsUnlessProtectionGivenUp } from "../law/utll-5b-10";
import { authenticDocuments, genuinePurposes } from "../law/utll-5b-11-12";
import { BEFORE_ENTRY, groundsForStudies } from "../law/utll-5b-15";
import { studyProgress, workWithinLimit } from "../law/utll-5b-17-18";
import { requestsForStudies } from "../law/utll-07-07";
import type { Permit } from "../permit";

/** Uppehållstillstånd för studier inom högre utbildning. */
export const studies: Permit = {
  id: "studies",
  cites: ["UtlL 5b:3"],
  from: BASE,
  group: "studies",
  discretionary: false,
  decisionWithin: WITHIN_90_DAYS,
  funds: STUDENT_FUNDS,
  conditions: [
    ...higherEducation,
    ...generalConditions(STUDENT_FUNDS),
    ...exclusionsUnlessProtectionGivenUp,
    authenticDocuments,
    ...genuinePurposes,
    ...studyProgress("may-refuse", "UtlL 5b:18 st2", "UtlF 4a:1a"),
    workWithinLimit,
    passportCoversStay,
  ],
  fromInside: { bar: BEFORE_ENTRY, grounds: groundsForStudies },
  validity: validityOfStudies,
  documents: documentsOfStudies,
  duties: dutiesOfStudies,
  rights: workDuringStudies,
  alternatives: alternativesToStudies,
  requests: requestsForStudies,
  notes: notesOnStudies,
};
