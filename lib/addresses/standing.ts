/** One address as it was told. Days are ISO days in Sweden, both included. */
export type ToldAddress = {
  id: string;
  kind: "known" | "temporary" | "not-yet-known" | "withheld";
  lines: Record<string, string>;
  validFrom: string;
  /** Only of a temporary one. */
  validUntil: string | null;
  toldAt: Date;
};

/** What holds on a day. `missing`: nothing was told, or only that there is none; `ended`: the temporary one is over. */
export type Standing = {
  state: "fixed" | "temporary" | "ended" | "missing";
  now: ToldAddress | null;
  /** The next one that begins later. */
  next: ToldAddress | null;
};

const later = (one: ToldAddress, other: ToldAddress) =>
  one.validFrom === other.validFrom
    ? other.toldAt.getTime() - one.toldAt.getTime()
    : other.validFrom.localeCompare(one.validFrom);

function stateOf(now: ToldAddress | null, day: string): Standing["state"] {
  if (now?.kind === "known") return "fixed";
  if (now?.kind !== "temporary") return "missing";
  return now.validUntil !== null && now.validUntil < day ? "ended" : "temporary";
}

/**
 * The address on a day: of those that have begun the one that began last, and of two that began on one day the one told last.
 * What was told for a later day and then told anew does not come back.
 */
export function standingOn(told: readonly ToldAddress[], day: string): Standing {
  const ordered = [...told].sort(later);
  const now = ordered.find(({ validFrom }) => validFrom <= day) ?? null;
  const ahead = ordered.filter((one) => one.validFrom > day && (!now || one.toldAt > now.toldAt));
  return { state: stateOf(now, day), now, next: ahead.at(-1) ?? null };
}
