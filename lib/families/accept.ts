import { requireHeldApplication } from "@/lib/applications/access";
import { startDraft } from "@/lib/applications/applications";
import { leaveGroup } from "@/lib/applications/leave-group";
import { db, type Transaction } from "@/lib/db/client";
import type { Application } from "@/lib/db/generated/client";
import { lockAccount, lockApplications, lockFamilies } from "@/lib/db/locks";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { findInvitation, spendInvitation } from "@/lib/invitations/invitations";
import type { PermitId } from "@/lib/rules";
import { membersOf, moved, recordEvent, requireRoomFor, transact } from "./group";
import { type Invited, lockInvited, proveInvitee } from "./join";
import { familyPermitsFor } from "./permits";
import { sponsorAnswers } from "./sponsor-answers";

/** With which application somebody joins. */
export type JoinChoice =
  | { as: "new-family-application"; kind?: "first" | "extension" }
  | { as: "existing"; applicationId: string }
  | { as: "new-own"; permit: PermitId; kind?: "first" | "extension" };

export type Joining = {
  locale: Locale;
  /** Said yes to `invited-each-other`: the own family, which nobody else has joined, is given up. */
  dissolveOwn?: boolean;
};

type Acceptance = Joining & { userId: string; choice: JoinChoice };
type OwnFamily = { id: string; reference: string; mainApplicationId: string; isMutual: boolean };

/** Families that the invitee is the main applicant of, and whether the inviter is invited there. */
async function ownFamilies(client: Transaction, userId: string, inviterId: string): Promise<OwnFamily[]> {
  const inviter = await client.user.findUnique({ where: { id: inviterId } });
  const rows = await client.familyMember.findMany({
    where: { role: "main", state: "joined", application: { userId } },
    include: { family: { include: { members: { include: { invitations: true } } } } },
  });
  return rows.flatMap(({ family, applicationId }) => {
    const invitations = family.members.flatMap(({ state, invitations }) =>
      state === "invited" ? invitations : [],
    );
    const isMutual = invitations.some(({ email }) => email === inviter?.email);
    return applicationId
      ? [{ id: family.id, reference: family.reference, mainApplicationId: applicationId, isMutual }]
      : [];
  });
}

async function dissolve(client: Transaction, own: OwnFamily, inviterId: string): Promise<void> {
  const members = await membersOf(client, own.id);
  const others = members.filter(
    ({ state, applicationId }) => state === "joined" && applicationId !== own.mainApplicationId,
  );
  if (others.length === 0) {
    await leaveGroup(client, own.mainApplicationId, own.id);
    return;
  }
  const { email } = await client.user.findUniqueOrThrow({ where: { id: inviterId } });
  await client.familyMember.deleteMany({
    where: { familyId: own.id, state: "invited", invitations: { some: { email } } },
  });
}

/** Two main applicants who invited each other: one of the families has to go, and its main applicant is asked first. */
async function settleMutual(
  client: Transaction,
  families: readonly OwnFamily[],
  { main }: Invited,
  dissolveOwn: boolean | undefined,
) {
  for (const own of families.filter(({ isMutual }) => isMutual)) {
    const { reference } = own;
    if (!dissolveOwn) throw new AppError("invited-each-other", { reference, name: main.name });
    await dissolve(client, own, main.application.userId);
  }
}

async function existing(client: Transaction, userId: string, applicationId: string): Promise<Application> {
  const own = await requireHeldApplication(userId, applicationId, client);
  // A child's is added by the main applicant, not joined with.
  const { isSelf } = await client.person.findUniqueOrThrow({ where: { id: own.personId } });
  if (!isSelf) throw new AppError("not-found");
  if (own.state === "withdrawn") throw new AppError("withdrawn");
  const place = await client.familyMember.findUnique({
    where: { applicationId: own.id },
    include: { family: true },
  });
  if (place) throw new AppError("in-another-family", { reference: place.family.reference });
  return own;
}

