import { requireOwnApplication } from "@/lib/applications/access";
import { loadAnswers } from "@/lib/applications/answers";
import { readApplication } from "@/lib/applications/applications";
import { standingOf } from "@/lib/applications/family-content";
import { db } from "@/lib/db/client";
import type {
  Application,
  Invitation,
  MemberRole,
  MemberState,
  Representation,
} from "@/lib/db/generated/client";
import { isoDay } from "@/lib/db/iso-day";
import { type InvitationState, stateOfInvitation } from "@/lib/invitations/invitations";
import { type GroupMember, membersOf } from "./group";
import { isFamilyPermit } from "./permits";
import { isReady } from "./ready";

export type Progress =
  | "invited"
  | "not-started"
  | "in-progress"
  | "ready"
  | "submitted"
  | "withdrawn"
  | "declined"
  | "left";

/** To the main applicant only, who sent it. */
export type SentInvitation = {
  email: string;
  /** ISO date, as the main applicant gave it. */
  birthDate: string | null;
  sentAt: Date;
  expiresAt: Date;
  state: InvitationState;
};

export type MemberView = {
  id: string;
  name: string;
  role: MemberRole;
  /** To the main applicant; null for the main applicant. */
  relationship: string | null;
  state: MemberState;
  progress: Progress;
  /** This account fills it in. */
  isMine: boolean;
  /** Given where `isMine`. */
  applicationId?: string;
  /** How many of its steps are done; given where `isMine` and it is a draft. */
  steps?: { done: number; all: number };
  invitation?: SentInvitation;
};

export type FamilyNotice =
  /** Nobody is the main applicant any more; everybody goes on alone or together. */
  | "main-left"
  /** This application builds on one that was withdrawn. */
  | "main-withdrawn"
  /** This application was ready and was changed since: it has to be reviewed and said again. */
  | "changed-since-ready"
  /** Nobody is waited for any more; whoever says it again submits all. */
  | "all-ready";

export type FamilyView = {
  id: string;
  reference: string;
  ownMemberId: string;
  /** Whether this application is the main one, which alone can invite and add. */
  isMain: boolean;
  sharesAddress: boolean;
  members: MemberView[];
  /** Names of the others who have a draft that is not ready, or an open invitation. */
  waitingFor: string[];
  notices: FamilyNotice[];
};

type Member = GroupMember & {
  application: (Application & { representations?: Representation[] }) | null;
  invitations: Invitation[];
};

const ROLES: readonly MemberRole[] = ["main", "adult", "child"];

function progressOf(member: Member): Progress {
  const { application, state } = member;
  if (state !== "joined") return state;
  if (!application) return "left";
  const standing = standingOf(application.state);
  if (standing !== "not-submitted") return standing;
  if (isReady(member)) return "ready";
  return application.revision === 0 ? "not-started" : "in-progress";
}

const isMineTo = (userId: string, { application }: Member): boolean =>
  !!application &&
  (application.userId === userId ||
    !!application.representations?.some((one) => one.userId === userId && one.state === "active"));

async function stepsOf(application: Application): Promise<{ done: number; all: number }> {
  const { steps } = readApplication(application, await loadAnswers(application.id));
  return { done: steps.filter(({ state }) => state === "done").length, all: steps.length };
}

function sentInvitation({ invitations: [last], birthDate }: Member): { invitation?: SentInvitation } {
  if (!last) return {};
  const { email, createdAt: sentAt, expiresAt } = last;
  const born = birthDate && isoDay(birthDate);
  return { invitation: { email, birthDate: born, sentAt, expiresAt, state: stateOfInvitation(last) } };
}

async function viewOf(member: Member, userId: string, isInviter: boolean): Promise<MemberView> {
  const { id, name, role, relationship, state, application } = member;
  const isMine = isMineTo(userId, member);
  const shown = { id, name, role, relationship, state, progress: progressOf(member), isMine };
  const mine = isMine && application ? { applicationId: application.id } : {};
  const steps = isMine && application?.state === "draft" ? { steps: await stepsOf(application) } : {};
  const invited = isInviter && state === "invited" ? sentInvitation(member) : {};
  return { ...shown, ...mine, ...steps, ...invited };
}

const isOpen = ({ state, invitations: [last] }: Member): boolean =>
  state === "invited" && last !== undefined && stateOfInvitation(last) === "open";

const isDraft = ({ application }: Member): boolean => application?.state === "draft";

const isWaitedFor = (member: Member): boolean => (isDraft(member) && !isReady(member)) || isOpen(member);

function noticesFor(own: Member, members: readonly Member[]): FamilyNotice[] {
  const notices: FamilyNotice[] = [];
  const main = members.find(({ role, state }) => role === "main" && state === "joined");
  if (!main) notices.push("main-left");
  const buildsOnMain = own.id !== main?.id && isFamilyPermit(own.application?.permit ?? "");
  if (main?.application?.state === "withdrawn" && buildsOnMain) notices.push("main-withdrawn");
  if (isDraft(own) && own.readyAt && !isReady(own)) notices.push("changed-since-ready");
  if (isReady(own) && !members.some(isWaitedFor)) notices.push("all-ready");
  return notices;
}

async function withDetails(familyId: string): Promise<Member[]> {
  const members = await membersOf(db(), familyId);
  const ids = members.map(({ id }) => id);
  const [invitations, representations] = await Promise.all([
    db().invitation.findMany({ where: { memberId: { in: ids } }, orderBy: { createdAt: "desc" } }),
    db().representation.findMany({
      where: { application: { membership: { familyId } }, state: "active" },
    }),
  ]);
  const detailed = members.map((member): Member => {
    const { application } = member;
    const ofApplication = representations.filter((one) => one.applicationId === application?.id);
    return {
      ...member,
      application: application && { ...application, representations: ofApplication },
      invitations: invitations.filter(({ memberId }) => memberId === member.id),
    };
  });
  return detailed.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}

/**
 * The family that an application is in, as this account may see it, or null. Of others: a name, a relationship and a progress,
 * and nothing else. Throws `AppError("not-found")`.
 */
export async function openFamily(userId: string, applicationId: string): Promise<FamilyView | null> {
  const application = await requireOwnApplication(userId, applicationId);
  const place = await db().familyMember.findUnique({
    where: { applicationId: application.id },
    include: { family: true },
  });
  if (!place) return null;
  const members = await withDetails(place.familyId);
  const own = members.find(({ id }) => id === place.id);
  if (!own) return null;
  const isMain = own.role === "main";
  const isInviter = isMain && application.userId === userId;
  const others = members.filter(({ id }) => id !== own.id);
  return {
    id: place.familyId,
    reference: place.family.reference,
    ownMemberId: own.id,
    isMain,
    sharesAddress: own.sharesAddress,
    members: await Promise.all(members.map((member) => viewOf(member, userId, isInviter))),
    waitingFor: others.filter(isWaitedFor).map(({ name }) => name),
    notices: noticesFor(own, members),
  };
}
