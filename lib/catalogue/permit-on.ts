import {
  applicationFee,
  assess,
  type Citation,
  catalogue,
  type EditionId,
  type Facts,
  type Fee,
  type FeeExemption,
  PERMIT_IDS,
  PERMITS,
  type PermitId,
} from "@/lib/rules";
import { type Amount, amountOn } from "@/lib/rules/amounts/parameter";
import { lawOn } from "@/lib/rules/editions";
import { type Period, periodUnder, standingOn } from "./period";

type Dated = Period & { id: string };

/** A matter as it stands on a day: its clauses in force, or those to come, and when that changes. */
export type Standing<Clause> = {
  /** The first of `clauses`. */
  clause: Clause;
  /** More than one where the statute has a rule of its own for extensions. */
  clauses: readonly Clause[];
  /** Where it is not in force yet. */
  begins?: string;
  /** Since when, where it was not always so. */
  since?: string;
  /** Last day, where nothing follows. */
  ends?: string;
  /** First day of another wording. */
  changes?: string;
};

const FIRST_LAW = "2025-01-01";

/** One entry a matter: clauses of the same id are wordings of it. What is past, or in no law that is used, is left out. */
export function standings<Clause extends Dated>(
  clauses: readonly Clause[],
  date: string,
  editions: readonly EditionId[],
): Standing<Clause>[] {
  const dated = clauses.flatMap((clause) => {
    const period = periodUnder(clause, editions);
    const standing = standingOn(date, period);
    return period && (standing === "now" || standing === "later") ? [{ clause, period, standing }] : [];
  });
  return [...new Set(clauses.map(({ id }) => id))].flatMap((matter) => {
    const wordings = dated.filter(({ clause }) => clause.id === matter);
    const now = wordings.filter(({ standing }) => standing === "now");
    const [next] = wordings.filter(({ standing }) => standing === "later");
    const [shown] = now.length > 0 ? now : wordings;
    if (!shown) return [];
    const { clause, period } = shown;
    const entry: Standing<Clause> = {
      clause,
      clauses: now.length > 0 ? now.map((one) => one.clause) : [clause],
    };
    if (now.length === 0) entry.begins = period.from;
    else if (period.from > FIRST_LAW) entry.since = period.from;
    if (now.length > 0 && next) entry.changes = next.period.from;
    else if (now.length > 0 && period.until !== null) entry.ends = period.until;
    return [entry];
  });
}

/** Permits for family members of someone with this permit, as the rules answer when asked about a sponsor who holds it. */
export function familyPermitsOf(permit: PermitId, date: string, editions: readonly EditionId[]): PermitId[] {
  return PERMIT_IDS.filter((id) => {
    const facts: Facts = {
      permit: id,
      decisionDate: date,
      sponsorPermit: permit,
      sponsorPermitState: "held",
    };
    return assess(facts, { editions }).conditions.some(
      (condition) => condition.id === "sponsor-permit" && condition.state === "met",
    );
  });
}

export type Fees = {
  adult: Fee;
  child: Fee;
  exemptions: readonly { id: FeeExemption; cites: readonly Citation[] }[];
};

/** One person for each ground to pay nothing. */
const EXEMPT: readonly Facts[] = [
  { citizenship: "JP" },
  { familyOfEeaCitizen: true },
  { sidaScholarship: true },
];

/** What the application costs, and who pays nothing. */
export function feesOf(permit: PermitId, date: string): Fees {
  const asked: Facts = { permit, decisionDate: date };
  const exemptions = EXEMPT.flatMap((facts) => {
    const { exempt, cites } = applicationFee({ ...asked, ...facts });
    return exempt ? [{ id: exempt, cites }] : [];
  });
  return { adult: applicationFee(asked), child: applicationFee({ ...asked, birthDate: date }), exemptions };
}

export type Maintenance = Amount & { isExpired: boolean; unit: string; isFixed: boolean };

/** The amount that surely suffices to live on a month; `isFixed` where the law asks for just that. */
function maintenanceOf(id: PermitId, date: string): Maintenance | null {
  const { funds } = PERMITS[id];
  if (funds === undefined) return null;
  const { parameter, measure } = funds;
  return { ...amountOn(measure, date), unit: measure.unit, isFixed: parameter === measure };
}

/**
 * A permit as it is to be read on a day: what is in force, what is to come and when, with these editions switched on.
 * @throws {RulesError} `no-law-for-date`
 */
export function permitOn(id: PermitId, date: string, editions: readonly EditionId[]) {
  const law = lawOn(date, editions).date;
  const entry = catalogue().permits.find((permit) => permit.id === id);
  if (!entry) throw new RangeError(`no permit is called ${id}`);
  const on = <Clause extends Dated>(clauses: readonly Clause[]) => standings(clauses, date, editions);
  return {
    ...entry,
    law,
    conditions: on(entry.conditions),
    grounds: on(entry.grounds),
    documents: on(entry.documents),
    duties: on(entry.duties),
    validity: on(entry.validity.map((clause) => ({ ...clause, id: "validity" }))),
    rights: on(entry.rights.map((clause) => ({ ...clause, id: "work" }))),
    alternatives: on(entry.alternatives),
    requests: on(entry.requests),
    notes: on(entry.notes),
    bar: PERMITS[id].fromInside.bar,
    isInsideOnly: PERMITS[id].fromInside.insideOnly === true,
    family: familyPermitsOf(id, date, editions),
    fees: feesOf(id, date),
    maintenance: maintenanceOf(id, date),
  };
}

export type PermitOn = ReturnType<typeof permitOn>;
