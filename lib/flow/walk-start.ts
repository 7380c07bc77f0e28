import type { Facts } from "@/lib/rules";

// Apart from the rest of the walk: the first page needs no rules, and a page that loads them later none either.

/** What a person comes for, in their own words, and what that settles. The first step of the check. */
export type Purpose = { id: string; facts: Facts };

export const PURPOSES = [
  { id: "studies", facts: { permit: "studies" } },
  {
    id: "doctoral-with-agreement",
    facts: { permit: "research", hostingAgreement: true, doctoralStudent: true },
  },
  {
    id: "doctoral-without-agreement",
    facts: { permit: "studies", hostingAgreement: false, studyLevel: "doctoral" },
  },
  { id: "research", facts: { permit: "research", doctoralStudent: false } },
] as const satisfies readonly Purpose[];

export type PurposeId = (typeof PURPOSES)[number]["id"];

export const KINDS = ["first", "extension"] as const;
export type Kind = (typeof KINDS)[number];

export const START = "start";
export const RESULT = "result";

/** Names in the forms of the check. */
export const MOVE = "move";
export const WALK = "walk";

/** Where a person is in the check, and what was answered. Also answers that do not matter now are kept. */
export type WalkState = {
  purpose: PurposeId | null;
  kind: Kind | null;
  given: Facts;
  /** `start`, `result` or the key of a page. */
  at: string;
  /** Came from the result to change an answer: goes back there as soon as nothing is left to ask. */
  isReview: boolean;
};

export const NEW_WALK: WalkState = { purpose: null, kind: null, given: {}, at: START, isReview: false };
