import { requireHeldApplication } from "@/lib/applications/access";
import { db } from "@/lib/db/client";

/** What a person is shown of what a representative did; the rest is told where it happens. */
const SHOWN = [
  "application-started",
  "representative-accepted",
  "representative-let-in",
  "step-saved",
  "document-added",
  "document-removed",
  "family-ready",
  "family-ready-cancelled",
  "application-submitted",
  "message-sent",
  "correction-sent",
  "later-document-added",
  "request-answered",
  "more-time-asked",
  "address-changed",
  "address-confirmed",
  "decision-opened",
  "decision-demanded",
] as const;

export type Doing = {
  id: string;
  kind: (typeof SHOWN)[number];
  at: Date;
  /** As the holder knows the representative. */
  by: string;
  /** Of a saved step: its id. Of a document: what it was given for. */
  about: string | null;
};

const MOST = 200;

const textIn = (data: unknown, name: string): string | null => {
  const value = (data as Record<string, unknown> | null)?.[name];
  return typeof value === "string" ? value : null;
};

/** What representatives have done with this holder's application, the latest first, two hundred at most. Throws `AppError("not-found")`. */
export async function whatWasDone(userId: string, applicationId: string): Promise<Doing[]> {
  const { id } = await requireHeldApplication(userId, applicationId);
  const representations = await db().representation.findMany({
    where: { applicationId: id, userId: { not: null } },
    orderBy: { createdAt: "asc" },
  });
  const names = new Map(representations.map((one) => [one.userId, one.name]));
  const events = await db().event.findMany({
    where: {
      applicationId: id,
      kind: { in: [...SHOWN] },
      userId: { in: representations.flatMap((one) => one.userId ?? []) },
    },
    orderBy: { id: "desc" },
    take: MOST,
  });
  return events.map((event) => ({
    id: String(event.id),
    kind: event.kind as Doing["kind"],
    at: event.at,
    by: names.get(event.userId) ?? "",
    about: textIn(event.data, "step") ?? textIn(event.data, "requirement"),
  }));
}
