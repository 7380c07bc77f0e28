import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { addressView, replyView, requestView, SENT } from "./case-view";
import { EVENT_KINDS, type EventKind, extendFeed } from "./feed";
import type { Since } from "./schemas";

type Row = { position: bigint; kind: EventKind; at: Date; data: Record<string, string>; reference: string };

const next = (rows: readonly Row[], { cursor, limit }: Since) => ({
  /** Read on from here; the same as before where nothing is new. */
  next: rows.at(-1)?.position.toString() ?? cursor ?? "0",
  more: rows.length === limit,
});

/** Events of submitted applications after a position, in the order of the feed. */
async function readEvents(kinds: readonly EventKind[], { since, cursor, limit }: Since): Promise<Row[]> {
  await extendFeed();
  const from = since ? Prisma.sql`AND e.at >= ${new Date(since)}` : Prisma.empty;
  return db().$queryRaw<Row[]>`
    SELECT f.position, e.kind, e.at, e.data, a.reference
    FROM "AuthorityFeed" f JOIN "Event" e ON e.id = f."eventId" JOIN "Application" a ON a.id = e."applicationId"
    WHERE f.position > ${BigInt(cursor ?? 0)} AND e.kind = ANY(${[...kinds]}) AND a.state <> 'draft' ${from}
    ORDER BY f.position LIMIT ${limit}`;
}

const idsOf = (rows: readonly Row[], name: string) => rows.flatMap(({ data }) => data[name] ?? []);
const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));

async function loadDetails(rows: readonly Row[]) {
  const [addresses, requests, replies, messages, acknowledgements] = await Promise.all([
    db().address.findMany({ where: { id: { in: idsOf(rows, "addressId") } } }),
    db().request.findMany({ where: { id: { in: idsOf(rows, "requestId") } } }),
    db().requestReply.findMany({ where: { id: { in: idsOf(rows, "replyId") } }, include: SENT }),
    db().message.findMany({ where: { id: { in: idsOf(rows, "messageId") } }, include: SENT }),
    db().acknowledgement.findMany({ where: { decisionId: { in: idsOf(rows, "decisionId") } } }),
  ]);
  return {
    addresses: byId(addresses),
    requests: byId(requests),
    replies: byId(replies),
    messages: byId(messages),
    acknowledgements: new Map(acknowledgements.map((one) => [one.decisionId, one])),
  };
}

type Details = Awaited<ReturnType<typeof loadDetails>>;

/** What an event is about, whole, so that the authority need not ask again. */
function detailOf({ kind, data }: Row, details: Details): Record<string, unknown> {
  const address = details.addresses.get(data.addressId ?? "");
  const request = details.requests.get(data.requestId ?? "");
  const reply = details.replies.get(data.replyId ?? "");
  const message = details.messages.get(data.messageId ?? "");
  const received = kind === "decision-acknowledged" && details.acknowledgements.get(data.decisionId ?? "");
  return {
    ...(address && { address: addressView(address) }),
    ...(request && { request: requestView(request) }),
    ...(reply && { reply: replyView(reply) }),
    ...(message && { message: replyView(message) }),
    ...(received && {
      acknowledgement: {
        at: received.at,
        sha256: received.sha256,
        appealBy: received.appealBy?.toISOString().slice(0, 10) ?? null,
      },
    }),
  };
}

/** What happened in submitted cases since a moment or after a cursor. */
export async function viewEvents(since: Since) {
  const rows = await readEvents(EVENT_KINDS, since);
  const details = await loadDetails(rows);
  const events = rows.map((row) => ({
    ...{ id: row.position.toString(), kind: row.kind, reference: row.reference, at: row.at },
    ...detailOf(row, details),
  }));
  return { events, ...next(rows, since) };
}

/** What was submitted since a moment or after a cursor; each is fetched by its reference. */
export async function viewSubmissions(since: Since) {
  const rows = await readEvents(["application-submitted"], since);
  const submissions = await db().submission.findMany({
    where: { id: { in: idsOf(rows, "submissionId") } },
    include: { receipt: true, application: { include: { membership: { include: { family: true } } } } },
  });
  const known = byId(submissions);
  const views = rows.flatMap(({ data }) => {
    const submission = known.get(data.submissionId ?? "");
    if (!submission) return [];
    const { id, sha256, arrivedAt, receipt, application } = submission;
    const { reference, permit, kind, state, membership } = application;
    const group = membership?.family.reference ?? null;
    return {
      reference,
      submissionId: id,
      group,
      permit,
      kind,
      state,
      arrivedAt,
      sha256,
      receiptAt: receipt?.at ?? null,
    };
  });
  return { submissions: views, ...next(rows, since) };
}
