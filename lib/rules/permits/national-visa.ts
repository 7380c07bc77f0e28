import { BASE } from "../editions";
import { documentsOfVisa } from "../law/documents";
import { groundsForVisa, visaDuringExamination } from "../law/utlf-03-03a";
import { thirdCountryNational } from "../law/utll-02-08b";
import type { Permit } from "../permit";

/** Nationell visering under handläggningen. */
export const nationalVisa: Permit = {
  id: "national-visa",
  cites: ["UtlF 3:3a", "UtlL 3:4"],
  from: BASE,
  group: "visa",
  discretionary: true,
  decisionWithin: null,
  conditions: [thirdCountryNational, ...visaDuringExamination],
  fromInside: { bar: ["UtlF 3:4"], grounds: groundsForVisa, insideOnly: true },
  validity: [],
  documents: documentsOfVisa,
  duties: [],
  rights: [],
  alternatives: [],
  requests: [],
  notes: [],
};
