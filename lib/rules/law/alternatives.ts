// Permits to look at instead or as well. Nothing here decides the outcome.

import type { Case } from "../case";
import { BASE, BEFORE_DS, DS } from "../editions";
import type { PermitId } from "../facts";
import { all, isTrue, not } from "../logic";
import type { Listed } from "../permit";
import { COMMISSIONED_SPONSORS, isSponsorUnder, RESEARCH_SPONSORS, STUDY_SPONSORS } from "./family";
import { isGuestDoctoral } from "./utll-5b-03";

type Alternative = Listed<PermitId>;

const isDoctoralStudent = ({ facts }: Case) => isTrue(facts.doctoralStudent, "doctoralStudent");
const hasNoAgreement = ({ facts }: Case) => not(isTrue(facts.hostingAgreement, "hostingAgreement"));

/** Doctoral students: GFL 3 st1 p4 barred them until the proposal; since then those without an agreement (Ds 5.2). */
const alternativesOfDoctoralStudents: readonly Alternative[] = [
  {
    id: "studies",
    cites: ["GFL 3 st1 p4", "UtlL 5b:3 st1"],
    from: BASE,
    until: BEFORE_DS,
    asks: ["doctoralStudent"],
    when: isDoctoralStudent,
  },
  {
    id: "studies",
    cites: ["UtlL 5b:3 st1"],
    from: DS,
    asks: ["doctoralStudent", "hostingAgreement"],
    when: (c) => all(isDoctoralStudent(c), hasNoAgreement(c)),
  },
];

export const alternativesToResearch: readonly Alternative[] = [
  ...alternativesOfDoctoralStudents,
  {
    id: "visiting-doctoral",
    cites: ["UtlL 5:10", "GFL 3 st1 p4"],
    from: BASE,
    until: BEFORE_DS,
    asks: ["guestDoctoral"],
    when: isGuestDoctoral,
  },
  {
    id: "visiting-doctoral",
    cites: ["UtlL 5:10"],
    from: DS,
    asks: ["guestDoctoral", "hostingAgreement"],
    when: (c) => all(isGuestDoctoral(c), hasNoAgreement(c)),
  },
];

const FAMILY_PERMITS = [
  { id: "family-of-researcher", cites: ["UtlL 5b:19 st1"], sponsors: RESEARCH_SPONSORS },
  { id: "family-of-student", cites: ["UtlF 4a:6 st1"], sponsors: STUDY_SPONSORS },
  { id: "family-of-commissioned-student", cites: ["UtlF 4:5c st1"], sponsors: COMMISSIONED_SPONSORS },
] as const;

/** The family permit that goes with what the sponsor holds, where it is another. */
export const alternativesForFamily = (permit: PermitId): readonly Alternative[] =>
  FAMILY_PERMITS.filter(({ id }) => id !== permit).map(({ id, cites, sponsors }) => ({
    id,
    cites,
    from: BASE,
    asks: ["sponsorPermit"],
    when: (c) => isSponsorUnder(c, sponsors),
  }));
