import { BASE } from "../editions";
import { STUDENT_FUNDS } from "../funds";
import { documentsOfCommissioned } from "../law/documents";
import { dutiesOfCommissioned } from "../law/duties";
import { workUnderGeneralRules } from "../law/rights";
import { commissionedEducation, groundsForCommissioned, validityOfCommissioned } from "../law/utlf-04-05";
import { passportCoversStay } from "../law/utlf-04-23";
import { thirdCountryNational } from "../law/utll-02-08b";
import { GENERAL_BEFORE_ENTRY } from "../law/utll-05-18";
import type { Permit } from "../permit";

/** Uppehållstillstånd för studier på uppdragsutbildning eller specialiseringsutbildning. */
export const commissionedEducationPermit: Permit = {
  id: "commissioned-education",
  cites: ["UtlF 4:5"],
  from: BASE,
  group: "studies",
  discretionary: false,
  decisionWithin: null,
  funds: STUDENT_FUNDS,
  conditions: [thirdCountryNational, ...commissionedEducation, passportCoversStay],
  fromInside: { bar: GENERAL_BEFORE_ENTRY, grounds: groundsForCommissioned },
  validity: validityOfCommissioned,
  documents: documentsOfCommissioned,
  duties: dutiesOfCommissioned,
  rights: workUnderGeneralRules,
  alternatives: [],
  requests: [],
  notes: [],
};
