import { OPEN_PERMITS } from "@/lib/applications/applications";
import { isFamilyPermit } from "@/lib/families/permits";
import type { Field } from "@/lib/flow/fields";

export const BIRTH_FIELDS: readonly Field[] = [{ name: "ownBirthDate", kind: "date" }];

/** What somebody can apply for by themselves. */
export const OWN_PERMITS = OPEN_PERMITS.filter((permit) => !isFamilyPermit(permit));

export const WAYS = ["family", "own", "existing"] as const;

/** With which application somebody joins. */
export const CHOICE_FIELDS: readonly Field[] = [
  { name: "as", kind: "choice", options: WAYS },
  { name: "permit", kind: "choice", options: OWN_PERMITS, when: { field: "as", is: ["own"] } },
  { name: "application", kind: "text", max: 100, when: { field: "as", is: ["existing"] } },
];
