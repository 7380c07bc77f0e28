// Utlänningslagen 5 kap. 10 §: visits, as guest doctoral student. Lag 2022:303. From before 2025. The permit may be granted; the
// paragraph itself asks for nothing more (Ds 3.4.3, 5.2).
// NOT MODELLED: 5 kap. 17 § st1, crime and misconduct, which the authority weighs.
import { type Clause, notMet, verdict } from "../clause";
import { BASE, DS } from "../editions";
import type { PermitId } from "../facts";
import { isTrue, not } from "../logic";
import type { Listed } from "../permit";
import { isGuestDoctoral } from "./utll-5b-03";

const BETTER_AS_RESEARCH = notMet("research-is-the-better-permit");

export const visitAsGuestDoctoral: readonly Clause[] = [
  {
    id: "guest-doctoral",
    cites: ["UtlL 5:10"],
    from: BASE,
    effect: "refuse",
    asks: ["guestDoctoral"],
    cases: ["met", "not-met"],
    test: (c) => verdict(isGuestDoctoral(c)),
  },
  // No bar in law. Since the proposal whoever has an agreement is better served under 5b:1 (GFL 3, Ds 5.2).
  {
    id: "no-hosting-agreement",
    cites: ["UtlL 5:10", "UtlL 5b:1 st1"],
    from: DS,
    effect: "may-refuse",
    asks: ["hostingAgreement"],
    cases: ["met", "not-met research-is-the-better-permit"],
    test: ({ facts }) => verdict(not(isTrue(facts.hostingAgreement, "hostingAgreement")), BETTER_AS_RESEARCH),
  },
];

export const alternativesToVisit: readonly Listed<PermitId>[] = [
  { id: "research", cites: ["UtlL 5b:1 st1", "GFL 3"], from: DS },
];
