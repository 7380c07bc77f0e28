import { BASE } from "../editions";
import { alternativesForFamily } from "../law/alternatives";
import { documentsOfCommissionedFamily } from "../law/documents";
import { sameAsSponsor } from "../law/family";
import { notesOnCommissionedFamily } from "../law/notes";
import { workUnderGeneralRules } from "../law/rights";
import { familyOfCommissioned, groundsForCommissioned } from "../law/utlf-04-05";
import { passportCoversStay } from "../law/utlf-04-23";
import { thirdCountryNational } from "../law/utll-02-08b";
import { GENERAL_BEFORE_ENTRY } from "../law/utll-05-18";
import type { Permit } from "../permit";

/** Uppehållstillstånd för familjemedlem till den i uppdragsutbildning. */
export const familyOfCommissionedStudent: Permit = {
  id: "family-of-commissioned-student",
  cites: ["UtlF 4:5c"],
  from: BASE,
  group: "family",
  discretionary: true,
  decisionWithin: null,
  conditions: [thirdCountryNational, ...familyOfCommissioned, passportCoversStay],
  fromInside: { bar: GENERAL_BEFORE_ENTRY, grounds: groundsForCommissioned },
  validity: sameAsSponsor("UtlF 4:5c st2"),
  documents: documentsOfCommissionedFamily,
  duties: [],
  rights: workUnderGeneralRules,
  alternatives: alternativesForFamily("family-of-commissioned-student"),
  requests: [],
  notes: notesOnCommissionedFamily,
};
