import type { Facts, PermitId } from "@/lib/rules";
import type { Field } from "./fields";

// Apart from the rest of the walk: the first page needs no rules, and a page that loads them later none either.

/** What a person comes for, in their own words, and what that settles. The first step of the check. */
export type Purpose = {
  id: string;
  facts: Facts & { permit: PermitId };
  /** The permit can be extended: whether the person has it already is asked. */
  isExtendable?: true;
};

/** Purposes that lie close together, shown under one heading: `check.start.purpose.groups.<id>`. */
export type PurposeGroup = { id: string; purposes: readonly Purpose[] };

export const PURPOSE_GROUPS = [
  {
    id: "study",
    purposes: [
      { id: "studies", facts: { permit: "studies" }, isExtendable: true },
      {
        id: "doctoral-with-agreement",
        facts: { permit: "research", hostingAgreement: true, doctoralStudent: true },
        isExtendable: true,
      },
      {
        id: "doctoral-without-agreement",
        facts: { permit: "studies", hostingAgreement: false, studyLevel: "doctoral" },
        isExtendable: true,
      },
      {
        id: "guest-doctoral-with-agreement",
        facts: { permit: "research", hostingAgreement: true, doctoralStudent: true, guestDoctoral: true },
        isExtendable: true,
      },
      {
        id: "guest-doctoral-without-agreement",
        facts: { permit: "visiting-doctoral", hostingAgreement: false, guestDoctoral: true },
        isExtendable: true,
      },
      { id: "commissioned-education", facts: { permit: "commissioned-education" }, isExtendable: true },
    ],
  },
  {
    id: "research",
    purposes: [
      { id: "research", facts: { permit: "research", doctoralStudent: false }, isExtendable: true },
      { id: "research-mobility", facts: { permit: "research-mobility" }, isExtendable: true },
    ],
  },
  {
    id: "after",
    purposes: [
      { id: "after-research", facts: { permit: "job-seeking-after-research" } },
      { id: "after-studies", facts: { permit: "job-seeking-after-studies" } },
    ],
  },
  {
    id: "family",
    purposes: [
      { id: "family-of-researcher", facts: { permit: "family-of-researcher" }, isExtendable: true },
      { id: "family-of-student", facts: { permit: "family-of-student" }, isExtendable: true },
      {
        id: "family-of-commissioned-student",
        facts: { permit: "family-of-commissioned-student", sponsorPermit: "commissioned-education" },
        isExtendable: true,
      },
    ],
  },
  {
    id: "stay",
    purposes: [
      { id: "permanent", facts: { permit: "permanent" } },
      { id: "travel", facts: { permit: "national-visa" } },
    ],
  },
] as const satisfies readonly PurposeGroup[];

export type PurposeId = (typeof PURPOSE_GROUPS)[number]["purposes"][number]["id"];

export const PURPOSES = PURPOSE_GROUPS.flatMap(
  ({ purposes }): readonly (Purpose & { id: PurposeId })[] => purposes,
);

export const KINDS = ["first", "extension"] as const;
export type Kind = (typeof KINDS)[number];

export const purposeOf = (id: unknown) => PURPOSES.find((purpose) => purpose.id === id);

/** The form of the first page. */
export const START_FIELDS = [
  { name: "purpose", kind: "choice", options: PURPOSES.map(({ id }) => id) },
  {
    name: "kind",
    kind: "choice",
    options: KINDS,
    when: {
      field: "purpose",
      is: PURPOSES.filter(({ isExtendable }) => isExtendable).map(({ id }) => id),
    },
  },
] as const satisfies readonly Field[];

export const START = "start";
export const RESULT = "result";

/** Names in the forms of the check. */
export const MOVE = "move";
export const WALK = "walk";
/** The fields that had to be answered when the form was shown, separated by spaces. */
export const SHOWN = "shown";

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
