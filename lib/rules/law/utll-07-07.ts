// Utlänningslagen 7 kap. 7 g-7 i §§: revocation of the permit held at one's own request. 7 g §: lag 2024:1220; 7 h and 7 i §§ by
// Ds 2024:31 from 2026-03-01, also for permits granted before.
// NOT MODELLED: 7 i § "during the time of the permit"; revocation against the holder's will.
import { type Case, holds, holdsAnyPermit, isDoctoralStudies } from "../case";
import { BASE, BEFORE_DS, DS } from "../editions";
import type { FactId, HeldPermit } from "../facts";
import { allInTurn, type Holds, isOneOf, not } from "../logic";
import type { Listed } from "../permit";
import type { NoteId, RequestId } from "../vocabulary";

const HELD: readonly FactId[] = ["currentPermit", "currentPermitValidUntil"];
const WORK_OR_BUSINESS: ReadonlySet<HeldPermit> = new Set<HeldPermit>(["work", "self-employment"]);
const NO_TEMPORARY_PERMIT: ReadonlySet<HeldPermit> = new Set<HeldPermit>([
  "none",
  "permanent",
  "national-visa",
]);
const TEMPORARY: ReadonlySet<string> = new Set(["temporary"]);
const OTHER_BASIS: ReadonlySet<string> = new Set(["other"]);

/** 7 g §: a permit for work or business, for the permit that UtlL 5b:15 st2 p3 lets one apply for from inside. */
const ofWorkPermit = (isCovered: (c: Case) => Holds, asks: readonly FactId[]): Listed<RequestId> => ({
  id: "revocation-7-7g",
  cites: ["UtlL 7:7g", "UtlL 5b:15 st2 p3"],
  from: BASE,
  asks: [...HELD, ...asks],
  when: (c) => allInTurn(holds(c, WORK_OR_BUSINESS), isCovered(c)),
});

/** 7 h §: any temporary permit, for the permanent one. */
const ofTemporaryPermit: Listed<RequestId> = {
  id: "revocation-7-7h",
  cites: ["UtlL 7:7h"],
  from: DS,
  asks: HELD,
  when: (c) =>
    allInTurn(
      not(isOneOf<HeldPermit>(c.facts.currentPermit, NO_TEMPORARY_PERMIT, "currentPermit")),
      holdsAnyPermit(c),
    ),
};

/** 7 i §: temporary protection of the kind that may be given up. */
const ofProtection = (paragraph: string): Listed<RequestId> => ({
  id: "revocation-7-7i",
  cites: [`UtlL 7:7i ${paragraph}`, "UtlL 7:7i st3"],
  from: DS,
  asks: ["protection", "temporaryProtectionBasis"],
  when: ({ facts }) =>
    allInTurn(
      isOneOf<string>(facts.protection, TEMPORARY, "protection"),
      not(isOneOf<string>(facts.temporaryProtectionBasis, OTHER_BASIS, "temporaryProtectionBasis")),
    ),
});

export const requestsForResearch = [ofWorkPermit(() => true, []), ofProtection("st1")];
export const requestsForStudies = [ofWorkPermit(isDoctoralStudies, ["studyLevel"]), ofProtection("st1")];
export const requestsForFamily = [ofProtection("st2")];
export const requestsForPermanent = [ofTemporaryPermit];

/** Before 7 h § two permits could not overlap: only when the one held runs out (Ds 5.3.4). */
export const notesOnPermanent: readonly Listed<NoteId>[] = [
  { id: "apply-when-permit-runs-out", cites: ["UtlL 5:5 st1"], from: BASE, until: BEFORE_DS },
];
