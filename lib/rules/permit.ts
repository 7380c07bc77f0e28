import type { Citation, Rights, Validity } from "./assessment";
import type { Case, Stay } from "./case";
import type { Clause, Ground } from "./clause";
import type { Dated } from "./editions";
import type { FactId, PermitId } from "./facts";
import type { FundsRule } from "./funds";
import type { Holds } from "./logic";
import type { DocumentId, DutyId, NoteId, RequestId } from "./vocabulary";

/** Something listed in the assessment where `when` holds; always, where it has none. */
export type Listed<Id> = Dated & {
  id: Id;
  cites: readonly Citation[];
  asks?: readonly FactId[];
  when?: (c: Case) => Holds;
};

export type StayClause = Dated & { asks: readonly FactId[]; of: (c: Case) => Stay };

export type ValidityClause = Dated & {
  kind: Validity["kind"];
  cites: readonly Citation[];
  asks: readonly FactId[];
  of: (c: Case) => Omit<Validity, "cites">;
};

export type RightClause = Dated & Rights & { id: string; whilePending: readonly Citation[] };

export type PermitGroup = "research" | "studies" | "after" | "family" | "visit" | "permanent" | "visa";

/** One permit: everything that the assessment, the catalogue and the questions are made from. */
export type Permit = Dated & {
  id: PermitId;
  cites: readonly Citation[];
  group: PermitGroup;
  /** The statute says may (får). */
  discretionary: boolean;
  decisionWithin: { days: number; cites: readonly Citation[] } | null;
  /** In the statute's order. */
  conditions: readonly Clause[];
  fromInside: {
    /** The rule that the application is made and granted before entry. */
    bar: readonly Citation[];
    grounds: readonly Ground[];
    /** The permit is only for those inside: `apply-before-entry` is not a condition of it. */
    insideOnly?: true;
  };
  validity: readonly ValidityClause[];
  documents: readonly Listed<DocumentId>[];
  duties: readonly Listed<DutyId>[];
  rights: readonly RightClause[];
  alternatives: readonly Listed<PermitId>[];
  requests: readonly Listed<RequestId>[];
  notes: readonly Listed<NoteId>[];
  /** The time that it is tried for, where that is not the stay applied for. */
  stay?: readonly StayClause[];
  /** How the means are measured, where that is a condition. */
  funds?: FundsRule;
};
