import { db } from "@/lib/db/client";
import { ROW } from "@/lib/documents/document-rows";
import { env } from "@/lib/env";

const applicationsOf = (userId: string) =>
  db().application.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
    include: {
      person: { select: { name: true, birthDate: true, isSelf: true } },
      answers: { select: { step: true, data: true, savedAt: true } },
      addresses: { omit: { applicationId: true } },
      documents: { where: { removedAt: null }, select: ROW },
      submissions: { omit: { applicationId: true, idempotencyKey: true } },
      requests: {
        include: { replies: { omit: { key: true, userId: true } } },
        omit: { applicationId: true },
      },
      messages: { omit: { applicationId: true, key: true } },
      stages: { omit: { applicationId: true } },
      decision: {
        omit: { applicationId: true, storageKey: true },
        include: { opening: true, acknowledgement: true },
      },
      decisionDemand: { omit: { applicationId: true } },
      membership: { include: { family: { select: { reference: true } } } },
      representations: { omit: { applicationId: true, userId: true } },
      confirmed: { omit: { applicationId: true, linkId: true } },
      consents: { omit: { applicationId: true } },
      hostLinks: { select: { hostCode: true, kind: true, claims: true, acceptedAt: true, notices: true } },
      events: { select: { kind: true, at: true, data: true, userId: true }, orderBy: { id: "asc" } },
    },
  });

type Held = Awaited<ReturnType<typeof applicationsOf>>[number];

const parsed = <T extends { content: string }>({ content, ...rest }: T) => ({
  ...rest,
  content: JSON.parse(content) as unknown,
});

function exported({ id, userId, personId, membership, events, documents, submissions, ...rest }: Held) {
  const { decision, ...others } = rest;
  return {
    ...others,
    decision: decision && parsed(decision),
    submissions: submissions.map(parsed),
    documents: documents.map(({ id: document, applicationId: _, ...file }) => ({
      ...file,
      download: `${env().APP_URL}/api/documents/${document}`,
    })),
    family: membership && {
      reference: membership.family.reference,
      ...{ role: membership.role, name: membership.name, relationship: membership.relationship },
      sharesAddress: membership.sharesAddress,
    },
    // Who else did something is their own matter.
    events: events.map(({ userId: by, ...event }) => ({ ...event, by: by === userId ? "you" : "others" })),
  };
}

/**
 * Everything that is kept about an account and the people whom it applies for, to be written as JSON: answers as typed, what was
 * submitted, files with where to fetch them, conversations, decisions, and what was done when. Dates are ISO, in UTC.
 */
export async function exportOwnData(userId: string) {
  const [account, sessions, represents, applications] = await Promise.all([
    db().user.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true, locale: true, createdAt: true, updatedAt: true },
    }),
    db().session.findMany({
      where: { userId },
      select: { userAgent: true, ipAddress: true, createdAt: true, updatedAt: true, expiresAt: true },
    }),
    db().representation.findMany({
      where: { userId },
      select: { name: true, email: true, state: true, createdAt: true, acceptedAt: true, endedAt: true },
    }),
    applicationsOf(userId),
  ]);
  return {
    format: "ankomst-own-data/1",
    exportedAt: new Date(),
    account,
    sessions,
    representing: represents,
    applications: applications.map(exported),
  };
}
