import { requireOwnApplication } from "@/lib/applications/access";
import { clearReady } from "@/lib/applications/leave-group";
import {
  readToSubmit,
  requireKey,
  requireReviewed,
  submissionBefore,
  writeSubmission,
} from "@/lib/applications/submit";
import type { Transaction } from "@/lib/db/client";
import type { Application, Submission } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { asLocale, type Locale } from "@/lib/i18n/locales";
import { stateOfInvitation } from "@/lib/invitations/invitations";
import { type Group, type GroupMember, lockGroup, recordEvent, transact } from "./group";

export type Ready = {
  /** The revision of the application that the person has reviewed. */
  revision: number;
  /** As of `submitApplication`: the key that the submission gets, once it comes to it. */
  idempotencyKey: string;
  locale: Locale;
};

export type ReadyOutcome =
  /** Stored; `for` are the names of those who are waited for. */
  { state: "waiting"; for: string[] } | { state: "submitted"; submission: Submission };

type Waiting = GroupMember & { application: Application };

/** Whether a member has reviewed exactly what is there now and waits for the others. */
export const isReady = ({ application, readyAt, readyRevision }: GroupMember): boolean =>
  application?.state === "draft" && readyAt !== null && readyRevision === application.revision;

const isDraft = (member: GroupMember): member is Waiting => member.application?.state === "draft";

/** What a draft lacks today may be other than when it was reviewed. */
async function isWhole(client: Transaction, { application }: Waiting): Promise<boolean> {
  try {
    await readToSubmit(client, application);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function openInvitations(client: Transaction, members: readonly GroupMember[]): Promise<string[]> {
  const invited = members.filter(({ state }) => state === "invited");
  const invitations = await client.invitation.findMany({
    where: { memberId: { in: invited.map(({ id }) => id) } },
  });
  const open = new Set(
    invitations.filter((one) => stateOfInvitation(one) === "open").map(({ memberId }) => memberId),
  );
  return invited.filter(({ id }) => open.has(id)).map(({ name }) => name);
}

async function waitedFor(client: Transaction, { own, members }: Group): Promise<string[]> {
  const names: string[] = [];
  for (const member of members.filter(isDraft)) {
    if (member.id === own.id) continue;
    if (!isReady(member) || !(await isWhole(client, member))) names.push(member.name);
  }
  return [...names, ...(await openInvitations(client, members))];
}

async function submitAll(
  client: Transaction,
  group: Group,
  userId: string,
  said: Ready,
): Promise<Submission> {
  const drafts = group.members.filter(isDraft);
  const arrivedAt = new Date();
  const together = drafts.map(({ application }) => application.id);
  let own: Submission | undefined;
  for (const { id, application, readyKey, readyLocale } of drafts) {
    const isOwn = id === group.own.id;
    const locale = isOwn ? said.locale : readyLocale;
    const submission = await writeSubmission(client, application, {
      userId: isOwn ? userId : application.userId,
      idempotencyKey: isOwn ? said.idempotencyKey : (readyKey ?? application.id),
      locale: asLocale(locale),
      arrivedAt,
      together,
    });
    if (isOwn) own = submission;
  }
  if (!own) throw new Error("Submitted without the one who said so.");
  return own;
}

async function store(client: Transaction, { own }: Group, userId: string, said: Ready): Promise<void> {
  const { revision, idempotencyKey, locale } = said;
  await client.familyMember.update({
    where: { id: own.id },
    data: {
      readyAt: new Date(),
      readyRevision: revision,
      readyKey: idempotencyKey,
      readyLocale: locale,
    },
  });
  const { applicationId, familyId, id: memberId } = own;
  if (!applicationId) return;
  await recordEvent(client, { applicationId, userId, kind: "family-ready", data: { familyId, memberId } });
}

/**
 * Says that an application is ready to be submitted together with the others of its family. Checks the same as submitting.
 * Once everybody who has a draft is ready and no invitation is open, all of them are submitted in one transaction, at one
 * moment; until then it is stored. Who changes something afterwards is not ready any more. Throws `AppError`: see README.md.
 */
export async function markReady(userId: string, applicationId: string, said: Ready): Promise<ReadyOutcome> {
  requireKey(said.idempotencyKey);
  return transact(async (client): Promise<ReadyOutcome> => {
    const { id } = await requireOwnApplication(userId, applicationId, client);
    const earlier = await submissionBefore(client, id, said.idempotencyKey);
    if (earlier) return { state: "submitted", submission: earlier };
    const group = await lockGroup(client, id);
    await requireOwnApplication(userId, id, client);
    const before = await submissionBefore(client, id, said.idempotencyKey);
    if (before) return { state: "submitted", submission: before };
    const { application } = group.own;
    if (!application) throw new AppError("not-in-family");
    requireReviewed(application, said.revision);
    await readToSubmit(client, application);
    const names = await waitedFor(client, group);
    if (names.length === 0)
      return { state: "submitted", submission: await submitAll(client, group, userId, said) };
    await store(client, group, userId, said);
    return { state: "waiting", for: names };
  });
}

/** Takes back that an application is ready. Throws `AppError`: `not-found`, `not-in-family`. */
export function cancelReady(userId: string, applicationId: string): Promise<void> {
  return transact(async (client) => {
    const { id } = await requireOwnApplication(userId, applicationId, client);
    const { familyId } = await lockGroup(client, id);
    if ((await clearReady(client, id)) === 0) return;
    await recordEvent(client, {
      applicationId: id,
      userId,
      kind: "family-ready-cancelled",
      data: { familyId },
    });
  });
}
