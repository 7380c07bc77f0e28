import { deleteDraft } from "@/lib/applications/applications";
import { addDays } from "@/lib/clock/swedish-holidays";
import { db } from "@/lib/db/client";
import { removingFilesOf } from "@/lib/documents/documents";
import { draftEndingLetter } from "@/lib/email/letter-draft-ending";
import { sendEmail } from "@/lib/email/send";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { asLocale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { enqueue, type Jobs } from "@/lib/jobs/queue";
import { dayNumber } from "@/lib/rules/calendar";

/** Days without a change after which a draft is deleted, and those of the two warnings before. */
export const UNUSED_DAYS = 180;
const WARNINGS = [150, 173] as const;
/** The last warning comes at least so many days before, also where the worker was away. */
const NOTICE_DAYS = 7;
const BATCH = 500;

type Unused = { id: string; userId: string; changedOn: string; warned: { key: string; at: Date }[] };

/** Drafts that nobody changed for so many days, with the warnings about this very pause; a later change begins anew. */
async function unusedFor(days: number, today: string): Promise<Unused[]> {
  const rows = await db().application.findMany({
    where: { state: "draft", updatedAt: { lt: new Date(addDays(today, 1 - days)) } },
    include: { reminders: { where: { key: { startsWith: "unused:" } } } },
    orderBy: { updatedAt: "asc" },
    take: BATCH,
  });
  return rows.map(({ id, userId, updatedAt, reminders }) => {
    const changedOn = swedishDay(updatedAt);
    return { id, userId, changedOn, warned: reminders.filter(({ key }) => key.endsWith(`:${changedOn}`)) };
  });
}

const keyOf = (days: number, changedOn: string) => `unused:${days}:${changedOn}`;

async function warn({ id, changedOn, warned }: Unused, today: string): Promise<number> {
  const gone = dayNumber(today) - dayNumber(changedOn);
  const days = [...WARNINGS].reverse().find((one) => gone >= one) ?? WARNINGS[0];
  const key = keyOf(days, changedOn);
  if (warned.some((one) => one.key === key)) return 0;
  const ends = addDays(changedOn, UNUSED_DAYS);
  const soonest = addDays(today, NOTICE_DAYS);
  return db().$transaction(async (client) => {
    const { count } = await client.reminder.createMany({
      data: { applicationId: id, key },
      skipDuplicates: true,
    });
    const deletedOn = ends > soonest ? ends : soonest;
    if (count > 0) await enqueue(client, "send-draft-ending", { applicationId: id, deletedOn });
    return count;
  });
}

/** Once its last warning is a week old. Someone who opens it this very moment is no longer unused, and keeps it. */
async function remove({ id, userId, changedOn, warned }: Unused, today: string): Promise<number> {
  const last = warned.find(({ key }) => key === keyOf(WARNINGS[1], changedOn));
  if (!last || addDays(swedishDay(last.at), NOTICE_DAYS) > today) return 0;
  const now = await db().application.findUnique({ where: { id } });
  if (now?.state !== "draft" || swedishDay(now.updatedAt) !== changedOn) return 0;
  try {
    await removingFilesOf(id, () => deleteDraft(userId, id));
    return 1;
  } catch (error) {
    // Another worker was quicker, or it was submitted meanwhile.
    if (error instanceof AppError) return 0;
    throw error;
  }
}

/**
 * Warns of drafts that nobody has changed for 150 and for 173 days, and deletes them after 180, never sooner than a week after
 * the last warning. `today` is an ISO day in Sweden. Returns how many warnings and deletions there were.
 */
export async function sweepUnusedDrafts(today = swedishDay()): Promise<number> {
  let count = 0;
  for (const draft of await unusedFor(WARNINGS[0], today)) count += await warn(draft, today);
  for (const draft of await unusedFor(UNUSED_DAYS, today)) count += await remove(draft, today);
  return count;
}

/** Tells the holder that a draft will be deleted, and how to keep it. */
export async function sendDraftEnding({
  applicationId,
  deletedOn,
}: Jobs["send-draft-ending"]): Promise<void> {
  const draft = await db().application.findUnique({ where: { id: applicationId }, include: { user: true } });
  if (draft?.state !== "draft") return;
  const locale = asLocale(draft.user.locale);
  const link = `${env().APP_URL}/${locale}/applications/${applicationId}`;
  await sendEmail(
    draft.user.email,
    await draftEndingLetter(locale, { reference: draft.reference, deletedOn, link }),
  );
}
