import { BASE } from "../editions";
import { STUDENT_FUNDS } from "../funds";
import { documentsAfterStudies } from "../law/documents";
import { dutiesAfterCompletion } from "../law/duties";
import { workAfterCompletion } from "../law/rights";
import { passportCoversStay } from "../law/utlf-04-23";
import { WITHIN_90_DAYS } from "../law/utlf-04a-01";
import { afterStudies, completedDoctoralEducation, termAfter, validityAfter } from "../law/utll-5b-07";
import { generalConditions } from "../law/utll-5b-09";
import { exclusions } from "../law/utll-5b-10";
import { authenticDocuments } from "../law/utll-5b-11-12";
import { BEFORE_ENTRY, mayAlwaysApplyFromInside } from "../law/utll-5b-15";
import type { Permit } from "../permit";

/** Uppehållstillstånd efter slutförda studier. */
export const jobSeekingAfterStudies: Permit = {
  id: "job-seeking-after-studies",
  cites: ["UtlL 5b:8"],
  from: BASE,
  group: "after",
  discretionary: false,
  decisionWithin: WITHIN_90_DAYS,
  funds: STUDENT_FUNDS,
  stay: termAfter(STUDENT_FUNDS, completedDoctoralEducation, ["completedLevel"]),
  conditions: [
    ...afterStudies,
    ...generalConditions(STUDENT_FUNDS),
    ...exclusions,
    authenticDocuments,
    passportCoversStay,
  ],
  fromInside: { bar: BEFORE_ENTRY, grounds: mayAlwaysApplyFromInside },
  validity: validityAfter(8, completedDoctoralEducation, ["completedLevel"]),
  documents: documentsAfterStudies,
  duties: dutiesAfterCompletion,
  rights: workAfterCompletion,
  alternatives: [],
  requests: [],
  notes: [],
};
