import { type FactId, PERMITS, type PermitId } from "@/lib/rules";

/** Whether some clause of the permit that is in force on the day (ISO date) rests on the fact, in whatever case. */
export function asksFor(permit: PermitId, fact: FactId, day: string): boolean {
  // Not in any clause, since every permit but the visa is applied for before entry or by leave from inside.
  if (fact === "inSweden") return true;
  const { conditions, fromInside, validity, documents, duties } = PERMITS[permit];
  return [conditions, fromInside.grounds, validity, documents, duties]
    .flat()
    .some(
      ({ from, until, asks }) => from <= day && (until === undefined || day <= until) && asks?.includes(fact),
    );
}
