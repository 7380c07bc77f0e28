import { db } from "@/lib/db/client";
import { type HostLink, Prisma } from "@/lib/db/generated/client";
import { isUuid } from "@/lib/ids";
import { notFound } from "./api/refusal";
import { MAX_LINK_DAYS } from "./signed-link";

/** What a host may know of a link: `opened` always, what came of it only while the applicant shares it. */
export type LinkState = "sent" | "opened" | "started" | "submitted" | "ended" | "expired" | "withdrawn";

export type ListedLink = {
  id: string;
  jti: string | null;
  subjectRef: string | null;
  kind: string;
  state: LinkState;
  createdAt: string;
  expiresAt: string;
  openedAt: string | null;
  startedAt: string | null;
  submittedAt: string | null;
  withdrawnAt: string | null;
  changedAt: string;
};

type Row = Pick<
  HostLink,
  "id" | "jti" | "subjectRef" | "kind" | "createdAt" | "expiresAt" | "openedAt" | "acceptedAt" | "withdrawnAt"
> & { applicationState: string | null; submittedAt: Date | null; changedAt: Date };

export type ListLinks = { since?: Date; subjectRef?: string; cursor?: string; limit: number };

/** How a link is named in an address: by its id, or where the host signed it by `jti:` and its own. */
const SIGNED = /^jti:([\w.~-]{8,128})$/;

function stateOf(row: Row): LinkState {
  if (row.withdrawnAt) return "withdrawn";
  if (row.applicationState === "withdrawn") return "ended";
  if (row.submittedAt) return "submitted";
  if (row.applicationState) return "started";
  // Nothing more for whoever accepted it and shares nothing, who looks like somebody who never did.
  if (row.expiresAt.getTime() <= Date.now()) return "expired";
  return row.openedAt ? "opened" : "sent";
}

function listed(row: Row): ListedLink {
  const { id, jti, subjectRef, kind, createdAt, expiresAt, openedAt, submittedAt, withdrawnAt } = row;
  const startedAt = row.applicationState ? row.acceptedAt : null;
  const day = (moment: Date | null) => moment?.toISOString() ?? null;
  return {
    ...{ id, jti, subjectRef, kind, state: stateOf(row) },
    ...{ createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
    ...{ openedAt: day(openedAt), startedAt: day(startedAt), submittedAt: day(submittedAt) },
    ...{ withdrawnAt: day(withdrawnAt), changedAt: row.changedAt.toISOString() },
  };
}

/**
 * What a host may see of its links. The application is joined only where its applicant shares it with this very host, and the
 * moment of the last change is that of the last change that may be seen: a filter tells nothing that a row does not.
 */
const visible = (hostCode: string) => Prisma.sql`
  SELECT link.id, link.jti, link."subjectRef", link.kind, link."createdAt", link."expiresAt", link."openedAt",
    link."acceptedAt", link."withdrawnAt", application.state::text AS "applicationState", first."submittedAt",
    greatest(link."createdAt", link."openedAt", link."withdrawnAt", first."submittedAt",
      CASE WHEN application.id IS NOT NULL THEN greatest(link."acceptedAt", consent."changedAt") END) AS "changedAt"
  FROM "HostLink" AS link
  LEFT JOIN "HostConsent" AS consent ON consent."applicationId" = link."applicationId"
    AND consent."hostCode" = link."hostCode" AND consent."isShared"
  LEFT JOIN "Application" AS application ON application.id = consent."applicationId"
  LEFT JOIN LATERAL (
    SELECT min("arrivedAt") AS "submittedAt" FROM "Submission" WHERE "applicationId" = application.id
  ) AS first ON true
  WHERE link."hostCode" = ${hostCode}`;

/** A page of the host's links in the order in which they were made, and where the next page begins. */
export async function listLinks(
  hostCode: string,
  { since, subjectRef, cursor, limit }: ListLinks,
): Promise<{ links: ListedLink[]; next: string | null }> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT * FROM (${visible(hostCode)}) AS seen
    WHERE (${cursor ?? null}::uuid IS NULL OR id > ${cursor ?? null}::uuid)
      AND (${subjectRef ?? null}::text IS NULL OR "subjectRef" = ${subjectRef ?? null})
      AND (${since ?? null}::timestamptz IS NULL OR "changedAt" >= ${since ?? null}::timestamptz)
    ORDER BY id LIMIT ${limit + 1}`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { links: page.map(listed), next: rows.length > limit && last ? last.id : null };
}

function whereNamed(name: string): Prisma.Sql | null {
  if (isUuid(name)) return Prisma.sql`id = ${name}::uuid`;
  const jti = SIGNED.exec(name)?.[1];
  return jti === undefined ? null : Prisma.sql`jti = ${jti}`;
}

/** One of the host's links; throws a `Refusal` (404) for what is not there and for another host's alike. */
export async function linkNamed(hostCode: string, name: string): Promise<ListedLink> {
  const where = whereNamed(name);
  const [row] = where
    ? await db().$queryRaw<Row[]>`SELECT * FROM (${visible(hostCode)}) AS seen WHERE ${where}`
    : [];
  if (!row) throw notFound();
  return listed(row);
}

/** Keeps a signed link from ever being opened that nobody has opened yet, and of which there is no row therefore. */
async function barSigned(hostCode: string, name: string): Promise<void> {
  const jti = SIGNED.exec(name)?.[1];
  if (jti === undefined) return;
  const expiresAt = new Date(Date.now() + (MAX_LINK_DAYS + 1) * 24 * 60 * 60 * 1_000);
  await db().hostLink.createMany({
    data: [
      { hostCode, jti, kind: "unknown", claims: {}, state: "withdrawn", withdrawnAt: new Date(), expiresAt },
    ],
    skipDuplicates: true,
  });
}

/**
 * Withdraws a link; again is no error. What it said is forgotten, unless somebody accepted it: then the application keeps what
 * it was told, no longer as confirmed. Throws a `Refusal` (404) for what is not the host's.
 */
export async function withdrawLink(hostCode: string, name: string): Promise<ListedLink> {
  await barSigned(hostCode, name);
  const { id } = await linkNamed(hostCode, name);
  await db().$executeRaw`
    UPDATE "HostLink" SET state = 'withdrawn', "withdrawnAt" = now(), "updatedAt" = now(),
      claims = CASE WHEN "acceptedAt" IS NULL THEN '{}'::jsonb ELSE claims END
    WHERE id = ${id}::uuid AND "hostCode" = ${hostCode} AND state <> 'withdrawn'`;
  return linkNamed(hostCode, id);
}
