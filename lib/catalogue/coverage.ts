import type { Citation, PermitId } from "@/lib/rules";
import coverage from "./coverage.json";

const IDS: Readonly<Record<string, string>> = coverage.ids;
const CITES: Readonly<Record<string, string>> = coverage.cites;
const PEOPLE: Readonly<Record<string, number>> = coverage.people;

const filesOf = (names: string | undefined) => names?.split(" ") ?? [];

/** Files of tests in `lib/rules` that name the matter or, where none does, one of the citations that it rests on. */
export function testsOf({ id, cites }: { id: string; cites: readonly Citation[] }): readonly string[] {
  const byId = filesOf(IDS[id]);
  return byId.length > 0 ? byId : [...new Set(cites.flatMap((cite) => filesOf(CITES[cite])))];
}

/** How many whole cases in `lib/rules/scenarios` concern the permit. */
export const peopleOf = (permit: PermitId): number => PEOPLE[permit] ?? 0;
