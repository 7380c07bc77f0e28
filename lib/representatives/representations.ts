import { requireHeldApplication } from "@/lib/applications/access";
import { db, type Transaction } from "@/lib/db/client";
import type { Application, Representation } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { stateOfInvitation } from "@/lib/invitations/invitations";
import { applicantName, applicantNames } from "./names";

/** What a representative has accepted and has not ended; else, and if it is another's, `AppError("not-found")`. */
export async function requireRepresentation(
  userId: string,
  representationId: string,
  client: Transaction = db(),
): Promise<Representation> {
  const found =
    isUuid(representationId) &&
    (await client.representation.findFirst({
      where: { id: representationId, userId, state: { in: ["accepted", "active"] } },
    }));
  if (!found) throw new AppError("not-found");
  return found;
}

/** An application that somebody represents. */
export type Represented = {
  representationId: string;
  /** Whom it is for; empty where the application no longer says. */
  personName: string;
  reference: string;
  /** Null until a power of attorney is there: then nothing of it is open. */
  application: Application | null;
};

/** The applications of others that this account represents, for its list: the last changed first. */
export async function listRepresented(userId: string): Promise<Represented[]> {
  const rows = await db().representation.findMany({
    where: { userId, state: { in: ["accepted", "active"] } },
    include: { application: true },
    orderBy: { application: { updatedAt: "desc" } },
  });
  const names = await applicantNames(rows.map(({ applicationId }) => applicationId));
  return rows.map(({ id, state, application }) => ({
    representationId: id,
    personName: names.get(application.id) ?? "",
    reference: application.reference,
    application: state === "active" ? application : null,
  }));
}

/** For the pages of an application: for whom this account acts there, or null where it is its own or not open to it. */
export async function representedHere(
  userId: string,
  applicationId: string,
): Promise<{ representationId: string; personName: string } | null> {
  if (!isUuid(applicationId)) return null;
  const found = await db().representation.findFirst({ where: { applicationId, userId, state: "active" } });
  return found && { representationId: found.id, personName: await applicantName(applicationId) };
}

/** What a representative sees before and after a power of attorney is there. */
export type OwnRepresentation = {
  representation: Representation;
  personName: string;
  reference: string;
  /** The application is for a child or someone else whom the account applies for. */
  isForAnother: boolean;
  /** Until it is submitted a power of attorney can be added. */
  isDraft: boolean;
};

/** Throws `AppError("not-found")` as `requireRepresentation`. */
export async function openRepresentation(
  userId: string,
  representationId: string,
): Promise<OwnRepresentation> {
  const representation = await requireRepresentation(userId, representationId);
  const { reference, state, person } = await db().application.findUniqueOrThrow({
    where: { id: representation.applicationId },
    include: { person: true },
  });
  const personName = await applicantName(representation.applicationId);
  return { representation, personName, reference, isForAnother: !person.isSelf, isDraft: state === "draft" };
}

/** What the holder sees of who represents them. */
export type HeldRepresentation = {
  application: Application;
  personName: string;
  isForAnother: boolean;
  /** The one that has not ended. */
  live: Representation | null;
  /** Of the invitation that was sent last, while nobody has answered it; null once it ran out. */
  invitedUntil: Date | null;
  /** The address with which the representative signs in, once they accepted. */
  signsInAs: string | null;
  /** They started the application themselves. */
  isStartedByThem: boolean;
  ended: readonly Representation[];
};

/** Everything about the representatives of this holder's application, for the holder alone. Throws `AppError("not-found")`. */
export async function openHeldRepresentation(
  userId: string,
  applicationId: string,
): Promise<HeldRepresentation> {
  const { id } = await requireHeldApplication(userId, applicationId);
  const application = await db().application.findUniqueOrThrow({
    where: { id },
    include: {
      person: true,
      events: { where: { kind: "representative-started" } },
      representations: {
        orderBy: { createdAt: "desc" },
        include: { user: true, invitations: { orderBy: { createdAt: "desc" }, take: 1 } },
      },
    },
  });
  const { person, events, representations } = application;
  const live = representations.find(({ state }) => state !== "ended") ?? null;
  const [invitation] = live?.invitations ?? [];
  const isOpen = invitation && stateOfInvitation(invitation) === "open";
  return {
    application,
    personName: await applicantName(id),
    isForAnother: !person.isSelf,
    live,
    invitedUntil: isOpen ? invitation.expiresAt : null,
    signsInAs: live?.user?.email ?? null,
    isStartedByThem: events.some((event) => event.userId !== null && event.userId === live?.userId),
    ended: representations.filter(({ state }) => state === "ended"),
  };
}
