// Utlänningslagen 5 b kap. 10 §: whom permits under 1-8 §§ are not granted to. Lag 2024:1220. From before 2025.
import { type Case, givesUpProtection } from "../case";
import { type Clause, type Exception, MET, NOT_MET, notMet, type Verdict, verdict } from "../clause";
import { EEA_COUNTRIES, SWITZERLAND } from "../countries";
import { BASE, DS } from "../editions";
import type { FactId, Facts } from "../facts";
import { lacks } from "../logic";

type Exclusion = Pick<Clause, "from" | "effect"> & { effect: "refuse" };
const exclusion: Exclusion = { from: BASE, effect: "refuse" };

const unlessTrue = (value: boolean | undefined, fact: FactId, otherwise: Verdict = NOT_MET): Verdict =>
  verdict(value === undefined ? lacks(fact) : !value, otherwise);

const EEA_CITIZEN = notMet("eea-citizen");
const SWISS_CITIZEN = notMet("swiss-citizen");

/** p1, first part. EEA citizens need no permit at all (2 kap. 8 b §), Swiss citizens have rules of their own. */
const neitherEeaNorSwiss: Clause = {
  ...exclusion,
  id: "third-country-national",
  cites: ["UtlL 5b:10 p1", "UtlL 2:8b"],
  asks: ["citizenship"],
  cases: ["met", "not-met eea-citizen", "not-met swiss-citizen"],
  test: ({ facts: { citizenship } }) =>
    citizenship === SWITZERLAND
      ? SWISS_CITIZEN
      : verdict(
          citizenship === undefined ? lacks("citizenship") : !EEA_COUNTRIES.has(citizenship),
          EEA_CITIZEN,
        ),
};

const PERHAPS_NO_PERMIT_NEEDED = notMet("perhaps-no-permit-needed");

/** p1, second part. */
const notFamilyOfEeaCitizen: Clause = {
  ...exclusion,
  id: "not-family-of-eea-citizen",
  cites: ["UtlL 5b:10 p1"],
  asks: ["familyOfEeaCitizen"],
  cases: ["met", "not-met perhaps-no-permit-needed"],
  test: ({ facts }) => unlessTrue(facts.familyOfEeaCitizen, "familyOfEeaCitizen", PERHAPS_NO_PERMIT_NEEDED),
};

const HAS_PROTECTION = notMet("has-protection");
const ASYLUM_PENDING = notMet("asylum-pending");

function internationalProtection({ protection }: Facts): Verdict {
  if (protection === undefined) return verdict(lacks("protection"));
  if (protection === "asylum-pending") return ASYLUM_PENDING;
  return protection === "refugee" || protection === "subsidiary" ? HAS_PROTECTION : MET;
}

/** p2. */
const noInternationalProtection: Clause = {
  ...exclusion,
  id: "no-international-protection",
  cites: ["UtlL 5b:10 p2"],
  asks: ["protection"],
  cases: ["met", "not-met has-protection", "not-met asylum-pending"],
  test: ({ facts }) => internationalProtection(facts),
};

/** p3. */
const noTemporaryProtection: Clause = {
  ...exclusion,
  id: "no-temporary-protection",
  cites: ["UtlL 5b:10 p3"],
  asks: ["protection"],
  cases: ["met", "not-met"],
  test: ({ facts: { protection } }) =>
    verdict(protection === undefined ? lacks("protection") : protection !== "temporary"),
};

/** 7 kap. 7 i § first and third paragraphs, in force from the proposal: the protection is given up for the permit. */
const protectionGivenUp: Exception = {
  cites: ["UtlL 7:7i st1", "UtlL 7:7i st3"],
  from: DS,
  asks: ["requestsRevocation", "temporaryProtectionBasis"],
  gives: { ...MET, reason: "revocation-requested" },
  holds: (c: Case) => givesUpProtection(c),
};

const noTemporaryProtectionUnlessGivenUp: Clause = {
  ...noTemporaryProtection,
  cases: ["met", "met revocation-requested", "not-met"],
  exceptions: [protectionGivenUp],
};

/** p4. */
const noLongTermResidentStatus: Clause = {
  ...exclusion,
  id: "no-long-term-resident-status",
  cites: ["UtlL 5b:10 p4"],
  asks: ["longTermResidentOtherEu"],
  cases: ["met", "not-met"],
  test: ({ facts }) => unlessTrue(facts.longTermResidentOtherEu, "longTermResidentOtherEu"),
};

/** p5. */
const noUnenforceableExpulsion: Clause = {
  ...exclusion,
  id: "no-unenforceable-expulsion",
  cites: ["UtlL 5b:10 p5"],
  asks: ["unenforceableExpulsion"],
  cases: ["met", "not-met"],
  test: ({ facts }) => unlessTrue(facts.unenforceableExpulsion, "unenforceableExpulsion"),
};

/** p6. */
const noPendingBlueCard: Clause = {
  ...exclusion,
  id: "no-pending-blue-card",
  cites: ["UtlL 5b:10 p6"],
  asks: ["euBlueCardPending"],
  cases: ["met", "not-met"],
  test: ({ facts }) => unlessTrue(facts.euBlueCardPending, "euBlueCardPending"),
};

/** p7. */
const notIctTrainee: Clause = {
  ...exclusion,
  id: "not-ict-trainee",
  cites: ["UtlL 5b:10 p7"],
  asks: ["ictTrainee"],
  cases: ["met", "not-met"],
  test: ({ facts }) => unlessTrue(facts.ictTrainee, "ictTrainee"),
};

const withTemporaryProtection = (clause: Clause): readonly Clause[] => [
  neitherEeaNorSwiss,
  notFamilyOfEeaCitizen,
  noInternationalProtection,
  clause,
  noLongTermResidentStatus,
  noUnenforceableExpulsion,
  noPendingBlueCard,
  notIctTrainee,
];

export const exclusions = withTemporaryProtection(noTemporaryProtection);

/** For the permits that 7 kap. 7 i § first paragraph names: 1 § and 3 §. */
export const exclusionsUnlessProtectionGivenUp = withTemporaryProtection(noTemporaryProtectionUnlessGivenUp);
