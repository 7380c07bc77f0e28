import { RulesError } from "./errors";

/** First days in force. Clauses are dated with these; no clause names an edition. */
export const BASE = "2025-01-01";
export const DS = "2026-03-01";
export const BILL = "2026-06-11";

/** The last day before the proposal, and before the bill: `until` of what they replace. */
export const BEFORE_DS = "2026-02-28";
export const BEFORE_BILL = "2026-06-10";

export type EditionId = "base" | "ds-2024-31" | "prop-2025-26-146";

export type Edition = {
  id: EditionId;
  from: string;
  /** Key of its name and of the note on where it was taken from. */
  titleId: string;
  sourceId: string;
  isDefault: boolean;
};

/**
 * An edition changes the law from its first day on and leaves the rest of it standing. Switched off, its clauses
 * are not in force and what they replace stays.
 */
export const EDITIONS = [
  {
    id: "base",
    from: BASE,
    titleId: "base",
    sourceId: "consolidated-acts-2025",
    isDefault: true,
  },
  // Ds 2024:31 by its own date of entry into force.
  {
    id: "ds-2024-31",
    from: DS,
    titleId: "ds-2024-31",
    sourceId: "ds-2024-31-chapter-1",
    isDefault: true,
  },
  // Prop. 2025/26:146, according to the committee report 2025/26:SfU23: the statute text was not at hand.
  {
    id: "prop-2025-26-146",
    from: BILL,
    titleId: "prop-2025-26-146",
    sourceId: "committee-report-2025-26-sfu23",
    isDefault: false,
  },
] as const satisfies readonly Edition[];

export const DEFAULT_EDITIONS: readonly EditionId[] = EDITIONS.filter((e) => e.isDefault).map((e) => e.id);

/** The editions that these rest on, and these: each one changes what the one before it left standing. */
export function editionsUpTo(named: readonly EditionId[]): readonly EditionId[] {
  const newest = Math.max(...named.map((id) => EDITIONS.findIndex((edition) => edition.id === id)));
  return EDITIONS.slice(0, newest + 1).map(({ id }) => id);
}

export const isEditionId = (text: string): text is EditionId => EDITIONS.some((e) => e.id === text);

/** Something that is in force from one day and, where it is replaced, until another; both days included. */
export type Dated = { from: string; until?: string };

/** The law of a decision: the first day in force of the newest edition that applies. */
export type Law = {
  date: string;
  /** First day on which what is dated `from` is in force here: its own, or that of the edition that brought it. */
  inForceSince(from: string): string;
};

export const isInForce = (dated: Dated, lawDate: string) =>
  dated.from <= lawDate && (dated.until === undefined || lawDate <= dated.until);

/**
 * The law of a decision on `date` with these editions switched on.
 * @throws {RulesError} `no-law-for-date` where none was in force: never the nearest.
 */
export function lawOn(date: string, editions: readonly EditionId[] = DEFAULT_EDITIONS): Law {
  let lawDate: string | undefined;
  for (const edition of EDITIONS) {
    if (edition.from <= date && editions.includes(edition.id)) lawDate = edition.from;
  }
  if (lawDate === undefined) throw new RulesError("no-law-for-date", { date });
  const inForceSince = (from: string) =>
    EDITIONS.find((e) => e.from >= from && editions.includes(e.id))?.from ?? from;
  return { date: lawDate, inForceSince };
}
