import { requireHeldApplication, requireOwnApplication } from "@/lib/applications/access";
import { loadAnswers, saveStep } from "@/lib/applications/answers";
import { openApplication, readApplication } from "@/lib/applications/applications";
import { lockFamilyOf } from "@/lib/applications/leave-group";
import { db } from "@/lib/db/client";
import type { Application } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { type RawAnswers, relevantFields } from "@/lib/flow/fields";
import { recordEvent, transact } from "./group";

const STEP = "address";

/** Lets the others of the family see the address in Sweden and take it over, or no more. Throws `AppError`: `not-found`, `not-in-family`. */
export function shareAddress(userId: string, applicationId: string, on: boolean): Promise<void> {
  return transact(async (client) => {
    const { id } = await requireHeldApplication(userId, applicationId, client);
    const familyId = await lockFamilyOf(client, id);
    const { count } = await client.familyMember.updateMany({
      where: { applicationId: id },
      data: { sharesAddress: on },
    });
    if (!familyId || count === 0) throw new AppError("not-in-family");
    const kind = on ? "address-shared" : "address-sharing-ended";
    await recordEvent(client, { applicationId: id, userId, kind, data: { familyId } });
  });
}

export type SharedAddress = {
  memberId: string;
  /** Who shares it. */
  name: string;
  /** As they typed it, without what no longer matters. */
  raw: RawAnswers;
};

/** What of the step counts, of somebody who has said where they will live. */
async function addressOf(application: Application): Promise<RawAnswers | null> {
  const saved = await loadAnswers(application.id);
  const typed = saved.raw[STEP];
  const step = readApplication(application, saved).steps.find((reading) => reading.step.id === STEP)?.step;
  if (!typed || !step) return null;
  const names = new Set(relevantFields(step.fields, typed).map(({ name }) => name));
  const raw = Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)));
  return Object.keys(raw).length > 0 ? raw : null;
}

/** The addresses that others of the family share. Throws `AppError`: `not-found`, `not-in-family`. */
export async function sharedAddresses(userId: string, applicationId: string): Promise<SharedAddress[]> {
  const { id } = await requireOwnApplication(userId, applicationId);
  const own = await db().familyMember.findUnique({ where: { applicationId: id } });
  if (!own) throw new AppError("not-in-family");
  const { familyId } = own;
  const sharers = await db().familyMember.findMany({
    where: { familyId, state: "joined", sharesAddress: true, id: { not: own.id } },
    include: { application: true },
    orderBy: { createdAt: "asc" },
  });
  const shared = await Promise.all(
    sharers.map(async ({ id: memberId, name, application }): Promise<SharedAddress | null> => {
      const raw = application && (await addressOf(application));
      return raw ? { memberId, name, raw } : null;
    }),
  );
  return shared.filter((one) => one !== null);
}

/** Takes the address of a member who shares it over into one's own draft, where that has the step. Throws `AppError`: see README.md. */
export async function takeSharedAddress(
  userId: string,
  applicationId: string,
  memberId: string,
): Promise<void> {
  const all = await sharedAddresses(userId, applicationId);
  const shared = all.find((one) => one.memberId === memberId);
  if (!shared) throw new AppError("not-found");
  const { reading, saved } = await openApplication(userId, applicationId);
  if (!reading.steps.some(({ step }) => step.id === STEP)) throw new AppError("no-address-step");
  const { raw } = shared;
  await saveStep({
    userId,
    applicationId,
    step: STEP,
    raw,
    revision: saved.revisions[STEP] ?? 0,
    tab: `family-${memberId}`,
  });
}
