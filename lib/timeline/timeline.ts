import {
  assess,
  type Citation,
  type DutyId,
  type EditionId,
  PERMIT_IDS,
  type PermitId,
  type PermitPeriod,
} from "@/lib/rules";
import { lawOn } from "@/lib/rules/editions";
import { permitInForce } from "@/lib/rules/in-force";
import { type Opening, openingOf } from "./opening";
import { type Breaks, breaksOf, byDate, heldOn, lastInARow } from "./stretches";
import { countsFor, WAYS, type Way } from "./ways";

export type CountedPeriod = PermitPeriod & { countsFor: readonly Way[]; isPresent: boolean };

export type Timeline = {
  today: string;
  /** Earliest first. */
  periods: readonly CountedPeriod[];
  breaks: Breaks;
  /** The permit held today, and what its holder must do until its last day. */
  present: {
    period: PermitPeriod;
    canBeExtended: boolean;
    duties: readonly { id: DutyId; cites: readonly Citation[] }[];
  } | null;
  /** Last day of the permits that follow on one another from the present one; after it, it is taken to be extended. */
  coveredUntil: string | null;
  /** Whether the last of them can be extended and so is taken to run on. */
  runsOn: boolean;
  /** The ways that open, the earliest first. */
  openings: readonly Opening[];
};

const isPermitOfRules = (permit: string): permit is PermitId => PERMIT_IDS.some((id) => id === permit);

/** The permits after studies and research cannot be extended (UtlL 5b:17). Those that the rules do not know may be. */
function canBeExtended(permit: string, date: string, editions: readonly EditionId[]): boolean {
  if (!isPermitOfRules(permit)) return true;
  const { conditions } = assess({ permit, kind: "extension", decisionDate: date }, { editions });
  return !conditions.some(({ reason }) => reason === "cannot-be-extended");
}

/** What everyone who holds the permit must do; not what depends on the case. */
function dutiesOf(permit: string, date: string, editions: readonly EditionId[]) {
  if (!isPermitOfRules(permit)) return [];
  const { duties } = permitInForce(permit, lawOn(date, editions).date);
  return duties.filter(({ when }) => when === undefined).map(({ id, cites }) => ({ id, cites }));
}

const EVER = "2199-12-31";

/**
 * What the permits held mean on `today`. It is assumed that the present permit, or the last of those that follow on it
 * without a gap, is extended for as long as needed where it can be; and that nothing else changes.
 * @param periods at most some dozens; each ends on or after the day it begins
 * @throws {RulesError} `no-law-for-date`
 */
export function timelineOf(
  periods: readonly PermitPeriod[],
  today: string,
  editions: readonly EditionId[],
): Timeline {
  const held = heldOn(periods, today);
  const last = held && lastInARow(periods, held);
  const runsOn = last !== null && canBeExtended(last.permit, today, editions);
  const history = runsOn ? periods.map((one) => (one === last ? { ...one, until: EVER } : one)) : periods;
  const openings = WAYS.flatMap((way) => openingOf(way, history, today, editions) ?? []);
  return {
    today,
    periods: byDate(periods).map((one) => ({
      ...one,
      countsFor: countsFor(one, today, editions),
      isPresent: one === held,
    })),
    breaks: breaksOf(periods),
    present: held && {
      period: held,
      canBeExtended: canBeExtended(held.permit, today, editions),
      duties: dutiesOf(held.permit, today, editions),
    },
    coveredUntil: last?.until ?? null,
    runsOn,
    openings: openings.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  };
}
