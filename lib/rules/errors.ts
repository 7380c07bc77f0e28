export type RulesErrorCode = "no-permit" | "no-decision-date" | "no-law-for-date";

/** The rules cannot be asked this. Never thrown for facts that are merely missing. */
export class RulesError extends Error {
  constructor(
    readonly code: RulesErrorCode,
    readonly params: Record<string, string> = {},
  ) {
    super([code, ...Object.values(params)].join(" "));
    this.name = "RulesError";
  }
}
