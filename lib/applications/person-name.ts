import type { AnswerValue } from "@/lib/flow/fields";

/** The name as it will stand on a letter: given names first; one name alone where there is only one. */
export const personName = (identity: Record<string, AnswerValue> = {}): string =>
  [identity.givenNames, identity.surname].filter(Boolean).join(" ");
