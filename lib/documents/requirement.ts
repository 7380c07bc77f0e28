import { DOCUMENT_IDS, type DocumentId } from "@/lib/rules/vocabulary";

/** What a file is given for: a document of the rules, or something else that the person wants to be read. */
export type Requirement = DocumentId | "other";

export const REQUIREMENTS: readonly Requirement[] = [...DOCUMENT_IDS, "other"];

export function isRequirement(value: unknown): value is Requirement {
  return typeof value === "string" && (REQUIREMENTS as readonly string[]).includes(value);
}
