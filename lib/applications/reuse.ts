import type { Transaction } from "@/lib/db/client";
import type { RawAnswers } from "@/lib/flow/fields";
import type { StepId } from "@/lib/flow/step-checks";
import { ALL_STEPS } from "@/lib/flow/steps";

/** What is true of a person whichever permit they apply for. */
export const REUSED_STEPS: readonly StepId[] = [
  "identity",
  "passport",
  "contact",
  "background",
  "guardians",
  "address",
];

const TAKEN_OVER = "reuse:";
/** Marks answers that came from a check and that nobody has saved as a step yet. */
export const FROM_CHECK = "check";

/** Marks answers as taken over from the application with this reference. */
export const takenOverFrom = (reference: string): string => TAKEN_OVER + reference;

/** Reference of the application that answers were taken over from; undefined once they were saved where they are. */
export const sourceOf = (savedBy: string): string | undefined =>
  savedBy.startsWith(TAKEN_OVER) ? savedBy.slice(TAKEN_OVER.length) : undefined;

/** Answers without the fields that the step no longer has. */
export function stillAsked(step: string, raw: RawAnswers): RawAnswers {
  const names = new Set(ALL_STEPS.find(({ id }) => id === step)?.fields.map(({ name }) => name));
  return Object.fromEntries(Object.entries(raw).filter(([name]) => names.has(name)));
}

/** A step as it was typed before, and in which application. */
export type Reused = { data: RawAnswers; reference: string; savedAt: Date };

/**
 * What a person's applications know that a new one of theirs need not ask: of each step what was saved last, as it was
 * typed. A copy keeps the moment of its source, so that the one who typed it is found.
 */
export async function reusedAnswers(
  client: Transaction,
  personId: string,
): Promise<Partial<Record<StepId, Reused>>> {
  const rows = await client.answer.findMany({
    where: {
      step: { in: [...REUSED_STEPS] },
      savedBy: { not: FROM_CHECK },
      application: { personId, state: { not: "withdrawn" } },
    },
    include: { application: { select: { reference: true } } },
    orderBy: [{ savedAt: "asc" }, { application: { createdAt: "desc" } }],
  });
  const reused: Partial<Record<StepId, Reused>> = {};
  for (const { step, data, savedAt, application } of rows) {
    const known = stillAsked(step, data as RawAnswers);
    const { reference } = application;
    if (Object.keys(known).length > 0) reused[step as StepId] = { data: known, reference, savedAt };
  }
  return reused;
}
