import { parseEmail } from "@/lib/accounts/email-address";
import { requireHeldApplication } from "@/lib/applications/access";
import { lockFamilyOf } from "@/lib/applications/leave-group";
import { db, type Transaction } from "@/lib/db/client";
import type { FamilyMember } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { newInvitation } from "@/lib/invitations/invitations";
import { sendingWithinLimits } from "@/lib/invitations/sending-limits";
import { enqueue } from "@/lib/jobs/queue";
import { asDate, givenAdultRelationship, givenBirthDate, givenName } from "./given";
import { lockMain, recordEvent, requireRoomFor, transact } from "./group";

export type NewAdult = {
  name: string;
  email: string;
  /** To the main applicant: a relationship of the rules, no child. */
  relationship: string;
  /** ISO date. Asked of whoever opens the link, so that a letter gone astray opens nothing. */
  birthDate: string;
};

type Place = { userId: string; applicationId: string };

function givenEmail(typed: unknown): string {
  const email = parseEmail(typed);
  if (!email) throw new AppError("not-an-email");
  return email;
}

/** Not oneself, and nobody who was invited or has joined. */
async function requireStranger(client: Transaction, { familyId, id }: FamilyMember, email: string) {
  const places = await client.familyMember.findMany({
    where: { familyId, state: { in: ["invited", "joined"] } },
    include: { application: { include: { user: true } }, invitations: { orderBy: { createdAt: "desc" } } },
  });
  const own = places.find((place) => place.id === id);
  if (own?.application?.user.email === email) throw new AppError("invite-yourself");
  for (const { name, state, application, invitations } of places) {
    if (state === "invited" && invitations[0]?.email === email)
      throw new AppError("already-invited", { name });
    const isThere =
      application?.user.email === email || invitations.some((one) => one.usedAt && one.email === email);
    if (state === "joined" && isThere) throw new AppError("already-member", { name });
  }
}

/** Who declined or left can be asked again, and then stands in the list once. */
async function forgetBefore(client: Transaction, familyId: string, email: string): Promise<void> {
  await client.familyMember.deleteMany({
    where: { familyId, state: { in: ["declined", "left"] }, invitations: { some: { email } } },
  });
}

async function send(client: Transaction, place: Place, member: FamilyMember, email: string, kind: string) {
  const { id: invitationId } = await newInvitation(client, { memberId: member.id }, email);
  await enqueue(client, "send-family-invitation", { invitationId, isReminder: false });
  const data = { familyId: member.familyId, memberId: member.id, invitationId };
  await recordEvent(client, { ...place, kind, data });
}

/**
 * Invites an adult to the family of this main application by a letter with a link; the family is founded with it where there
 * is none. Returns the id of the new member. Throws `AppError`: see README.md.
 */
export async function inviteAdult(userId: string, applicationId: string, adult: NewAdult): Promise<string> {
  const name = givenName(adult.name);
  const relationship = givenAdultRelationship(adult.relationship);
  const birthDate = asDate(givenBirthDate(adult.birthDate));
  const email = givenEmail(adult.email);
  const place = { userId, applicationId };
  await requireHeldApplication(userId, applicationId);
  return sendingWithinLimits(userId, email, () =>
    transact(async (client) => {
      const { own, members } = await lockMain(client, userId, applicationId);
      await requireStranger(client, own, email);
      await forgetBefore(client, own.familyId, email);
      requireRoomFor(members);
      const { familyId } = own;
      const member = await client.familyMember.create({
        data: { familyId, role: "adult", name, relationship, birthDate, state: "invited" },
      });
      await send(client, place, member, email, "family-member-invited");
      return member.id;
    }),
  );
}

/** An invited member of the family that this application is the main one of, with the family locked. */
async function lockInvited(client: Transaction, { userId, applicationId }: Place, memberId: string) {
  const { id } = await requireHeldApplication(userId, applicationId, client);
  const familyId = await lockFamilyOf(client, id);
  const own = await client.familyMember.findUnique({ where: { applicationId: id } });
  if (!own || own.familyId !== familyId || !isUuid(memberId)) throw new AppError("not-found");
  if (own.role !== "main") throw new AppError("only-main");
  const member = await client.familyMember.findFirst({
    where: { id: memberId, familyId, role: "adult" },
    include: { invitations: { orderBy: { createdAt: "desc" }, take: 1 } },
  });
  if (!member) throw new AppError("not-found");
  if (member.state !== "invited") throw new AppError("not-invited");
  return { own, member, email: member.invitations[0]?.email };
}

type Correction = Partial<NewAdult>;

function fieldsOf({ name, relationship, birthDate }: Correction) {
  return {
    ...(name !== undefined && { name: givenName(name) }),
    ...(relationship !== undefined && { relationship: givenAdultRelationship(relationship) }),
    ...(birthDate !== undefined && { birthDate: asDate(givenBirthDate(birthDate)) }),
  };
}

/**
 * Corrects what was mistyped and sends a new letter; the link sent before is dead, also where the address stays. Throws
 * `AppError`: see README.md.
 */
export async function correctInvitation(
  userId: string,
  applicationId: string,
  memberId: string,
  correction: Correction,
): Promise<void> {
  const place = { userId, applicationId };
  const fields = fieldsOf(correction);
  const given = correction.email === undefined ? undefined : givenEmail(correction.email);
  const before = await db().$transaction((client) => lockInvited(client, place, memberId));
  const email = given ?? before.email;
  if (!email) throw new AppError("not-an-email");
  await sendingWithinLimits(userId, email, () =>
    transact(async (client) => {
      const { own, member, email: known } = await lockInvited(client, place, memberId);
      if (email !== known) await requireStranger(client, own, email);
      const kind = given ? "family-invitation-corrected" : "family-invitation-sent-again";
      await client.familyMember.update({ where: { id: member.id }, data: fields });
      await send(client, place, member, email, kind);
    }),
  );
}

/** Sends the letter again, with a new link; the old one is dead. Throws `AppError`: see README.md. */
export const resendInvitation = (userId: string, applicationId: string, memberId: string): Promise<void> =>
  correctInvitation(userId, applicationId, memberId, {});

/** Takes an invitation back: the link is dead and the place is gone. Throws `AppError`: see README.md. */
export function revokeInvitation(userId: string, applicationId: string, memberId: string): Promise<void> {
  const place = { userId, applicationId };
  return transact(async (client) => {
    const { member } = await lockInvited(client, place, memberId);
    await client.familyMember.delete({ where: { id: member.id } });
    const data = { familyId: member.familyId, memberId };
    await recordEvent(client, { ...place, kind: "family-invitation-revoked", data });
  });
}
