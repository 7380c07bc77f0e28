import {
  type Assessment,
  assess,
  type ConditionId,
  type ConditionOutcome,
  type DocumentId,
  type DutyId,
  EDITIONS,
  type EditionId,
  type Facts,
  type NoteId,
} from "@/lib/rules";

/** Before and after; absent where it does not apply. */
type Pair<T> = { before: T | undefined; after: T | undefined };

type Moved<Id> = { added: readonly Id[]; removed: readonly Id[] };

export type PersonalChange = {
  before: Assessment;
  after: Assessment;
  conditions: readonly (Pair<ConditionOutcome> & { id: ConditionId })[];
  documents: Moved<DocumentId>;
  duties: Moved<DutyId>;
  notes: Moved<NoteId>;
  hasNewValidity: boolean;
  hasNewRights: boolean;
  hasNewPlaceToApply: boolean;
};

/** The editions up to and with this one: the law as it would stand if no later one had come. */
const upTo = (edition: EditionId): EditionId[] => {
  const last = EDITIONS.findIndex(({ id }) => id === edition);
  return EDITIONS.slice(0, last + 1).map(({ id }) => id);
};

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const stance = ({ state, effect, reason }: ConditionOutcome) => [state, effect, reason];

function conditionsOf(before: Assessment, after: Assessment): PersonalChange["conditions"] {
  const ids = [...new Set([...after.conditions, ...before.conditions].map(({ id }) => id))];
  return ids
    .map((id) => {
      // On extension one condition can stand in two clauses, never in both at once.
      const of = ({ conditions }: Assessment) => conditions.find((condition) => condition.id === id);
      return { id, before: of(before), after: of(after) };
    })
    .filter((pair) => !isSame(pair.before && stance(pair.before), pair.after && stance(pair.after)));
}

function moved<Id extends string>(
  before: readonly { id: Id }[],
  after: readonly { id: Id }[],
): { added: Id[]; removed: Id[] } {
  const [old, now] = [before, after].map((entries) => entries.map(({ id }) => id)) as [Id[], Id[]];
  return { added: now.filter((id) => !old.includes(id)), removed: old.filter((id) => !now.includes(id)) };
}

const uncited = (value: object | null) => value && { ...value, cites: undefined };

/**
 * What one person's case looks like under two editions, decided on the same day with the same amounts, so that what
 * differs is the law alone: `decisionDate`, or the first day of the second edition where that is later.
 * @throws {RulesError} `no-permit`
 */
export function compareAssessments(
  facts: Facts & { decisionDate: string },
  first: EditionId,
  second: EditionId,
): PersonalChange {
  const begins = EDITIONS.find(({ id }) => id === second)?.from ?? facts.decisionDate;
  const decisionDate = facts.decisionDate < begins ? begins : facts.decisionDate;
  const [before, after] = [first, second].map((edition) =>
    assess({ ...facts, decisionDate }, { editions: upTo(edition) }),
  ) as [Assessment, Assessment];
  return {
    before,
    after,
    conditions: conditionsOf(before, after),
    documents: moved(before.documents, after.documents),
    duties: moved(before.duties, after.duties),
    notes: moved(before.notes, after.notes),
    hasNewValidity: !isSame(uncited(before.validity), uncited(after.validity)),
    hasNewRights: !isSame(uncited(before.rights), uncited(after.rights)),
    hasNewPlaceToApply: before.applyFromSweden.state !== after.applyFromSweden.state,
  };
}
