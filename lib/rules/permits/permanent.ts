import { BASE } from "../editions";
import { documentsOfPermanent } from "../law/documents";
import { workOnPermanent } from "../law/rights";
import { thirdCountryNational } from "../law/utll-02-08b";
import { fourYearsOfSeven, qualifyingResidence, twoYearsOfBusiness } from "../law/utll-05-05";
import { permanentRequirements } from "../law/utll-05-07";
import { GENERAL_BEFORE_ENTRY, groundsForPermanent } from "../law/utll-05-18";
import { notesOnPermanent, requestsForPermanent } from "../law/utll-07-07";
import type { Permit } from "../permit";

/** Permanent uppehållstillstånd efter forskning m.m. */
export const permanent: Permit = {
  id: "permanent",
  cites: ["UtlL 5:5"],
  from: BASE,
  group: "permanent",
  discretionary: true,
  decisionWithin: null,
  conditions: [thirdCountryNational, ...qualifyingResidence, ...permanentRequirements],
  fromInside: {
    bar: GENERAL_BEFORE_ENTRY,
    grounds: groundsForPermanent(fourYearsOfSeven, twoYearsOfBusiness),
  },
  validity: [
    {
      kind: "permanent",
      cites: ["UtlL 2:4", "UtlL 5:5"],
      from: BASE,
      asks: [],
      of: () => ({ kind: "permanent" }),
    },
  ],
  documents: documentsOfPermanent,
  duties: [],
  rights: workOnPermanent,
  alternatives: [],
  requests: requestsForPermanent,
  notes: notesOnPermanent,
};
