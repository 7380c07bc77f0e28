// Utlänningslagen 5 b kap. 3 §: studies in higher education. Lag 2019:1208; fourth paragraph by Ds 2024:31 from 2026-03-01.
import { type Case, isDoctoralStudies } from "../case";
import { type Clause, MET, NOT_MET, notMet, unknown, type Verdict, verdict } from "../clause";
import { BASE, DS } from "../editions";
import type { Facts, PermitId } from "../facts";
import { all, isTrue, lacks, not } from "../logic";
import type { Listed, ValidityClause } from "../permit";
import { atLeast, isUnderProgramme } from "./utll-5b-01";

const GUEST_DOCTORAL = notMet("guest-doctoral");
const PART_TIME = notMet("part-time");

/** A guest doctoral student is admitted abroad, not here (Ds 3.4.3). */
function admissionVerdict({ admission, guestDoctoral }: Facts): Verdict {
  if (guestDoctoral === true) return GUEST_DOCTORAL;
  if (admission === "part-time") return PART_TIME;
  if (admission === "none") return NOT_MET;
  const missing = [
    ...(admission === undefined ? lacks("admission") : []),
    ...(guestDoctoral === undefined ? lacks("guestDoctoral") : []),
  ];
  return missing.length > 0 ? unknown(missing) : MET;
}

/** st1: admitted to full-time education; vocational and folk high school at post-secondary level count (Ds 3.4.3). */
const admission: Clause = {
  id: "admission",
  cites: ["UtlL 5b:3 st1"],
  from: BASE,
  effect: "refuse",
  asks: ["admission", "guestDoctoral"],
  cases: ["met", "not-met", "not-met part-time", "not-met guest-doctoral"],
  test: ({ facts }) => admissionVerdict(facts),
};

/** st1: the fees that are charged have been paid. */
const feesPaid: Clause = {
  id: "fees-paid",
  cites: ["UtlL 5b:3 st1"],
  from: BASE,
  effect: "refuse",
  asks: ["fees"],
  cases: ["met", "not-met"],
  test: ({ facts: { fees } }) => verdict(fees === undefined ? lacks("fees") : fees !== "unpaid"),
};

const isResearchUnderAgreement = (c: Case) =>
  all(isDoctoralStudies(c), isTrue(c.facts.hostingAgreement, "hostingAgreement"));

/** st4, from the proposal: doctoral studies under a hosting agreement are research (1 §). */
const notResearchUnderAgreement: Clause = {
  id: "not-research-under-hosting-agreement",
  cites: ["UtlL 5b:3 st4"],
  from: DS,
  effect: "refuse",
  asks: ["studyLevel", "hostingAgreement"],
  cases: ["met", "not-met"],
  test: (c) => verdict(not(isResearchUnderAgreement(c))),
};

export const higherEducation: readonly Clause[] = [admission, feesPaid, notResearchUnderAgreement];

/** st2 and st3: two years also under an agreement between institutions. */
export const validityOfStudies: readonly ValidityClause[] = [
  {
    kind: "at-least",
    cites: ["UtlL 5b:3 st2", "UtlL 5b:3 st3"],
    from: BASE,
    asks: ["stayFrom", "stayUntil", "mobilityProgramme"],
    of: (c) =>
      atLeast(
        isUnderProgramme(c) || c.facts.mobilityProgramme === "institution-agreement" ? 24 : 12,
        c.stay.months,
      ),
  },
];

export const isGuestDoctoral = ({ facts }: Case) => isTrue(facts.guestDoctoral, "guestDoctoral");

/** Where the person belongs instead. Guest doctoral students could not have `research` before the proposal (GFL 3 p4). */
export const alternativesToStudies: readonly Listed<PermitId>[] = [
  {
    id: "research",
    cites: ["UtlL 5b:3 st4"],
    from: DS,
    asks: ["studyLevel", "hostingAgreement", "guestDoctoral"],
    when: (c) => isResearchUnderAgreement(c) === true || isGuestDoctoral(c),
  },
  {
    id: "visiting-doctoral",
    cites: ["UtlL 5:10"],
    from: BASE,
    asks: ["guestDoctoral"],
    when: isGuestDoctoral,
  },
];
