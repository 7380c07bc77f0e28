import { db, type Transaction } from "@/lib/db/client";
import type { Application, Family, FamilyMember } from "@/lib/db/generated/client";
import { isoDay } from "@/lib/db/iso-day";
import { lockFamilies } from "@/lib/db/locks";
import { AppError } from "@/lib/errors";
import {
  type FoundInvitation,
  findInvitation,
  type InvitationState,
  lockInvitation,
  noteOpened,
  wrongAnswer,
} from "@/lib/invitations/invitations";
import type { PermitId } from "@/lib/rules";
import { recordEvent, transact } from "./group";
import { familyPermitsFor } from "./permits";

/** What somebody who was invited gets to know once their date of birth has matched. */
export type InvitationView = {
  inviterName: string;
  /** What they are to the inviter, as the inviter said. */
  relationship: string | null;
  /** What they can apply for as a member of the inviter's family; null where the law gives the family nothing. */
  familyPermit: PermitId | null;
  mainPermit: PermitId;
  /** Applications of their own that can join as they are: not withdrawn, and in no family. */
  applications: { id: string; reference: string; permit: PermitId; kind: string }[];
};

export type Main = FamilyMember & { application: Application };
export type Invited = {
  invitation: FoundInvitation;
  member: FamilyMember & { family: Family };
  main: Main;
};

/** The state of the invitation with this token, for a page that anybody can open; null where there is none. */
export async function invitationSeen(token: string): Promise<InvitationState | null> {
  const found = await findInvitation(token);
  if (!found?.memberId) return null;
  if (found.state === "open") await noteOpened(found.id);
  return found.state;
}

async function placeOf(client: Transaction, invitation: FoundInvitation): Promise<Invited | null> {
  if (!invitation.memberId) return null;
  const member = await client.familyMember.findUnique({
    where: { id: invitation.memberId },
    include: { family: { include: { members: { include: { application: true } } } } },
  });
  const main = member?.family.members.find(({ role, state }) => role === "main" && state === "joined");
  if (!member || !main?.application) return null;
  return { invitation, member, main: { ...main, application: main.application } };
}

/**
 * An invitation that can still be answered, locked, with the place and the one who invites. Throws `AppError`: `bad-token`,
 * `invitation-used`, `invitation-expired`, `invitation-revoked`, `invite-yourself`.
 */
export async function lockInvited(client: Transaction, userId: string, token: string): Promise<Invited> {
  const invitation = await lockInvitation(client, token);
  if (!invitation?.memberId) throw new AppError("bad-token");
  if (invitation.state !== "open") throw new AppError(`invitation-${invitation.state}`);
  const invited = await placeOf(client, invitation);
  if (!invited) throw new AppError("bad-token");
  if (invited.main.application.userId === userId) throw new AppError("invite-yourself");
  return invited;
}

/** Compares the date of birth; a wrong one counts, which must outlive the error: it is thrown once that is written. */
async function prove(userId: string, token: string, birthDate: string): Promise<Invited> {
  const { invited, left } = await db().$transaction(async (client) => {
    const found = await lockInvited(client, userId, token);
    const { birthDate: known } = found.member;
    const isRight = known !== null && isoDay(known) === birthDate;
    return { invited: found, left: isRight ? null : await wrongAnswer(client, found.invitation.id) };
  });
  if (left !== null) throw new AppError("wrong-birth-date", { left });
  return invited;
}

/**
 * Shows an invitation to who knows the date of birth that it was sent with (ISO). Five wrong ones close it. Throws
 * `AppError`: see README.md.
 */
export async function proveInvitee(
  userId: string,
  token: string,
  birthDate: string,
): Promise<InvitationView> {
  const { member, main } = await prove(userId, token, birthDate);
  const { permit, state } = main.application;
  if (state === "withdrawn") throw new AppError("inviter-withdrew", { name: main.name });
  const applications = await db().application.findMany({
    where: { userId, person: { isSelf: true }, state: { not: "withdrawn" }, membership: null },
    orderBy: { updatedAt: "desc" },
  });
  return {
    inviterName: main.name,
    relationship: member.relationship,
    familyPermit: familyPermitsFor(permit)[0] ?? null,
    mainPermit: permit as PermitId,
    applications: applications.map((one) => {
      const { id, reference, kind } = one;
      return { id, reference, permit: one.permit as PermitId, kind };
    }),
  };
}

/** Says no. The inviter sees that, and no more; they may ask again. Throws `AppError`: see README.md. */
export async function declineInvitation(userId: string, token: string, birthDate: string): Promise<void> {
  const { member } = await prove(userId, token, birthDate);
  await transact(async (client) => {
    await lockFamilies(client, [member.familyId]);
    const { invitation, main } = await lockInvited(client, userId, token);
    const { id, familyId } = member;
    const now = new Date();
    await client.invitation.update({ where: { id: invitation.id }, data: { usedAt: now } });
    await client.familyMember.update({ where: { id }, data: { state: "declined", birthDate: null } });
    const data = { familyId, memberId: id, invitationId: invitation.id };
    const { id: applicationId } = main.application;
    await recordEvent(client, { applicationId, userId, kind: "family-invitation-declined", data });
  });
}
