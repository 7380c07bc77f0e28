// Utlänningslagen 2 kap. 5 and 8 b §§ with 1 kap. 3 b §: who needs a residence permit at all. Lag 2014:198. From before 2025.
// NOT MODELLED: uppehållsrätt of family members (2 kap. 8 b § 2); see `not-family-of-eea-citizen`.
import { type Clause, notMet, verdict } from "../clause";
import { EEA_COUNTRIES } from "../countries";
import { BASE } from "../editions";
import { lacks } from "../logic";

const EEA_CITIZEN = notMet("eea-citizen");

/** 8 b § 1 and 2: Nordic citizens and those with right of residence. */
export const thirdCountryNational: Clause = {
  id: "third-country-national",
  cites: ["UtlL 2:5", "UtlL 2:8b"],
  from: BASE,
  effect: "refuse",
  asks: ["citizenship"],
  cases: ["met", "not-met eea-citizen"],
  test: ({ facts: { citizenship } }) =>
    verdict(citizenship === undefined ? lacks("citizenship") : !EEA_COUNTRIES.has(citizenship), EEA_CITIZEN),
};
