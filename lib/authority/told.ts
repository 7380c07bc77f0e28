import { requireOwnApplication } from "@/lib/applications/access";
import { db } from "@/lib/db/client";
import { EVENT_KINDS, type EventKind } from "./feed";

/** Something that the authority was told of one's own case. */
export type Told = {
  kind: EventKind;
  at: Date;
  /** When the authority confirmed that it has it; null so far. */
  confirmedAt: Date | null;
};

/** What the applicant's side tells; the rest of the events are the authority's own doing. */
const FROM_APPLICANT: readonly EventKind[] = EVENT_KINDS.filter(
  (kind) => kind !== "request-made" && kind !== "request-overdue" && kind !== "decision-issued",
);

/** What the authority was told of one's own case and when, the newest first; empty while it is a draft. */
export async function toldToAuthority(userId: string, applicationId: string): Promise<Told[]> {
  const { id, state } = await requireOwnApplication(userId, applicationId);
  if (state === "draft") return [];
  const events = await db().event.findMany({
    where: { applicationId: id, kind: { in: [...FROM_APPLICANT] } },
    orderBy: { id: "desc" },
    include: { feed: true },
  });
  const ofSubmission = await db().authorityReceipt.findFirst({
    where: { submission: { applicationId: id } },
  });
  return Promise.all(
    events.map(async (event) => {
      const kind = event.kind as EventKind;
      const own = kind === "application-submitted" ? ofSubmission : null;
      const receipt = own ?? (event.feed && (await coveringReceipt(event.feed.position)));
      return { kind, at: event.at, confirmedAt: receipt?.at ?? null };
    }),
  );
}

/** The first that confirms all events up to this position or further. */
const coveringReceipt = (position: bigint) =>
  db().authorityReceipt.findFirst({
    where: { upTo: { gte: position } },
    orderBy: [{ upTo: "asc" }, { at: "asc" }],
  });
