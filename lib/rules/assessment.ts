import type { FactId, PermitId } from "./facts";

/** `ACT chapter:section[ stN][ pN]`, as in `UtlL 5b:9 p5` (utlänningslagen 5 b kap. 9 § 5). */
export type Citation = string;

export type ConditionState = "met" | "not-met" | "unknown" | "later" | "authority";
export type Effect = "refuse" | "may-refuse";
export type Outcome = "eligible" | "at-risk" | "not-eligible" | "undetermined" | "permit-not-needed";

/** How one condition of the permit stands. `reason` names the case within the state, for the wording ("expired-before-stay"). */
export type ConditionOutcome = {
  id: string;
  state: ConditionState;
  effect: Effect;
  cites: Citation[];
  /** Facts that would settle it, in the order to ask them. */
  missing: FactId[];
  reason?: string;
  /** Ids of parameters that it rests on and that have run out. */
  expired?: string[];
};

export type Entry = { id: string; cites: Citation[] };

export type ApplyFromSweden = { state: "allowed" | "not-allowed" | "authority" | "unknown"; cites: Citation[] };

export type Validity = {
  kind: "exactly" | "at-least" | "same-as-sponsor" | "permanent";
  months?: number;
  cites: Citation[];
};

export type Rights = { workHoursPerWeek: number | "unlimited" | "work-permit-needed"; cites: Citation[] };

export type Assessment = {
  permit: PermitId;
  /** First day in force of the law that was applied. */
  law: string;
  outcome: Outcome;
  discretionary: boolean;
  conditions: ConditionOutcome[];
  applyFromSweden: ApplyFromSweden;
  validity: Validity | null;
  documents: Entry[];
  duties: Entry[];
  rights: Rights | null;
  decisionWithinDays: number | null;
  alternatives: PermitId[];
  alsoRequest: string[];
  missing: FactId[];
};
