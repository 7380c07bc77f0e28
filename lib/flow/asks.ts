import { type FactId, PERMITS, type PermitId } from "@/lib/rules";

/** Whether some clause of the permit that is in force on the day (ISO date) rests on the fact, in whatever case. */
export function asksFor(permit: PermitId, fact: FactId, day: string): boolean {
  // Not in any clause, since every permit but the visa is applied for before entry or by leave from inside.
  if (fact === "inSweden") return true;
  const { conditions, fromInside, validity, documents, duties, requests, stay } = PERMITS[permit];
  // In the clauses of every permit with means, but where the law sets the time its end is not for the person to choose.
  if (fact === "stayUntil" && stay !== undefined) return false;
  const exceptions = conditions.flatMap((clause) => clause.exceptions ?? []);
  return [conditions, exceptions, fromInside.grounds, validity, documents, duties, requests]
    .flat()
    .some(
      ({ from, until, asks }) => from <= day && (until === undefined || day <= until) && asks?.includes(fact),
    );
}
