import type { Transaction } from "@/lib/db/client";
import { asksFor } from "@/lib/flow/asks";
import { type AnswerValue, type RawAnswers, rawFromValue } from "@/lib/flow/fields";
import type { StepId } from "@/lib/flow/step-checks";
import { ALL_STEPS } from "@/lib/flow/steps";
import { rawOfHistory } from "@/lib/flow/walk-history";
import { swedishDay } from "@/lib/i18n/swedish-time";
import type { Facts, PermitId } from "@/lib/rules";
import { FROM_CHECK, type Reused, reusedAnswers, stillAsked, takenOverFrom } from "./reuse";
import { isUnderExamination } from "./states";

export type StartingAnswer = { step: StepId; data: RawAnswers; savedBy: string; savedAt?: Date };

type Known = Record<string, AnswerValue | undefined>;

/** Values that are known, laid out over the steps that ask for them, as if they had been typed. */
function asTyped(known: Known): Partial<Record<StepId, RawAnswers>> {
  const answers: Partial<Record<StepId, RawAnswers>> = {};
  for (const { id, fields } of ALL_STEPS) {
    const raw: RawAnswers = {};
    for (const { name, kind } of fields) {
      const value = known[name];
      if (value !== undefined) raw[name] = rawFromValue(value, kind);
    }
    if (Object.keys(raw).length > 0) answers[id] = raw;
  }
  return answers;
}

/** Whether the permit is for the time in which another application is examined. */
export const goesWithAnother = (permit: string): boolean =>
  asksFor(permit as PermitId, "pendingApplication", swedishDay());

/** The application of the person's own that waits for a decision, where the new one asks for it. */
async function pendingAnswers(
  client: Transaction,
  personId: string,
  permit: PermitId,
): Promise<Partial<Record<StepId, Reused>>> {
  if (!goesWithAnother(permit)) return {};
  const own = await client.application.findMany({
    where: { personId },
    include: { submissions: { orderBy: { arrivedAt: "asc" }, take: 1 } },
    orderBy: { updatedAt: "desc" },
  });
  const waits = own.find((one) => isUnderExamination(one.state) && !goesWithAnother(one.permit));
  if (!waits) return {};
  const lodged = waits.submissions[0]?.arrivedAt;
  const typed = asTyped({
    pendingApplication: waits.permit,
    pendingKind: waits.kind,
    pendingReference: waits.reference,
    pendingLodgedOn: lodged && swedishDay(lodged),
  });
  const { reference, updatedAt: savedAt } = waits;
  return Object.fromEntries(
    Object.entries(typed).map(([step, data]) => [step, { data, reference, savedAt }]),
  );
}

type Start = { personId: string; permit: PermitId; facts: Facts; known?: Known; email: string };

/**
 * The answers that a new draft begins with: what the person's other applications know, and over it what they have just
 * answered in a check. Never guesses: what is in neither is left to ask.
 */
export async function startingAnswers(
  client: Transaction,
  { personId, permit, facts, known, email }: Start,
): Promise<StartingAnswer[]> {
  const fallback = asTyped({ email });
  const before = {
    ...(await reusedAnswers(client, personId)),
    ...(await pendingAnswers(client, personId, permit)),
  };
  const history = stillAsked("history", rawOfHistory(facts));
  const checked = {
    ...asTyped({ ...(facts as Known), ...known }),
    ...(Object.keys(history).length > 0 && { history }),
  };
  return ALL_STEPS.flatMap(({ id: step }): StartingAnswer[] => {
    const { [step]: taken } = before;
    const data = { ...fallback[step], ...taken?.data, ...checked[step] };
    if (Object.keys(data).length === 0) return [];
    if (!taken) return [{ step, data, savedBy: FROM_CHECK }];
    return [{ step, data, savedBy: takenOverFrom(taken.reference), savedAt: taken.savedAt }];
  });
}
