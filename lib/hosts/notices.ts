import * as z from "zod";
import { db, type Transaction } from "@/lib/db/client";
import { isoDay } from "@/lib/db/iso-day";
import { enqueue } from "@/lib/jobs/queue";
import { notFound } from "./api/refusal";
import { type ClaimFault, faultsOf } from "./claims";
import type { LinkHost } from "./open-link";

/** RedF 2:6 a second paragraph 1–7, as proposed in Ds 2024:31. */
export const NOTICE_KINDS = [
  "not-registered-in-time",
  "declined",
  "deferred",
  "did-not-appear",
  "study-break",
  "interruption",
  "ended-early",
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const noticeSchema = z
  .strictObject({
    link: z
      .string()
      .max(140)
      .optional()
      .meta({ description: "The id of the link, or `jti:` and the id of one that the host signed itself." }),
    subjectRef: z
      .string()
      .max(128)
      .optional()
      .meta({ description: "Or the host's own id of the admission." }),
    kind: z.enum(NOTICE_KINDS),
    date: z.iso.date().meta({ description: "The day that it concerns." }),
    until: z.iso.date().optional().meta({
      description: "With `deferred` and `study-break`: the day before the studies begin or go on.",
    }),
  })
  .refine(({ link, subjectRef }) => (link === undefined) !== (subjectRef === undefined), {
    error: "Takes either `link` or `subjectRef`.",
    path: ["link"],
  })
  .refine(({ kind, until }) => until === undefined || kind === "deferred" || kind === "study-break", {
    error: "Belongs to `deferred` and `study-break`.",
    path: ["until"],
  })
  .refine(({ date, until }) => until === undefined || date <= until, {
    error: "Takes a day that is not before `date`.",
    path: ["until"],
  });

type NewNotice = z.infer<typeof noticeSchema>;

export type NoticeLine =
  | { index: number; state: "created"; id: string }
  | { index: number; state: "error"; errors: ClaimFault[] };

/** A signed link by its own id, a link by ours, or the one of an admission: of several the one that was accepted, else the newest. */
async function linkOf(client: Transaction, hostCode: string, { link, subjectRef }: NewNotice) {
  const where = link?.startsWith("jti:")
    ? { jti: link.slice("jti:".length) }
    : link !== undefined
      ? { id: z.uuid().safeParse(link).data ?? "" }
      : { subjectRef: subjectRef ?? "" };
  if (where.id === "") return null;
  const found = await client.hostLink.findMany({
    where: { hostCode, ...where },
    orderBy: { id: "desc" },
    select: { id: true, applicationId: true },
  });
  return found.find(({ applicationId }) => applicationId) ?? found[0] ?? null;
}

async function createNotice(
  client: Transaction,
  hostCode: string,
  line: unknown,
  index: number,
): Promise<NoticeLine> {
  const reading = noticeSchema.safeParse(line, { reportInput: true });
  if (!reading.success) return { index, state: "error", errors: faultsOf(reading.error) };
  const { kind, date, until, link: named } = reading.data;
  const link = await linkOf(client, hostCode, reading.data);
  if (!link) {
    const field = named === undefined ? "subjectRef" : "link";
    return { index, state: "error", errors: [{ field, code: "invalid", detail: "Is no link of yours." }] };
  }
  const { id } = await client.hostNotice.create({
    data: { hostCode, linkId: link.id, kind, date: new Date(date), data: until ? { until } : {} },
  });
  if (link.applicationId)
    await enqueue(client, "tell-something-new", { applicationId: link.applicationId, kind: "new" });
  return { index, state: "created", id };
}

/** Takes notices line by line and tells what became of each; whoever has an application gets a letter that something came. */
export async function createNotices(
  client: Transaction,
  hostCode: string,
  lines: readonly unknown[],
): Promise<NoticeLine[]> {
  const results: NoticeLine[] = [];
  for (const [index, line] of lines.entries())
    results.push(await createNotice(client, hostCode, line, index));
  return results;
}

/** Takes back a notice that was wrong; the applicant is shown that it was. Throws a `Refusal` (404) for what is not the host's. */
export async function retractNotice(
  hostCode: string,
  id: string,
): Promise<{ id: string; retractedAt: string }> {
  const where = { id: z.uuid().safeParse(id).data ?? "", hostCode };
  if (!where.id) throw notFound();
  await db().hostNotice.updateMany({
    where: { ...where, retractedAt: null },
    data: { retractedAt: new Date() },
  });
  const notice = await db().hostNotice.findFirst({ where });
  if (!notice?.retractedAt) throw notFound();
  return { id: notice.id, retractedAt: notice.retractedAt.toISOString() };
}

/** A notice as an applicant sees it; days are ISO. */
export type Notice = {
  id: string;
  host: LinkHost;
  kind: NoticeKind;
  date: string;
  until?: string;
  receivedAt: Date;
  retractedAt: Date | null;
};

/** What hosts have told of whoever applies here, the newest first. The caller has made sure whose application it is. */
export async function listNoticesFor(applicationId: string): Promise<Notice[]> {
  const rows = await db().hostNotice.findMany({
    where: { link: { applicationId } },
    include: { host: true },
    orderBy: { id: "desc" },
  });
  return rows.map(({ id, host, kind, date, data, createdAt, retractedAt }) => ({
    id,
    host,
    kind: kind as NoticeKind,
    date: isoDay(date),
    ...(data as { until?: string }),
    receivedAt: createdAt,
    retractedAt,
  }));
}
