// Utlänningslagen 5 b kap. 11 and 12 §§: false documents; grounds on which a permit may be refused. Lag 2019:1208. From
// before 2025. 12 § covers 1-6 §§, not the permits after completed research or studies.
// NOT MODELLED: 12 § st1 and st2 p1, p3, p4, the faults of the host: the applicant does not know them.
import { type Clause, onlyTheAuthority } from "../clause";
import { BASE } from "../editions";

/** 11 §. */
export const authenticDocuments: Clause = {
  id: "authentic-documents",
  cites: ["UtlL 5b:11"],
  from: BASE,
  effect: "refuse",
  asks: [],
  cases: ["authority"],
  test: onlyTheAuthority,
};

/** 12 § st2 p2. */
export const genuinePurpose: Clause = {
  id: "genuine-purpose",
  cites: ["UtlL 5b:12 st2 p2"],
  from: BASE,
  effect: "may-refuse",
  asks: [],
  cases: ["authority"],
  test: onlyTheAuthority,
};

/** 17 § st2 p4: on extension it is no longer optional. */
const genuinePurposeOnExtension: Clause = {
  ...genuinePurpose,
  asks: ["kind"],
  cites: ["UtlL 5b:17 st2 p4"],
  effect: "refuse",
  applies: (c) => c.isExtension,
};

export const genuinePurposes: readonly Clause[] = [
  { ...genuinePurpose, asks: ["kind"], applies: (c) => !c.isExtension },
  genuinePurposeOnExtension,
];
