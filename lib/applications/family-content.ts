import type { Transaction } from "@/lib/db/client";
import type { ApplicationState } from "@/lib/db/generated/client";

type Standing = "submitted-together" | "submitted" | "not-submitted" | "withdrawn";

/** What an application tells of the family that it is in: neither names nor anything of what the others wrote. */
export type FamilyContent = {
  reference: string;
  role: string;
  /** To the main applicant; null for the main applicant. */
  relationship: string | null;
  /** The others. */
  members: { reference: string; role: string; relationship: string | null; state: Standing }[];
};

/** What comes of an application after it was submitted is nobody else's to tell. */
export function standingOf(state: ApplicationState): "not-submitted" | "submitted" | "withdrawn" {
  if (state === "draft") return "not-submitted";
  return state === "withdrawn" ? "withdrawn" : "submitted";
}

/**
 * The family as the authority is told of it, so that applications lodged together are known to belong together
 * (SFD art. 26.4); null without one. `together` are the applications that arrive at the same moment.
 */
export async function familyContent(
  client: Transaction,
  applicationId: string,
  together: readonly string[],
): Promise<FamilyContent | null> {
  const own = await client.familyMember.findUnique({
    where: { applicationId },
    include: { family: { include: { members: { include: { application: true }, orderBy: { id: "asc" } } } } },
  });
  if (!own) return null;
  const { family, role, relationship } = own;
  const members = family.members.flatMap((member) => {
    const { application } = member;
    if (!application || application.id === applicationId) return [];
    const state = together.includes(application.id) ? "submitted-together" : standingOf(application.state);
    const { reference } = application;
    return [{ reference, role: member.role, relationship: member.relationship, state } as const];
  });
  return { reference: family.reference, role, relationship, members };
}
