import { requireHeldApplication } from "@/lib/applications/access";
import { loadAnswers } from "@/lib/applications/answers";
import { readApplication } from "@/lib/applications/applications";
import { lockFamilyOf } from "@/lib/applications/leave-group";
import { personName } from "@/lib/applications/person-name";
import { newReference } from "@/lib/applications/reference";
import { db, type Transaction } from "@/lib/db/client";
import type { Application, FamilyMember } from "@/lib/db/generated/client";
import { lockApplications } from "@/lib/db/locks";
import { AppError } from "@/lib/errors";

/** More than any family has; stops a script from filling the table. */
const MAX_MEMBERS = 20;
const LIMITS = { maxWait: 10_000, timeout: 20_000 };
const TRIES = 5;

/** Something moved between looking and locking: look again. */
class Moved extends Error {}

/** Runs a transaction, again where `moved` was thrown. */
export async function transact<T>(work: (client: Transaction) => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      return await db().$transaction(work, LIMITS);
    } catch (error) {
      if (!(error instanceof Moved) || left <= 1) throw error;
    }
  }
}

/** To be called where what was locked is not what was looked at. */
export function moved(): never {
  throw new Moved();
}

export type GroupMember = FamilyMember & { application: Application | null };
export type Group = { familyId: string; own: GroupMember; members: GroupMember[] };

export const membersOf = (client: Transaction, familyId: string): Promise<GroupMember[]> =>
  client.familyMember.findMany({
    where: { familyId },
    include: { application: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });

/** The family of an application with all its applications, locked. Throws `AppError("not-in-family")`. */
export async function lockGroup(client: Transaction, applicationId: string): Promise<Group> {
  const familyId = await lockFamilyOf(client, applicationId);
  if (!familyId) throw new AppError("not-in-family");
  const before = await membersOf(client, familyId);
  await lockApplications(
    client,
    before.flatMap((member) => member.applicationId ?? []),
  );
  const members = await membersOf(client, familyId);
  const own = members.find((member) => member.applicationId === applicationId);
  if (!own) throw new AppError("not-in-family");
  return { familyId, own, members };
}

async function ownName(client: Transaction, application: Application): Promise<string> {
  const reading = readApplication(application, await loadAnswers(application.id, client));
  const name = personName(reading.steps.find(({ step }) => step.id === "identity")?.values);
  if (!name) throw new AppError("own-name-missing");
  return name;
}

async function found(client: Transaction, main: Application, name: string): Promise<FamilyMember> {
  const { id: applicationId } = main;
  const member = { applicationId, role: "main", name, state: "joined" } as const;
  const family = await client.family.create({
    data: { reference: newReference("FAM"), members: { create: member } },
    include: { members: true },
  });
  const [own] = family.members;
  if (!own) throw new Error("A family without its first member.");
  return own;
}

export type Main = { main: Application; own: FamilyMember; members: GroupMember[] };

/**
 * The family that this application is the main one of, locked; founded where it is in none. The name that others see follows
 * the answers. Throws `AppError`: `not-found`, `withdrawn`, `own-name-missing`, `only-main`, `family-full`.
 */
export async function lockMain(client: Transaction, userId: string, applicationId: string): Promise<Main> {
  const { id } = await requireHeldApplication(userId, applicationId, client);
  const familyId = await lockFamilyOf(client, id);
  await lockApplications(client, [id]);
  const main = await requireHeldApplication(userId, id, client);
  const known = await client.familyMember.findUnique({ where: { applicationId: id } });
  if ((known?.familyId ?? null) !== familyId) moved();
  if (known && known.role !== "main") throw new AppError("only-main");
  if (main.state === "withdrawn") throw new AppError("withdrawn");
  const name = await ownName(client, main);
  const own = known
    ? await client.familyMember.update({ where: { id: known.id }, data: { name } })
    : await found(client, main, name);
  return { main, own, members: await membersOf(client, own.familyId) };
}

/** Throws `AppError("family-full")`. */
export function requireRoomFor(members: readonly GroupMember[]): void {
  const there = members.filter(({ state }) => state === "joined" || state === "invited");
  if (there.length >= MAX_MEMBERS) throw new AppError("family-full", { max: MAX_MEMBERS });
}

/** Puts on record who did what; ids only. */
export async function recordEvent(
  client: Transaction,
  event: { applicationId: string; userId: string | null; kind: string; data?: Record<string, string> },
): Promise<void> {
  await client.event.create({ data: event });
}
