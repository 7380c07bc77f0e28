import { db } from "@/lib/db/client";
import type { Address, Request } from "@/lib/db/generated/client";
import { isoDay } from "@/lib/db/iso-day";
import { authorityApi } from "@/lib/delivery/package";
import { AppError } from "@/lib/errors";
import { findCase } from "./cases";

const iso = (date: Date | null) => (date ? isoDay(date) : null);

/** A file as it is named to the authority, with the address where it is fetched. */
export const fileView = ({ id, ...file }: { id: string; [member: string]: unknown }) => ({
  id,
  ...file,
  url: `${authorityApi()}/documents/${id}`,
});

const FILE = { id: true, requirement: true, fileName: true, mediaType: true, sizeBytes: true, sha256: true };
export const SENT = { documents: { where: { removedAt: null }, select: FILE } } as const;

export const addressView = ({ kind, lines, validFrom, validUntil, createdAt }: Address) => ({
  kind,
  lines,
  validFrom: iso(validFrom),
  validUntil: iso(validUntil),
  toldAt: createdAt,
});

export const requestView = (request: Request) => ({
  id: request.id,
  what: request.what,
  why: request.why,
  consequence: request.consequence,
  dueOn: iso(request.dueOn),
  state: request.state,
  createdAt: request.createdAt,
  closedAt: request.closedAt,
  moreTime: request.moreTimeAskedAt && {
    askedAt: request.moreTimeAskedAt,
    reason: request.moreTimeReason,
    answeredAt: request.moreTimeAnsweredAt,
    granted: request.isMoreTimeGranted,
  },
});

type Sent = { documents: { id: string }[] };

export const replyView = ({ id, text, at, documents }: { id: string; text: string; at: Date } & Sent) => ({
  id,
  text,
  at,
  documents: documents.map(fileView),
});

async function load(reference: string) {
  const { id } = await findCase(reference);
  const application = await db().application.findUniqueOrThrow({
    where: { id },
    include: {
      addresses: { orderBy: [{ validFrom: "asc" }, { createdAt: "asc" }] },
      submissions: { orderBy: { arrivedAt: "asc" }, take: 1, include: { receipt: true } },
      requests: { orderBy: { createdAt: "asc" }, include: { replies: { include: SENT } } },
      messages: { orderBy: { at: "asc" }, include: SENT },
      stages: { orderBy: { at: "desc" }, take: 1 },
      decision: { include: { opening: true, acknowledgement: true } },
      decisionDemand: true,
      membership: { include: { family: true } },
      representations: { where: { state: "active" } },
    },
  });
  const [submission] = application.submissions;
  if (!submission) throw new AppError("not-found");
  return { application, submission };
}

type Loaded = Awaited<ReturnType<typeof load>>;

function decisionView({ application: { decision } }: Loaded) {
  if (!decision) return null;
  const { outcome, sha256, at, opening, acknowledgement } = decision;
  return {
    ...{ outcome, sha256, at, openedAt: opening?.at ?? null },
    acknowledgement: acknowledgement && {
      at: acknowledgement.at,
      sha256: acknowledgement.sha256,
      appealBy: iso(acknowledgement.appealBy),
    },
  };
}

function correspondenceOf({ application: { messages, requests } }: Loaded) {
  return {
    requests: requests.map(({ replies, ...request }) => ({
      ...requestView(request),
      replies: replies.map(replyView),
    })),
    messages: messages.map((message) => ({
      ...replyView(message),
      direction: message.direction,
      kind: message.kind,
      readAt: message.readAt,
    })),
  };
}

/** One case as the authority sees it: what was submitted, word for word, and all that came since. Throws `AppError("not-found")`. */
export async function viewCase(reference: string) {
  const loaded = await load(reference);
  const { application, submission } = loaded;
  const content = JSON.parse(submission.content);
  const [stage] = application.stages;
  const demand = application.decisionDemand;
  return {
    reference,
    submissionId: submission.id,
    group: application.membership?.family.reference ?? null,
    state: application.state,
    stage: stage ? { stage: stage.stage, note: stage.note, at: stage.at } : null,
    arrivedAt: submission.arrivedAt,
    receiptAt: submission.receipt?.at ?? null,
    sha256: submission.sha256,
    content,
    law: iso(submission.law),
    locale: submission.locale,
    assessment: submission.assessment,
    documents: content.documents.map(fileView),
    addresses: application.addresses.map(addressView),
    representatives: application.representations.map(({ name, email, acceptedAt }) => ({
      ...{ name, email, since: acceptedAt },
    })),
    ...correspondenceOf(loaded),
    decisionDemand: demand && { at: demand.at, answerBy: iso(demand.answerBy) },
    decision: decisionView(loaded),
  };
}

/** The members of a family who have submitted; the others are nobody's business yet. Throws `AppError("not-found")` while there are none. */
export async function viewGroup(reference: string) {
  const members = await db().familyMember.findMany({
    where: { family: { reference }, state: "joined", application: { state: { not: "draft" } } },
    include: { application: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (members.length === 0) throw new AppError("not-found");
  return {
    reference,
    members: members.map(({ role, relationship, application }) => ({
      ...{ role, relationship, reference: application?.reference, permit: application?.permit },
      state: application?.state,
    })),
  };
}
