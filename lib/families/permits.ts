import { swedishDay } from "@/lib/i18n/swedish-time";
import { editionsInForce } from "@/lib/law";
import { assess, type Facts, PERMIT_IDS, PERMITS, type PermitId } from "@/lib/rules";

const options = () => ({ editions: editionsInForce() });

export const isFamilyPermit = (permit: string): boolean =>
  PERMIT_IDS.some((id) => id === permit && PERMITS[id].group === "family");

const FAMILY_PERMITS = PERMIT_IDS.filter(isFamilyPermit);

function stateOf(condition: "sponsor-permit" | "family-relationship", facts: Facts) {
  return assess(facts, options()).conditions.find(({ id }) => id === condition);
}

/**
 * The permits that a family member of this applicant can apply for, as the rules have it on the day; of a family member, the
 * same as theirs, since it is of the same sponsor. None where the law gives the family nothing.
 */
export function familyPermitsFor(permit: string): PermitId[] {
  if (isFamilyPermit(permit)) return FAMILY_PERMITS.filter((id) => id === permit);
  const sponsor = { sponsorPermit: permit as PermitId, sponsorPermitState: "applied" } as const;
  return FAMILY_PERMITS.filter((id) => {
    const answer = stateOf("sponsor-permit", { ...sponsor, permit: id, decisionDate: swedishDay() });
    return answer !== undefined && answer.state !== "not-met";
  });
}

/** Whether the rules still take a person born on this ISO day for a child of the family. */
export function isOfAgeToBeChild(permit: PermitId, birthDate: string): boolean {
  const facts = { permit, birthDate, relationship: "child", decisionDate: swedishDay() } as const;
  return stateOf("family-relationship", facts)?.state === "met";
}