async function applicationFor(
  client: Transaction,
  invited: Invited,
  input: Acceptance,
): Promise<Application> {
  const { userId, choice, locale } = input;
  if (choice.as === "existing") return existing(client, userId, choice.applicationId);
  const { email } = await client.user.findUniqueOrThrow({ where: { id: userId } });
  const start = { userId, email, locale, kind: choice.kind ?? "first" } as const;
  if (choice.as === "new-own") return startDraft(client, { ...start, permit: choice.permit });
  const { main, member } = invited;
  const [permit] = familyPermitsFor(main.application.permit);
  if (!permit) throw new AppError("no-family-permit");
  const sponsor = { main: main.application, mainName: main.name, isSameAccount: false };
  const known = await sponsorAnswers(client, { ...sponsor, relationship: member.relationship });
  return startDraft(client, { ...start, permit, known });
}

async function join(client: Transaction, invited: Invited, application: Application): Promise<void> {
  const { member, invitation } = invited;
  if (!(await spendInvitation(client, invitation.id))) throw new AppError("invitation-used");
  await client.familyMember.update({
    where: { id: member.id },
    data: { state: "joined", applicationId: application.id, birthDate: null },
  });
  const { id: applicationId, userId } = application;
  const data = { familyId: member.familyId, memberId: member.id, invitationId: invitation.id };
  await recordEvent(client, { applicationId, userId, kind: "family-joined", data });
}

async function accept(client: Transaction, token: string, familyId: string, input: Acceptance) {
  const { userId, choice } = input;
  await lockAccount(client, userId);
  const before = await membersOf(client, familyId);
  const mainBefore = before.find(({ role, state }) => role === "main" && state === "joined");
  const inviterId = mainBefore?.application?.userId;
  if (!inviterId) throw new AppError("bad-token");
  const families = await ownFamilies(client, userId, inviterId);
  await lockFamilies(client, [familyId, ...families.map(({ id }) => id)]);
  const chosen =
    choice.as === "existing" ? await requireHeldApplication(userId, choice.applicationId, client) : null;
  await lockApplications(client, [
    ...families.map(({ mainApplicationId }) => mainApplicationId),
    ...(chosen ? [chosen.id] : []),
  ]);
  const invited = await lockInvited(client, userId, token);
  const now = await ownFamilies(client, userId, inviterId);
  if (JSON.stringify(now) !== JSON.stringify(families)) moved();
  const members = await membersOf(client, familyId);
  const already = members.find(({ application }) => application?.userId === userId);
  if (already) throw new AppError("already-member", { name: already.name });
  await settleMutual(client, now, invited, input.dissolveOwn);
  requireRoomFor(members.filter(({ id }) => id !== invited.member.id));
  const application = await applicationFor(client, invited, input);
  await join(client, invited, application);
  return application;
}

/** The application that this account joined with by this very link, so that a double click leads to the same. */
async function joinedBefore(userId: string, token: string): Promise<Application | null> {
  const found = await findInvitation(token);
  if (found?.state !== "used" || !found.memberId) return null;
  const member = await db().familyMember.findUnique({
    where: { id: found.memberId },
    include: { application: true },
  });
  return member?.application?.userId === userId ? member.application : null;
}

/**
 * Joins the family with a new application or one's own. Returns it; the same link of the same account again returns it again.
 * Throws `AppError`: see README.md.
 */
export async function acceptInvitation(
  userId: string,
  token: string,
  birthDate: string,
  choice: JoinChoice,
  joining: Joining,
): Promise<Application> {
  const before = await joinedBefore(userId, token);
  if (before) return before;
  await proveInvitee(userId, token, birthDate);
  const input = { ...joining, userId, choice };
  try {
    return await transact(async (client) => {
      const seen = await findInvitation(token, client);
      const place =
        seen?.memberId && (await client.familyMember.findUnique({ where: { id: seen.memberId } }));
      if (!place) throw new AppError("bad-token");
      return accept(client, token, place.familyId, input);
    });
  } catch (error) {
    const twin =
      error instanceof AppError && error.code === "invitation-used" && (await joinedBefore(userId, token));
    if (twin) return twin;
    throw error;
  }
}
