import type { StepId } from "@/lib/flow/step-checks";
import type { Case, StepState } from "./case";
import { documentRequirements } from "./requirements";

/** The parts of the task list in their order. */
export const TASK_PARTS = ["about", "plans", "documents", "send"] as const;
type TaskPart = (typeof TASK_PARTS)[number];

export type OpenTask = { id: StepId | "documents" | "review"; part: TaskPart; state: StepState };

export type Progress = {
  done: number;
  all: number;
  /** What to do next; the review where everything is there. */
  next: OpenTask["id"];
};

/** How far the documents are: of so many kinds that the rules list, so many are there. */
export function documentProgress(
  reading: Case,
  given: ReadonlySet<string>,
): { there: number; asked: number } {
  const asked = documentRequirements(reading);
  return { there: asked.filter(({ id }) => given.has(id)).length, asked: asked.length };
}

function documentsTask(reading: Case, given: ReadonlySet<string>): OpenTask {
  const { there, asked } = documentProgress(reading, given);
  const state = there === asked ? "done" : there > 0 ? "unfinished" : "to-do";
  return { id: "documents", part: "documents", state };
}

/** Everything there is to do in a draft, in the order of the task list. `given`: what there is a document for. */
export function tasksOf(reading: Case, given: ReadonlySet<string>): OpenTask[] {
  const steps = reading.steps.map(({ step, state }): OpenTask => ({ id: step.id, part: step.part, state }));
  const review: OpenTask = { id: "review", part: "send", state: "to-do" };
  const all = [...steps, documentsTask(reading, given), review];
  return TASK_PARTS.flatMap((part) => all.filter((task) => task.part === part));
}

/** How far a draft has come; the review at the end is no part of it. */
export function progressOf(reading: Case, given: ReadonlySet<string>): Progress {
  const tasks = tasksOf(reading, given);
  const counted = tasks.filter(({ id }) => id !== "review");
  return {
    done: counted.filter(({ state }) => state === "done").length,
    all: counted.length,
    next: tasks.find(({ state }) => state !== "done")?.id ?? "review",
  };
}
