import { isDeepStrictEqual } from "node:util";
import { db, type Transaction } from "@/lib/db/client";
import type { Answer, Application } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import type { RawAnswers } from "@/lib/flow/fields";
import type { StepId } from "@/lib/flow/step-checks";
import { lockOwnDraft, requireHeldApplication } from "./access";
import { savedAnswers } from "./answers";
import { readApplication } from "./applications";
import { FROM_CHECK, REUSED_STEPS, sourceOf, stillAsked } from "./reuse";

/** Another draft of the same person, and the steps in which it knows less than this one. */
export type OlderDraft = { application: Application; steps: StepId[] };

const isSavedByPerson = ({ savedBy }: Answer) => savedBy !== FROM_CHECK && !sourceOf(savedBy);

const isSame = (one: Answer, other: Answer) =>
  isDeepStrictEqual(
    stillAsked(one.step, one.data as RawAnswers),
    stillAsked(other.step, other.data as RawAnswers),
  );

/** Whether the person has saved this step here, and the other draft has an older answer or none. */
function isNewer(here: Answer | undefined, there: Answer | undefined): here is Answer {
  if (!here || !isSavedByPerson(here)) return false;
  if (!there) return true;
  if (isSame(here, there)) return false;
  return there.savedBy === FROM_CHECK || there.savedAt < here.savedAt;
}

const rowOf = (answers: readonly Answer[], step: StepId) => answers.find((answer) => answer.step === step);

/** Where the answers of this application could be used too. Nothing for a representative: the other drafts are not theirs to see. */
export async function olderDrafts(userId: string, { id, personId }: Application): Promise<OlderDraft[]> {
  const rows = await db().application.findMany({
    where: { userId, personId, state: "draft" },
    include: { answers: true },
    orderBy: { createdAt: "asc" },
  });
  const here = rows.find((one) => one.id === id);
  if (!here) return [];
  return rows
    .filter((one) => one !== here)
    .flatMap(({ answers, ...application }): OlderDraft[] => {
      const { steps: asked } = readApplication(application, savedAnswers(answers));
      const steps = REUSED_STEPS.filter(
        (id) =>
          asked.some(({ step }) => step.id === id) && isNewer(rowOf(here.answers, id), rowOf(answers, id)),
      );
      return steps.length > 0 ? [{ application, steps }] : [];
    });
}

type Use = {
  userId: string;
  /** The application whose answers are newer, and the draft that takes them. */
  from: string;
  to: string;
  steps: readonly string[];
};

async function copy(client: Transaction, answer: Answer, to: Application, reference: string): Promise<void> {
  const { step, savedAt } = answer;
  const data = stillAsked(step, answer.data as RawAnswers);
  const saved = { data, savedAt, savedBy: `copy:${reference}` };
  await client.answer.upsert({
    where: { applicationId_step: { applicationId: to.id, step } },
    create: { applicationId: to.id, step, ...saved },
    update: { ...saved, revision: { increment: 1 } },
  });
}

/**
 * Uses answers of one application in another draft of the same person too, as far as they still are the newer ones;
 * answers with its reference. Throws `AppError`: `not-found` unless this account holds both for one person, `not-a-draft`.
 */
export async function copyToOtherDraft({ userId, from, to, steps }: Use): Promise<string> {
  return db().$transaction(async (client) => {
    const source = await requireHeldApplication(userId, from, client);
    const target = await requireHeldApplication(userId, to, client);
    if (source.personId !== target.personId || source.id === target.id) throw new AppError("not-found");
    const locked = await lockOwnDraft(client, userId, target.id);
    const [here, there] = await Promise.all(
      [source, locked].map(({ id }) => client.answer.findMany({ where: { applicationId: id } })),
    );
    const newer = REUSED_STEPS.filter((step) => steps.includes(step)).flatMap((step) => {
      const mine = rowOf(here ?? [], step);
      return isNewer(mine, rowOf(there ?? [], step)) ? [mine] : [];
    });
    for (const answer of newer) await copy(client, answer, locked, source.reference);
    if (newer.length > 0)
      await client.application.update({ where: { id: locked.id }, data: { revision: { increment: 1 } } });
    return locked.reference;
  });
}
