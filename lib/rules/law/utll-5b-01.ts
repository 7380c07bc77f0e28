// Utlänningslagen 5 b kap. 1 §: research. Lag 2019:1208. From before 2025; with GFL 4-7 on the agreement and the host.
// NOT MODELLED: the content of the agreement (GFL 7); the host that signs it answers for that.
import type { Case } from "../case";
import { type Clause, verdict } from "../clause";
import { BASE } from "../editions";
import { isTrue } from "../logic";
import type { ValidityClause } from "../permit";

/** st1, GFL 6. */
const hostingAgreement: Clause = {
  id: "hosting-agreement",
  cites: ["UtlL 5b:1 st1", "GFL 6"],
  from: BASE,
  effect: "refuse",
  asks: ["hostingAgreement"],
  cases: ["met", "not-met"],
  test: ({ facts }) => verdict(isTrue(facts.hostingAgreement, "hostingAgreement")),
};

/** GFL 4 and 5: an agreement binds only where the host has been approved. */
export const approvedPrincipal: Clause = {
  id: "approved-principal",
  cites: ["GFL 4", "GFL 5"],
  from: BASE,
  effect: "refuse",
  asks: ["approvedPrincipal"],
  cases: ["met", "not-met"],
  test: ({ facts }) => verdict(isTrue(facts.approvedPrincipal, "approvedPrincipal")),
};

export const underHostingAgreement: readonly Clause[] = [hostingAgreement, approvedPrincipal];

/** The smaller of the least time and the months of the stay. */
export const atLeast = (least: number, months: number | undefined) =>
  ({ kind: "at-least", months: months === undefined ? undefined : Math.min(least, months) }) as const;

const UNDER_PROGRAMME: ReadonlySet<string> = new Set(["union", "multilateral"]);

export const isUnderProgramme = ({ facts }: Case) => UNDER_PROGRAMME.has(facts.mobilityProgramme ?? "none");

/** st2 and st3. */
export const validityOfResearch: readonly ValidityClause[] = [
  {
    kind: "at-least",
    cites: ["UtlL 5b:1 st2", "UtlL 5b:1 st3"],
    from: BASE,
    asks: ["stayFrom", "stayUntil", "mobilityProgramme"],
    of: (c) => atLeast(isUnderProgramme(c) ? 24 : 12, c.stay.months),
  },
];
