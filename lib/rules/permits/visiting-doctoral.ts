import { BASE } from "../editions";
import { documentsOfVisit } from "../law/documents";
import { notesOnVisit } from "../law/notes";
import { workOfFamily } from "../law/rights";
import { passportCoversStay } from "../law/utlf-04-23";
import { thirdCountryNational } from "../law/utll-02-08b";
import { alternativesToVisit, visitAsGuestDoctoral } from "../law/utll-05-10";
import { GENERAL_BEFORE_ENTRY, groundsForVisits } from "../law/utll-05-18";
import type { Permit } from "../permit";

/** Uppehållstillstånd för besök som gästdoktorand. */
export const visitingDoctoral: Permit = {
  id: "visiting-doctoral",
  cites: ["UtlL 5:10"],
  from: BASE,
  group: "visit",
  discretionary: true,
  decisionWithin: null,
  conditions: [thirdCountryNational, ...visitAsGuestDoctoral, passportCoversStay],
  fromInside: { bar: GENERAL_BEFORE_ENTRY, grounds: groundsForVisits },
  validity: [],
  documents: documentsOfVisit,
  duties: [],
  rights: workOfFamily,
  alternatives: alternativesToVisit,
  requests: [],
  notes: notesOnVisit,
};
