import { DOCUMENT_IDS, type DocumentId } from "@/lib/rules/vocabulary";

/** Signed by the applicant; while it is there, the representative who accepted is let in. */
export const POWER_OF_ATTORNEY = "power-of-attorney";

/** What people may give beside the documents of the rules; words of these are in `uploads`. */
export const OTHER_REQUIREMENTS = [POWER_OF_ATTORNEY, "other"] as const;

/** What a file is given for: a document of the rules, a power of attorney, or something else that the person wants to be read. */
export type Requirement = DocumentId | (typeof OTHER_REQUIREMENTS)[number];

export const REQUIREMENTS: readonly Requirement[] = [...DOCUMENT_IDS, ...OTHER_REQUIREMENTS];

export function isRequirement(value: unknown): value is Requirement {
  return typeof value === "string" && (REQUIREMENTS as readonly string[]).includes(value);
}
