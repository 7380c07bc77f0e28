import type { FactId, Facts, PermitId } from "@/lib/rules";
import type { EditionId } from "@/lib/rules/editions";
import type { Field } from "../fields";
import type { StepId } from "../step-checks";

/** What is known of an application: what it is for, the day it is read, and its answers so far. */
export type CaseFacts = Facts & { permit: PermitId; decisionDate: string };

export type StepOptions = { editions?: readonly EditionId[] | undefined };

/** Where in the task list: about the person and the family, about the plans, or the sending itself. */
type StepPart = "about" | "plans" | "send";

export type Step = {
  id: StepId;
  part: StepPart;
  fields: readonly Field[];
};

/** A step as it may be. Without more, each of its facts is asked that the rules of the permit rest on. */
export type Definition = Step & {
  /** Every field is asked whatever the rules rest on. */
  isAlways?: true;
  /** The step is there only where this holds. */
  isFor?: (facts: CaseFacts, options: StepOptions) => boolean;
  /** The step is there only once these are known, as far as the permit asks for them. */
  after?: readonly FactId[];
  /** The step is there only while this fact of it can change the outcome. */
  gate?: FactId;
  /** Each fact is asked only while it can change the outcome. */
  isFactByFact?: true;
  /** The step is there without any fact too. */
  standsAlone?: true;
  /** Fields that are asked only where this holds. */
  keeps?: (name: string, facts: CaseFacts, options: StepOptions) => boolean;
};

export const text = (name: string, extra: Partial<Field> = {}): Field => ({ name, kind: "text", ...extra });
export const longText = (name: string, extra: Partial<Field> = {}): Field => ({
  name,
  kind: "long-text",
  ...extra,
});
export const day = (name: string, extra: Partial<Field> = {}): Field => ({ name, kind: "date", ...extra });
export const yesNo = (name: string, extra: Partial<Field> = {}): Field => ({
  name,
  kind: "yes-no",
  ...extra,
});

export const optional = { optional: true } as const;
export const ifYes = (field: string) => ({ when: { field, is: ["yes"] } });
export const ifNo = (field: string) => ({ when: { field, is: ["no"] } });
