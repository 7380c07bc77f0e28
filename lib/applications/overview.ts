import { db } from "@/lib/db/client";
import type { Application, Person } from "@/lib/db/generated/client";
import { savedAnswers } from "./answers";
import { readApplication } from "./applications";
import type { Case } from "./case";
import { personName } from "./person-name";
import { goesWithAnother } from "./starting-answers";
import { isUnderExamination } from "./states";
import { type Progress, progressOf } from "./tasks";

/** One of the account's applications, as the list of them shows it. */
export type Overview = {
  application: Application;
  person: Person;
  /** As written in the application; empty where nothing is yet. */
  writtenName: string;
  /** Only of a draft. */
  progress?: Progress;
  /** Number of the family that it belongs to. */
  family?: string;
  sentAt?: Date;
  /** Which permit the application waits for, where it is for the time of another's examination. */
  pending?: { permit?: string | undefined; isOwn: boolean };
};

const FULL = {
  person: true,
  answers: true,
  documents: { where: { removedAt: null }, select: { requirement: true } },
  membership: { include: { family: { select: { reference: true } } } },
  submissions: { orderBy: { arrivedAt: "asc" }, take: 1, select: { arrivedAt: true } },
} as const;

function pendingOf(permit: string, { facts }: Case): Pick<Overview, "pending"> {
  if (!goesWithAnother(permit)) return {};
  return { pending: { permit: facts.pendingApplication, isOwn: facts.asFamilyMember !== true } };
}

/** The applications that the account holds, the one changed last first; of one person only where that is given. */
export async function listOverview(userId: string, personId?: string): Promise<Overview[]> {
  const rows = await db().application.findMany({
    where: { userId, ...(personId && { personId }) },
    include: FULL,
    orderBy: { updatedAt: "desc" },
  });
  return rows.map(({ person, answers, documents, membership, submissions, ...application }): Overview => {
    const reading = readApplication(application, savedAnswers(answers));
    const given = new Set(documents.map(({ requirement }) => requirement));
    const sentAt = submissions[0]?.arrivedAt;
    return {
      application,
      person,
      writtenName: personName(reading.steps.find(({ step }) => step.id === "identity")?.values),
      ...(application.state === "draft" && { progress: progressOf(reading, given) }),
      ...(membership && { family: membership.family.reference }),
      ...(sentAt && { sentAt }),
      ...pendingOf(application.permit, reading),
    };
  });
}

/** An application for the time in which another of the same person is examined, and that other one. */
export type Pair = { waiting: Application; other: Application };

/** Which applications belong together like that: as they say themselves, else with the one that is nearest to a decision. */
export function pairsOf(overviews: readonly Overview[]): Pair[] {
  return overviews.flatMap(({ application: waiting, person, pending }): Pair[] => {
    if (!pending?.isOwn || waiting.state === "withdrawn") return [];
    const candidates = overviews.filter(
      (one) =>
        one.person.id === person.id &&
        !one.pending &&
        (one.application.state === "draft" || isUnderExamination(one.application.state)) &&
        (!pending.permit || pending.permit === one.application.permit),
    );
    const other = candidates.find((one) => isUnderExamination(one.application.state)) ?? candidates[0];
    return other ? [{ waiting, other: other.application }] : [];
  });
}
