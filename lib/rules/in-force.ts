import type { Clause } from "./clause";
import { type Dated, isInForce } from "./editions";
import type { PermitId } from "./facts";
import type { Permit } from "./permit";
import { PERMITS } from "./permits/register";

const only = <T extends Dated>(list: readonly T[], lawDate: string): readonly T[] =>
  list.filter((dated) => isInForce(dated, lawDate));

const withItsExceptions = (clause: Clause, lawDate: string): Clause => {
  if (clause.exceptions === undefined) return clause;
  const exceptions = only(clause.exceptions, lawDate);
  return { ...clause, exceptions: exceptions.length > 0 ? exceptions : undefined };
};

function permitOn(permit: Permit, lawDate: string): Permit {
  return {
    ...permit,
    conditions: only(permit.conditions, lawDate).map((clause) => withItsExceptions(clause, lawDate)),
    fromInside: { ...permit.fromInside, grounds: only(permit.fromInside.grounds, lawDate) },
    validity: only(permit.validity, lawDate),
    documents: only(permit.documents, lawDate),
    duties: only(permit.duties, lawDate),
    rights: only(permit.rights, lawDate),
    alternatives: only(permit.alternatives, lawDate),
    requests: only(permit.requests, lawDate),
    notes: only(permit.notes, lawDate),
    stay: permit.stay && only(permit.stay, lawDate),
  };
}

const cache = new Map<string, Partial<Record<PermitId, Permit>>>();

/** The permit with only the clauses in force, worked out once for each date of law: an edition's first day. */
export function permitInForce(id: PermitId, lawDate: string): Permit {
  let permits = cache.get(lawDate);
  if (permits === undefined) {
    permits = {};
    cache.set(lawDate, permits);
  }
  permits[id] ??= permitOn(PERMITS[id], lawDate);
  return permits[id];
}
