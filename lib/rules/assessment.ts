import type { FactId, PermitId } from "./facts";
import type { ConditionId, DocumentId, DutyId, NoteId, RequestId } from "./vocabulary";

/** `ACT chapter:section[ stN][ pN]`, as in `UtlL 5b:9 p5` (utlänningslagen 5 b kap. 9 § 5). */
export type Citation = string;

export type ConditionState = "met" | "not-met" | "unknown" | "later" | "authority";
export type Effect = "refuse" | "may-refuse";
export type Outcome = "eligible" | "at-risk" | "not-eligible" | "undetermined" | "permit-not-needed";

/** How one condition of the permit stands. */
export type ConditionOutcome = {
  id: ConditionId;
  state: ConditionState;
  /** What follows where it is not met. */
  effect: Effect;
  cites: readonly Citation[];
  /** Facts that would settle it, in the order to ask them. */
  missing: readonly FactId[];
  /** The case within the state, for the wording: see `CONDITION_CASES`. */
  reason?: string;
  /** Ids of parameters that it rests on and that have run out. */
  expired?: readonly string[];
  /** Ids of parameters that it rests on and that stand in for an amount not yet entered. */
  carriedOver?: readonly string[];
};

export type Entry<Id extends string = string> = { id: Id; cites: readonly Citation[] };

export type ApplyFromSweden = {
  state: "allowed" | "not-allowed" | "authority" | "unknown";
  /** The grounds that hold, first first; where it is unknown those that may hold; else the rule that bars. */
  cites: readonly Citation[];
  /** Facts that would settle it, in the order to ask them. */
  missing: readonly FactId[];
};

export type Validity = {
  kind: "exactly" | "at-least" | "same-as-sponsor" | "permanent";
  /** Left out where the stay is not known. */
  months?: number;
  /** Longest validity, where the law sets one. */
  atMostMonths?: number;
  cites: readonly Citation[];
};

export type Rights = {
  workHoursPerWeek: number | "unlimited" | "work-permit-needed";
  /** The limit counts in term time only. */
  termTimeOnly?: true;
  cites: readonly Citation[];
};

export type Assessment = {
  permit: PermitId;
  /** First day in force of the law that was applied. */
  law: string;
  outcome: Outcome;
  /** The statute says that the permit may be granted (får), not that it shall be. */
  discretionary: boolean;
  conditions: readonly ConditionOutcome[];
  applyFromSweden: ApplyFromSweden;
  validity: Validity | null;
  documents: readonly Entry<DocumentId>[];
  duties: readonly Entry<DutyId>[];
  rights: Rights | null;
  decisionWithinDays: number | null;
  /** Permits to look at instead or as well. */
  alternatives: readonly PermitId[];
  /** Requests to make together with the application. */
  alsoRequest: readonly RequestId[];
  notes: readonly Entry<NoteId>[];
  /** Facts that would settle unknown conditions, in the order to ask them. */
  missing: readonly FactId[];
};
