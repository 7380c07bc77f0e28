import {
  applicationFee,
  type Citation,
  catalogue,
  NOT_MODELLED,
  PERMIT_IDS,
  PERMITS,
  type PermitId,
} from "@/lib/rules";
import { CLAUSE_KINDS } from "./clauses-of";
import { restsOn } from "./paragraphs";
import { sharedClauses } from "./shared-clauses";

/** What to show: all where absent. `place` is an act or a paragraph, as in `UtlL` or `UtlL 5b:9`. */
export type ClauseFilter = { permit?: PermitId; place?: string };

const data = catalogue();
type PermitEntry = (typeof data.permits)[number];

export const isPermitId = (id: unknown): id is PermitId => PERMIT_IDS.some((one) => one === id);

type Cited = { cites: readonly Citation[]; exceptions?: readonly { cites: readonly Citation[] }[] };

const isAt =
  (place: string | undefined) =>
  ({ cites, exceptions = [] }: Cited) =>
    place === undefined || [{ cites }, ...exceptions].some((one) => restsOn(one.cites, place));

const isOf = (permit: PermitId | undefined) => (id: PermitId) => permit === undefined || permit === id;

function across<Entry extends Cited>(
  pick: (permit: PermitEntry) => readonly Entry[],
  { permit, place }: ClauseFilter,
) {
  const all = data.permits
    .filter(({ id }) => isOf(permit)(id))
    .flatMap((one) => pick(one).map((clause) => ({ ...clause, permit: one.id })));
  return sharedClauses(all.filter(isAt(place)));
}

const citesOf = (permit: PermitEntry): readonly Citation[] =>
  CLAUSE_KINDS.flatMap((kind) => permit[kind] as readonly Cited[]).flatMap(({ cites }) => cites);

const FIRST_DAY = "2025-01-01";

/** The amounts that the means are measured by belong to the permits that name them. */
const ofMeans = (permit: PermitId) => {
  const { funds } = PERMITS[permit];
  return funds ? [funds.parameter, funds.measure, ...funds.reductions.map((one) => one.parameter)] : [];
};
const MEANS = new Set(PERMIT_IDS.flatMap(ofMeans).map(({ id }) => id));

/** The fee, the amounts of the means, and the limits that rest on a citation of one of its clauses. */
function concerns(parameter: { id: string; cites: readonly Citation[] }, permit: PermitEntry): boolean {
  if (MEANS.has(parameter.id)) return ofMeans(permit.id).some(({ id }) => id === parameter.id);
  const fee = applicationFee({ permit: permit.id, decisionDate: FIRST_DAY }).cites;
  const cited = [...citesOf(permit), ...fee];
  return parameter.cites.some((cite) => cited.includes(cite));
}

const parametersOf = ({ permit, place }: ClauseFilter) =>
  data.parameters.filter(
    (parameter) =>
      isAt(place)(parameter) &&
      data.permits.some((entry) => isOf(permit)(entry.id) && concerns(parameter, entry)),
  );

/** Every clause that fits, each once with the permits that have it; amounts, and what is not modelled. */
export function findClauses(filter: ClauseFilter) {
  return {
    conditions: across((permit) => permit.conditions, filter),
    grounds: across((permit) => permit.grounds, filter),
    documents: across((permit) => permit.documents, filter),
    duties: across((permit) => permit.duties, filter),
    validity: across((permit) => permit.validity, filter),
    rights: across((permit) => permit.rights, filter),
    requests: across((permit) => permit.requests, filter),
    notes: across((permit) => permit.notes, filter),
    parameters: parametersOf(filter),
    notModelled: NOT_MODELLED.filter(
      (entry) => isAt(filter.place)(entry) && entry.permits.some(isOf(filter.permit)),
    ),
  };
}

export type FoundClauses = ReturnType<typeof findClauses>;
