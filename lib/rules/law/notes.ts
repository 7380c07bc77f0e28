// What the person should be told beside the conditions; nothing here decides the outcome.
import { BASE, BEFORE_DS, DS } from "../editions";
import type { HeldPermit } from "../facts";
import { not } from "../logic";
import type { Listed } from "../permit";
import type { NoteId } from "../vocabulary";
import { hasSponsorApplied, isSponsorUnder } from "./family";
import { isOver180Days } from "./utll-5b-02";

type Note = Listed<NoteId>;

/** UtlL 5b:13: up to 180 days in 360 with the other state's permit alone. */
export const notesOnMobility: readonly Note[] = [
  {
    id: "short-stay-needs-no-permit",
    cites: ["UtlL 5b:13 st1"],
    from: BASE,
    asks: ["stayFrom", "stayUntil"],
    when: (c) => not(isOver180Days(c)),
  },
];

/** UtlL 5:18 st2 p9: changing to a permit for work, which is not a permit of this service. */
export const notesOnStudies: readonly Note[] = [
  { id: "switch-to-work-after-one-term", cites: ["UtlL 5:18 st2 p9"], from: BASE, until: BEFORE_DS },
  { id: "switch-to-work-after-two-terms", cites: ["UtlL 5:18 st2 p9"], from: DS },
];

export const notesOnResearchersFamily: readonly Note[] = [
  {
    id: "lodge-together-with-sponsor",
    cites: ["SFD art 26.4"],
    from: BASE,
    asks: ["sponsorPermitState"],
    when: hasSponsorApplied,
  },
  { id: "may-be-revoked-with-the-tie", cites: ["UtlL 5b:24"], from: BASE },
];

/** Permits for studies: UtlL 5b:3 and UtlF 4:5 (Ds 6.5.1). */
const FOR_STUDIES: ReadonlySet<HeldPermit> = new Set<HeldPermit>(["studies", "commissioned-education"]);

const notesOnFamily = (cite: string): readonly Note[] => [
  { id: "may-be-revoked-with-the-tie", cites: [cite], from: DS },
  {
    id: "family-pays-tuition",
    cites: ["AvgF 2 st2 p4"],
    from: DS,
    asks: ["sponsorPermit"],
    when: (c) => isSponsorUnder(c, FOR_STUDIES),
  },
];

export const notesOnStudentsFamily = notesOnFamily("UtlF 4a:7a p1");
export const notesOnCommissionedFamily = notesOnFamily("UtlF 4:5f p1");

/** Ds 5.2: why the permit for research serves a guest doctoral student better. */
export const notesOnVisit: readonly Note[] = [
  { id: "cannot-change-from-inside", cites: ["UtlL 5:18 st1", "UtlL 5:19"], from: BASE },
  { id: "no-family-permit", cites: ["UtlF 4:4a st1"], from: BASE },
  { id: "does-not-count-towards-permanent", cites: ["UtlL 5:5 st1"], from: BASE },
];
