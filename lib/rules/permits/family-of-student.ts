import { BASE } from "../editions";
import { alternativesForFamily } from "../law/alternatives";
import { documentsOfStudentsFamily } from "../law/documents";
import { sameAsSponsor } from "../law/family";
import { notesOnStudentsFamily } from "../law/notes";
import { workUnderGeneralRules } from "../law/rights";
import { passportCoversStay } from "../law/utlf-04-23";
import { familyOfStudent, groundsForFamilyOfStudent } from "../law/utlf-04a-06";
import { thirdCountryNational } from "../law/utll-02-08b";
import { GENERAL_BEFORE_ENTRY } from "../law/utll-05-18";
import { requestsForFamily } from "../law/utll-07-07";
import type { Permit } from "../permit";

/** Uppehållstillstånd för familjemedlem till student. */
export const familyOfStudentPermit: Permit = {
  id: "family-of-student",
  cites: ["UtlF 4a:6"],
  from: BASE,
  group: "family",
  discretionary: true,
  decisionWithin: null,
  conditions: [thirdCountryNational, ...familyOfStudent, passportCoversStay],
  fromInside: { bar: GENERAL_BEFORE_ENTRY, grounds: groundsForFamilyOfStudent },
  validity: sameAsSponsor("UtlF 4a:6 st2"),
  documents: documentsOfStudentsFamily,
  duties: [],
  rights: workUnderGeneralRules,
  alternatives: alternativesForFamily("family-of-student"),
  requests: requestsForFamily,
  notes: notesOnStudentsFamily,
};
